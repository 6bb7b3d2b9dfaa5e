"""Which scope or level a quote means where its words leave that open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks.agreement import agreement
from indicators.checks.case import Case, with_key
from indicators.checks.official import Key
from indicators.quotes.wording import tables_of

_BOTH = "org+officials"
_TOGETHER = re.compile(r"(?:合计|总计|共计|合在一起|加起来|相加|之和)[^。；！？]{0,10}$")
_TOTAL_REACH = 24
# Words that tell a scope stand within so many characters of the number.
_EARSHOT = 80


def settled(case: Case) -> Case:
    """The case with its scope and level settled."""
    scopes = case.library.indicators[case.key.indicator].scopes
    if case.quote.scope is None and len(scopes) > 1:
        case = _with_scope(case, _usual(case))
    case = _added_up(case)
    return case if case.key.level else _with_level(case)


def _added_up(case: Case) -> Case:
    """45030个和25054个，合计70084个: of both holders, where the number is theirs together."""
    platform, slash, holders = case.key.scope.partition("/")
    start = case.quantity.start
    before = case.context.text[max(0, start - _TOTAL_REACH) : start]
    if not slash or holders == _BOTH or not _TOGETHER.search(before):
        return case
    both = with_key(case, case.key._replace(scope=f"{platform}/{_BOTH}"))
    agrees = both.official and agreement(case.quantity, both.official.figure)
    return both if agrees else case


def others(case: Case) -> Iterator[Case]:
    """The quote read in each of the other scopes that its indicator has figures of."""
    for key in case.figures.by_indicator.get(case.key.indicator, ()):
        if key != case.key and key == case.key._replace(scope=key.scope):
            yield with_key(case, key)


def _usual(case: Case) -> str:
    """What the plain name means at that time: 政务微博 counted officials too until 2016-12."""
    indicator = case.library.indicators[case.key.indicator]
    if case.month:
        for change in sorted(indicator.breaks, key=lambda change: change.as_of):
            if change.scope_before and case.month < change.as_of:
                return change.scope_before
    return indicator.default_scope


def _with_scope(case: Case, usual: str) -> Case:
    """The usual scope; else one that the words speak of, or a like one, if the number is its."""
    plain = with_key(case, case.key._replace(scope=usual))
    if plain.official and agreement(case.quantity, plain.official.figure):
        return plain
    for scope in (*_told(case), *(() if plain.official else _alike(plain, usual))):
        other = with_key(case, case.key._replace(scope=scope))
        if other.official and agreement(case.quantity, other.official.figure):
            return other
    return plain


def _told(case: Case) -> Iterator[str]:
    """Scopes that the words around the number speak of: 备案 for 网站, 兵团 for 政务外网."""
    quote = case.quote
    start = max(quote.sentence[0], quote.quantity.start - _EARSHOT)
    around = case.context.text[start : min(quote.sentence[1], quote.quantity.end + _EARSHOT)]
    wording = case.library.indicators[case.key.indicator].wording
    for scope, words in tables_of(wording.grammar, "scope_words").items():
        if any(word in around.lower() for word in words):
            yield scope


def _alike(case: Case, usual: str) -> Iterator[str]:
    """Scopes that count the same holders on other platforms; all, if the usual one has no data."""
    holders = usual.partition("/")[2]
    has_data = bool(case.figures.line(case.key))
    for scope in case.library.indicators[case.key.indicator].scopes:
        if scope != usual and (not has_data or (holders and scope.endswith("/" + holders))):
            yield scope


def _with_level(case: Case) -> Case:
    """Coverage without a level: the level at which the number is true, if there is one."""
    for level in filter(None, case.library.indicators[case.key.indicator].levels):
        at_level = with_key(case, Key(*case.key[:3], level, case.key.scope))
        if at_level.official and agreement(case.quantity, at_level.official.figure):
            return at_level
    return case

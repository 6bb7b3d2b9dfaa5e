"""The clause a figure stands in: what was said in it so far, and whether a figure may attach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.quantities import Quantity
from indicators.quotes.dates import Moment
from indicators.quotes.tokens import Token

# So much unknown text may stand between the name of an indicator and its figure.
_AFTER_NAME = 14
# So much may stand before a figure that takes its subject from the clauses before.
_CARRIED = 2
_CARRIED_WITH_HINT = 5
# So much where the clause before named an indicator and gave no figure: 至于手机上网的比例，答案是.
_AWAITED = 8
# Unknown text in a sentence without a name, after which nothing is carried into it any more.
_SENTENCE = 12


# What a figure may count instead of the subject, and what it may be a share of.
_NOUNS = frozenset(("text", "other", "within", "label", "topic", "population", "holder"))
# What is counted where a name follows that counts nothing: 14个地区政府网站抽查合格率.
_OWNERS = ("地区", "部门", "国务院部门", "省份", "国家", "城市")
_PEOPLE = frozenset(("text", "other", "label", "population"))


@dataclass(slots=True)
class Clause:
    """What the words since the last comma have told."""

    named: bool = False  # an indicator was named here
    hinted: bool = False  # an area, a share, a change or a date ties the clause to the ones before
    led: int = 0  # unknown characters before the name
    unknown: int = 0  # characters of unknown text since the start or the last name
    start_of: int = 0  # offset of its first character
    was_other: bool = False  # the subject before it was something else
    levels: bool = False  # a level of government was told
    other: bool = False  # the noun phrase being read is of something else
    chained: bool = False  # something else was told, and 的 may tie the next name to it
    share_open: bool = False  # 占 waits for its whole
    changing: bool = False  # the last weighty word was a change: 增长了约
    gap: bool = False  # 差距: what follows is no change
    bracketed: bool = False  # it is a bracket behind words that name nothing
    forecast: bool = False
    partial: bool = False  # 手机网民中有1.6亿: a count is of some of them
    correcting: bool = False  # 应为
    opened: bool = False  # a word was read in it
    pointing: bool = False  # it begins with 这: what 是 says there identifies the subject
    paired: bool = False  # 前者, 后者
    shared: bool = False  # 占
    whole: str | None = None  # the indicator named behind 占, until a figure follows
    placed: bool = False  # an area or place was told
    of_change: bool = False  # 增幅: every figure of it is a change
    comparing: bool = False  # 比, 较
    compares: bool = False  # 高出: no change unless a date is what it is compared with
    each: bool = False
    respective: bool = False
    starting: bool = False  # 由 … 至
    base: Moment | None = None  # 较2016年底
    based: bool = False  # the base was told in this clause
    base_touches: bool = False  # 2018年的第65位
    start: Moment | None = None  # 由2018年的
    since: Moment | None = None
    dated: bool = False  # a date of its own
    figured: bool = False  # a figure was read in it
    copula: bool = False  # 是: what follows is said of the subject


def may_attach(clause: Clause, sentence_unknown: int, awaiting: bool) -> bool:
    """Whether a figure may take the subject of the frame, by how much lies in between."""
    if clause.named:
        return clause.unknown <= _AFTER_NAME
    if sentence_unknown > _SENTENCE:
        return False
    if awaiting:
        return clause.unknown <= _AWAITED
    return clause.unknown <= (_CARRIED_WITH_HINT if clause.hinted else _CARRIED)


def counts_owners(lowered: str, quantity: Quantity) -> bool:
    """Whether a figure counts those that have what is named behind them: 14个地区政府网站."""
    return bool(quantity.classifier) and lowered.startswith(_OWNERS, quantity.end)


def counts_something_else(
    lowered: str, clause: Clause, quantity: Quantity, following: Sequence[Token]
) -> bool:
    """Whether a figure has a noun of its own behind it: 60个部门, 97.5%的县."""
    if not following or following[0].start != quantity.end:
        return False
    first = following[0]
    belonging = lowered[first.start : first.end] == "的" and len(following) > 1
    if belonging and following[1].kind == "population":
        return True  # 13亿的总人口
    if first.kind == "blank" and not clause.opened and len(following) > 1:
        return following[1].kind in ("text", "other")  # an item of a list: 89% 行政村能上网
    if quantity.unit == "percent":
        if belonging:
            first = following[1]
        elif first.kind != "label":
            return False
        if first.kind in ("geo", "area", "gap_noun"):
            return any(token.kind == "gap_noun" for token in following)
        return first.kind in _PEOPLE
    if clause.named and not clause.unknown:
        return False
    if first.kind == "population":
        return True  # 1亿人口
    if quantity.unit in ("count", "number") and first.kind in _NOUNS:
        return bool(quantity.classifier) and quantity.classifier not in "人名"
    return False

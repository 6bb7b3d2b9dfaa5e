"""What stands behind a figure: its name (7.72亿网民), its predicate (的网民使用手机上网), 这是 …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indicators.quantities import Quantity
from indicators.quotes import lexicon
from indicators.quotes.resolve import is_compatible
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import Vocabulary
from indicators.quotes.wording import Claim

_REACH = 40
_TOLD = 100
_CLAUSE_END = re.compile(r"[，,；;。！？!?\n]")
# A negation before the predicate, another figure or 中 between: the figure claims nothing.
_PARTED = re.compile(r"(?:不|没有|没|未)$|[0-9]|^(?:中|里|当中)")
_LIGHT = frozenset(("function", "blank", "mark", "area", "geo", "date", "holder", "platform"))
# How far a list of figures may reach before the clause that names them, in tokens.
_AHEAD = 24
_BETWEEN = frozenset(("comma", "stop", "blank", "mark", "quantity", "conjunction"))
_LEADING = frozenset(("date", "comma", "blank", "mark", "respective"))
_DASHES = frozenset("—–")
_THIS_IS = re.compile("|".join(sorted(lexicon.WORDS["announcing"], key=len, reverse=True)))


def claimed(lowered: str, quantity: Quantity, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """The indicator a figure claims by what is said of it (5.41亿人没有上网), and where it ends."""
    stop = min(len(lowered), quantity.end + _REACH)
    for claim in vocabulary.claims.get(quantity.unit, ()):
        end = _claim_end(lowered, quantity, claim, stop)
        if end is None or not is_compatible(claim.indicator, quantity, vocabulary):
            continue
        if claim.given is None or claim.given.search(lowered, *_before(quantity)):
            return claim.indicator, end
    return None


def _before(quantity: Quantity) -> tuple[int, int]:
    """Where a claim with 它 looks for what that stands for."""
    return max(0, quantity.start - _TOLD), quantity.start


def _claim_end(lowered: str, quantity: Quantity, claim: Claim, stop: int) -> int | None:
    """The end of the predicate of a claim, or None where the words behind the figure are none."""
    if claim.direct and (then := claim.then.match(lowered, quantity.end, stop)):
        return then.end()
    noun = claim.nouns.match(lowered, quantity.end, stop)
    if noun is None and quantity.classifier == "人":
        noun = claim.nouns.match(lowered, quantity.end - 1, stop)
    if noun is None:
        return None
    end = _CLAUSE_END.search(lowered, noun.end(), stop)
    then = claim.then.search(lowered, noun.end(), end.start() if end else stop)
    if then is None or _PARTED.search(lowered[noun.end() : then.start()]):
        return None
    return then.end()


def name_behind(
    tokens: Sequence[Token], index: int, quantity: Quantity, vocabulary: Vocabulary
) -> int | None:
    """The index of the name right behind the figure at ``index``, or None."""
    position = index + 1
    if position < len(tokens) and tokens[position].kind == "blank" and not _latin(tokens, position):
        return None
    while position < len(tokens) and tokens[position].kind in _LIGHT:
        position += 1
    if position >= len(tokens):
        return None
    token = tokens[position]
    if token.kind == "label" and is_compatible(token.name, quantity, vocabulary):
        return position
    if token.kind == "measure" and any(
        is_compatible(id, quantity, vocabulary) for id in vocabulary.measures[token.name].values()
    ):
        return position
    return None


def _latin(tokens: Sequence[Token], position: int) -> bool:
    return position + 1 < len(tokens) and tokens[position + 1].kind in ("label", "function")


def dweller(lowered: str, tokens: Sequence[Token], index: int) -> tuple[Token, Token | None] | None:
    """The area in 三分之一（的网民）生活在农村, 2.22亿在农村 and the name between, or None."""
    name = None
    for position in range(index + 1, min(index + 5, len(tokens) - 1)):
        token = tokens[position]
        at_home = tokens[position + 1].kind == "area" and position == index + 1
        if token.kind == "dwelling" or (at_home and lowered[token.start : token.end] == "在"):
            following = tokens[position + 1]
            return (following, name) if following.kind == "area" else None
        if token.kind == "label":
            name = token
        elif token.kind not in ("function", "blank", "mark", "each"):
            return None
    return None


def whole_behind(tokens: Sequence[Token], index: int) -> Token | None:
    """The whole in 农村有1.77亿，占全部网民的28.6%, which tells what the part is, or None."""
    kinds = [token.kind for token in tokens[index + 1 : index + 5]]
    if kinds[:2] != ["comma", "share_verb"]:
        return None
    for token in tokens[index + 3 : index + 5]:
        if token.kind == "label":
            return token
    return None


def part_behind(lowered: str, tokens: Sequence[Token], index: int) -> int | None:
    """The index of the name of the part in 占网民27.0%的农村网民, or None."""
    if index + 1 >= len(tokens) or lowered[tokens[index + 1].start : tokens[index + 1].end] != "的":
        return None
    for position in range(index + 2, min(index + 5, len(tokens))):
        if tokens[position].kind == "label":
            return position
        if tokens[position].kind not in ("area", "geo", "function"):
            return None
    return None


def level_behind(lowered: str, tokens: Sequence[Token], index: int) -> str | None:
    """The level in 99.4%的乡镇, or None."""
    if index + 2 >= len(tokens):
        return None
    particle, level = tokens[index + 1], tokens[index + 2]
    if lowered[particle.start : particle.end] == "的" and level.kind == "level":
        return level.name
    return None


def is_called_a_change(lowered: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a figure is named a change behind it: 38.2%的增长率."""
    if index + 2 >= len(tokens) or tokens[index + 2].kind != "change_noun":
        return False
    return lowered[tokens[index + 1].start : tokens[index + 1].end] == "的"


def has_own_figure(tokens: Sequence[Token], index: int, quantity: Quantity) -> bool:
    """Whether a name is followed, in its clause, by a figure like the one before it."""
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        if token.kind in ("comma", "stop", "conjunction", "open", "close"):
            return False
        if token.quantity is not None:
            return token.quantity.unit == quantity.unit
    return False


def announced(lowered: str, tokens: Sequence[Token], index: int) -> int | None:
    """Where the clause begins that names a figure given first: 3.13亿人！这是 …, or None.

    Other figures may stand between (11.08亿，78.6%——…的网民规模和互联网普及率).
    """
    position = index + 1
    while position < min(len(tokens), index + _AHEAD) and tokens[position].kind in _BETWEEN:
        position += 1
    if position == index + 1 or position >= len(tokens):
        return None
    before = lowered[tokens[position - 1].start]
    if before in _DASHES or (before in "！!" and tokens[position].kind in ("label", "area")):
        return position
    first = position
    while position < len(tokens) and tokens[position].kind in _LEADING:
        position += 1
    if position < len(tokens) and _THIS_IS.match(lowered, tokens[position].start):
        return first
    return None

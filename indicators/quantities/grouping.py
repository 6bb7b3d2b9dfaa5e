"""Joining number tokens: ranges into one, and the unit of a list shared by its members."""

from __future__ import annotations

import re
from collections.abc import Iterable

from indicators.quantities.lexing import Token

_RANGE = re.compile(r" ?(?:[~\-–—－―]{1,2}|至|到) ?(?:近|约)?")
_LIST = re.compile(r" ?(?:、|和|与|及|以及|and|[、,] ?(?:和|与|and)) ?(?:近|约|超过)?")
_FROM = re.compile(r"(?:由|从|自)[^，,。；;：:\n]{0,12}$")
# The widest gap that may join two numbers.
_GAP = 6
# Members of one list may differ by this much when one of them lends the other its 亿.
_LIKENESS = 1000


def group(folded: str, tokens: Iterable[Token]) -> list[Token]:
    """Ranges joined; bare members of a list given the unit of the member behind them."""
    return _share(folded, _ranges(folded, tokens))


def _ranges(folded: str, tokens: Iterable[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if joined and _is_range(folded, joined[-1], token):
            joined[-1] = _join(joined[-1], token)
        else:
            joined.append(token)
    return joined


def _is_range(folded: str, low: Token, high: Token) -> bool:
    gap = high.start - low.end
    if gap < 1 or gap > _GAP or low.high is not None or high.unit in ("rank", "point"):
        return False
    if not _RANGE.fullmatch(folded, low.end, high.start) or low.unit not in ("number", high.unit):
        return False
    if low.unit == "number" and high.unit == "number":
        return "." in folded[low.start : low.end]
    return not _FROM.search(folded[max(0, low.start - 14) : low.start])


def _join(low: Token, high: Token) -> Token:
    lent = _lend(low, high) if low.unit == "number" or low.factor == 1 < high.factor else low
    return high._replace(start=low.start, value=lent.value, high=high.value)


def _share(folded: str, tokens: list[Token]) -> list[Token]:
    """9.89、9.86和6.80亿人: read from the end, a unit passes to the bare number before it."""
    shared = list(tokens)
    for index in range(len(shared) - 2, -1, -1):
        token, following = shared[index], shared[index + 1]
        if token.unit == "number" and following.unit not in ("number", "rank"):
            gap = following.start - token.end
            if gap <= _GAP and _LIST.fullmatch(folded, token.end, following.start):
                shared[index] = _lend(token, following)
    return shared


def _lend(token: Token, following: Token) -> Token:
    """The bare number in the unit of the one that follows, with its 亿 if that makes them alike."""
    scale = 1.0
    if following.unit == "percent" or following.factor > 1:
        scale = following.factor
    mantissa = following.value / following.factor
    alike = mantissa and token.value and max(token.value / mantissa, mantissa / token.value)
    if not alike or (scale > 1 and alike > _LIKENESS):
        scale = 1.0
    return token._replace(
        value=round(token.value * scale, 6),
        step=token.step * scale,
        factor=scale,
        unit=following.unit,
        classifier=following.classifier,
    )

"""What 前者 and 后者 point at: the last two coordinated subjects, areas or places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indicators.quotes import dates
from indicators.quotes.tokens import Token
from indicators.quotes.walk import Member, Walk

# How far back the pair may stand, in tokens.
_REACH = 120
Reader = Callable[[Walk, int], None]
_MENTIONS = frozenset(("label", "topic", "measure", "area", "level", "geo", "holder", "platform"))


def find(walk: Walk, index: int, read: Reader) -> tuple[Member, Member] | None:
    """The two that 前者 and 后者 point at from ``index``: subjects, areas, places or dates."""
    tokens = walk.tokens
    areas: list[int] = []
    for position in range(index - 1, max(-1, index - _REACH), -1):
        if tokens[position].kind == "area" and tokens[position].name != "total":
            if not areas or tokens[areas[0]].name != tokens[position].name:
                areas.append(position)
            if len(areas) == 2:
                return _member(walk, areas[1:], read), _member(walk, areas[:1], read)
        if tokens[position].kind == "conjunction":
            found = _around(walk, position, read)
            if found is not None:
                return found
    readings = walk.recent
    if len(readings) > 1:
        return Member((readings[1].frame,)), Member((readings[0].frame,))
    return None


def _around(walk: Walk, position: int, read: Reader) -> tuple[Member, Member] | None:
    """What a conjunction joins, if both sides are words of the grammar or both are dates."""
    tokens = walk.tokens
    left, right = _phrase(tokens, position, -1), _phrase(tokens, position, 1)
    if left and right:
        head = [i for i in right if tokens[i].kind in ("label", "topic", "measure")]
        if not any(tokens[i].kind in ("label", "topic") for i in left):
            left = [*left, *head]
        return _member(walk, left, read), _member(walk, right, read)
    dates_around = [_date(tokens, position, -1), _date(tokens, position, 1)]
    moments = [
        dates.resolve(token.when, walk.told, walk.published, walk.library)
        for token in dates_around
        if token is not None and token.when is not None
    ]
    if len(moments) < 2:
        return None
    return Member((walk.frame,), moments[0]), Member((walk.frame,), moments[1])


def _date(tokens: Sequence[Token], position: int, step: int) -> Token | None:
    """The date beside a conjunction."""
    i = position + step
    while 0 <= i < len(tokens) and tokens[i].kind in ("function", "blank", "mark"):
        i += step
    return tokens[i] if 0 <= i < len(tokens) and tokens[i].kind == "date" else None


def _member(walk: Walk, indices: Sequence[int], read: Reader) -> Member:
    probe = walk.beside(walk.frame._replace(area_state="old"))
    for index in indices:
        read(probe, index)
    return Member((probe.frame,))


def _phrase(tokens: Sequence[Token], position: int, step: int) -> list[int]:
    """The mentions that touch a conjunction on one side."""
    found: list[int] = []
    i = position + step
    while 0 <= i < len(tokens):
        kind = tokens[i].kind
        if kind in _MENTIONS:
            found.append(i)
        elif kind not in ("function", "blank", "mark"):
            break
        i += step
    return sorted(found)

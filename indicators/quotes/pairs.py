"""What 前者 and 后者 point at: the last two coordinated subjects, areas or places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from indicators.quotes.frames import Frame
from indicators.quotes.tokens import Token
from indicators.quotes.walk import Walk

# How far back the pair may stand, in tokens.
_REACH = 120
Reader = Callable[[Walk, int], None]
_MENTIONS = frozenset(("label", "topic", "measure", "area", "level", "geo", "holder", "platform"))


def pair(walk: Walk, index: int, read: Reader) -> tuple[Frame, Frame] | None:
    """The frames 前者 and 后者 point at: the last two coordinated subjects or areas."""
    tokens = walk.tokens
    areas: list[int] = []
    for position in range(index - 1, max(-1, index - _REACH), -1):
        if tokens[position].kind == "area" and tokens[position].name != "total":
            if not areas or tokens[areas[0]].name != tokens[position].name:
                areas.append(position)
            if len(areas) == 2:
                return _frame_of(walk, areas[1:], read), _frame_of(walk, areas[:1], read)
        if tokens[position].kind != "conjunction":
            continue
        left, right = _phrase(tokens, position, -1), _phrase(tokens, position, 1)
        if left and right:
            head = [i for i in right if tokens[i].kind in ("label", "topic", "measure")]
            if not any(tokens[i].kind in ("label", "topic") for i in left):
                left = [*left, *head]
            return _frame_of(walk, left, read), _frame_of(walk, right, read)
    readings = walk.recent
    if len(readings) > 1:
        return readings[1].frame, readings[0].frame
    return None


def _frame_of(walk: Walk, indices: Sequence[int], read: Reader) -> Frame:
    probe = walk.beside(replace(walk.frame, area_state="old"))
    for index in indices:
        read(probe, index)
    return probe.frame


def _phrase(tokens: Sequence[Token], position: int, step: int) -> list[int]:
    """The mentions that touch a conjunction on one side."""
    found: list[int] = []
    i = position + step
    while 0 <= i < len(tokens):
        kind = tokens[i].kind
        if kind in _MENTIONS:
            found.append(i)
        elif kind not in ("function", "blank"):
            break
        i += step
    return sorted(found)

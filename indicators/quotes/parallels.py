"""Coordination: dealing figures out to subjects, areas, levels or dates (分别为), 前者 and 后者."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indicators.quotes.dates import Moment
from indicators.quotes.dates import resolve as resolve_date
from indicators.quotes.frames import Frame
from indicators.quotes.tokens import Token

if TYPE_CHECKING:
    from indicators.quotes.walk import Walk

Dealt = tuple[tuple[Frame, ...], Moment | None]
_MENTIONS = frozenset(("label", "topic", "measure", "area", "level", "geo", "holder", "platform"))
_BOUNDS = frozenset(("comma", "stop", "open", "close", "quantity"))
_LIGHT = frozenset(("function", "blank", "conjunction"))
# How far back a list of subjects may stand from its figures, in tokens.
_REACH = 80


def coordinated(tokens: Sequence[Token], index: int, respective: bool) -> list[int]:
    """The indices of the figures that form one list with the figure at ``index``."""
    indices = [index]
    position, joined = index + 1, False
    while position < len(tokens):
        token = tokens[position]
        if token.kind == "quantity":
            if not joined:
                break
            indices.append(position)
            joined = False
        elif token.kind == "conjunction" or (token.kind == "comma" and respective):
            joined = True
        elif token.kind not in ("blank", "function") or not joined:
            break
        position += 1
    return indices


def deal(walk: Walk, indices: Sequence[int]) -> list[Dealt | None]:
    """The frame and moment each of some coordinated figures is read in; None leaves one out."""
    count = len(indices)
    if count == 1:
        return [_single(walk, indices[0])]
    segments = _segments(walk.tokens, indices[0], count)
    if segments is not None:
        dealt = [_dealt(walk, segment) for segment in segments]
        walk.members = tuple(one[0][0] for one in dealt if one is not None)
        return dealt
    if _same_unit(walk, indices):
        if len(walk.members) == count:
            return [(( _with_shared_head(walk.frame, member),), None) for member in walk.members]
        if walk.clause.respective:
            return [None] * count
    return [((walk.frame,), None)] * count


def _same_unit(walk: Walk, indices: Sequence[int]) -> bool:
    units = {quantity.unit for i in indices if (quantity := walk.tokens[i].quantity) is not None}
    return len(units) == 1


def _with_shared_head(frame: Frame, member: Frame) -> Frame:
    """What is said now (占比) of the members of the list before."""
    head = frame if frame.indicator is not None and frame.group == member.group else member
    return replace(
        head,
        area=member.area,
        level=member.level,
        geo=member.geo,
        share=frame.share,
        whole=frame.whole,
    )


def _single(walk: Walk, index: int) -> Dealt:
    """One figure: of one frame, or of several levels at once (省、市、县均达到100%)."""
    clause = walk.clause
    if clause.base_touches and not clause.changing:
        return (walk.frame,), clause.base or clause.start
    if clause.starting and not clause.changing and walk.tokens[index - 1].kind != "change_to":
        clause.starting = False
        return (walk.frame,), _earlier(walk)
    clause.starting = False
    for count in (4, 3, 2):
        segments = _segments(walk.tokens, index, count, walk.clause.each)
        if segments is None:
            continue
        kinds = [_kinds(walk.tokens, segment) for segment in segments]
        if all("level" in kind for kind in kinds) or (
            clause.each and all(kind & _MENTIONS for kind in kinds)
        ):
            dealt = [_dealt(walk, segment) for segment in segments]
            members = tuple(one[0][0] for one in dealt if one is not None)
            return members, None
    return (walk.frame,), None


def _earlier(walk: Walk) -> Moment:
    """The month 由 … counts from where none is named: the one before the last told."""
    if len(walk.levels) > 1:
        return Moment(walk.levels[-2], None, "inherited")
    return Moment(None, None, "none")


def _kinds(tokens: Sequence[Token], segment: range) -> set[str]:
    return {tokens[i].kind for i in segment}


def _segments(
    tokens: Sequence[Token], index: int, count: int, _each: bool = False
) -> list[range] | None:
    """The stretch before ``index`` that conjunctions cut into so many parts, each with a mention."""
    end = index
    limit = max(0, index - _REACH)
    while end > limit:
        start = end
        while start > limit and tokens[start - 1].kind not in _BOUNDS:
            start -= 1
        segments = _split(tokens, start, end)
        if len(segments) == count and _is_list(tokens, segments):
            return segments
        if start == 0 or tokens[start - 1].kind in ("stop", "quantity"):
            return None
        end = start - 1
    return None


def _split(tokens: Sequence[Token], start: int, end: int) -> list[range]:
    cuts = [i for i in range(start, end) if tokens[i].kind == "conjunction"]
    edges = [start, *(cut + 1 for cut in cuts)]
    return [range(a, b) for a, b in zip(edges, [*cuts, end], strict=True)]


def _is_list(tokens: Sequence[Token], segments: list[range]) -> bool:
    """Whether the parts tell the figures apart: by dates, or by words of the grammar."""
    kinds = [_kinds(tokens, segment) for segment in segments]
    if all("date" in kind for kind in kinds):
        return True
    known = [kind for kind in kinds if kind & _MENTIONS]
    return bool(known) and all(kind & (_MENTIONS | {"text", "other"}) for kind in kinds)


def _dealt(walk: Walk, segment: range) -> Dealt | None:
    """The frame a part of a list describes: the frame of the whole with the part's own words."""
    tokens = walk.tokens
    kinds = _kinds(tokens, segment)
    if not kinds & _MENTIONS and "date" not in kinds:
        return None
    moment: Moment | None = None
    frame = replace(walk.frame, area_state="old")
    if kinds & {"label", "topic"}:
        frame = replace(frame, area="total", share=False, whole=None)
    for i in segment:
        token = tokens[i]
        if token.kind == "date" and token.when is not None and token.role == "date":
            moment = resolve_date(token.when, walk.told, walk.published, walk.library)
        elif token.kind in _MENTIONS or token.kind in ("other", "text", "share"):
            frame = walk.read_beside(frame, i)
    return (frame,), moment


def pair(walk: Walk, index: int) -> tuple[Frame, Frame] | None:
    """The frames 前者 and 后者 point at: the last two coordinated subjects or areas."""
    tokens = walk.tokens
    for position in range(index - 1, 0, -1):
        if tokens[position].kind != "conjunction":
            continue
        left, right = _phrase(tokens, position, -1), _phrase(tokens, position, 1)
        if left and right:
            head = [i for i in right if tokens[i].kind in ("label", "topic", "measure")]
            first = walk.read_all_beside(walk.frame, left)
            if not any(tokens[i].kind in ("label", "topic") for i in left):
                first = walk.read_all_beside(walk.frame, [*left, *head])
            return first, walk.read_all_beside(walk.frame, right)
    readings = walk.recent
    if len(readings) > 1:
        return readings[1].frame, readings[0].frame
    return None


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

"""Coordination: dealing figures out to the subjects, areas, levels or dates of a list (分别为)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.quantities import Quantity
from indicators.quotes import words
from indicators.quotes.dates import Moment
from indicators.quotes.dates import resolve as resolve_date
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading, is_compatible
from indicators.quotes.tokens import Token
from indicators.quotes.walk import Member, Walk

_MENTIONS = frozenset(("label", "topic", "measure", "area", "level", "geo", "holder", "platform"))
_BOUNDS = frozenset(("comma", "stop", "open", "close", "quantity"))
_LIGHT = frozenset(("function", "blank", "mark", "conjunction"))
# How far back a list of subjects may stand from its figures, in tokens.
_REACH = 80
_MEMORY = 4
# From and to stand within so many tokens.
_SPAN = 10
# Only a list so long is looked for in the sentence before.
_LONG_LIST = 3


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
        elif token.kind == "conjunction" or (
            token.kind == "comma" and respective and _is_alike(tokens, position)
        ):
            joined = True
        elif token.kind not in ("blank", "mark") and (token.kind != "function" or not joined):
            break
        position += 1
    return indices


def _is_alike(tokens: Sequence[Token], position: int) -> bool:
    """Whether a comma stands between figures of one unit: 100%,94.3%."""
    if position + 1 >= len(tokens):
        return False
    left, right = tokens[position - 1].quantity, tokens[position + 1].quantity
    if left is None or right is None:
        return False
    return (left.unit, left.classifier) == (right.unit, right.classifier)


def deal(walk: Walk, indices: Sequence[int]) -> list[Member | None]:
    """What each of some coordinated figures is read in; None leaves a figure out."""
    count = len(indices)
    if count == 1:
        return [_single(walk, indices[0])]
    segments = _segments(walk.tokens, indices[0], count)
    if segments is not None:
        dealt = _placed(walk, segments, [_dealt(walk, segment) for segment in segments])
        walk.members = tuple(member for member in dealt if member is not None)
        _forget_parts(walk, segments)
        return dealt
    if _same_unit(walk, indices) and len(walk.members) == count:
        return [_again(walk.frame, member) for member in walk.members]
    again = _in_order(walk, indices) or _of_the_last(walk, count)
    if again is not None:
        return again
    if walk.clause.respective and _same_unit(walk, indices):
        return [None] * count
    return [Member((walk.frame,))] * count


def _placed(
    walk: Walk, segments: Sequence[range], dealt: list[Member | None]
) -> list[Member | None]:
    """美国网民规模和互联网普及率: the place told with the first subject is that of all."""
    first, place = dealt[0], _kinds(walk.tokens, segments[0]) & {"geo"}
    if first is None or not place:
        return dealt
    geo = first.frames[0].geo
    return [
        Member(tuple(replace(frame, geo=geo) for frame in member.frames), member.moment)
        if member is not None and not _kinds(walk.tokens, segment) & {"geo", "area"}
        else member
        for member, segment in zip(dealt, segments, strict=True)
    ]


def _forget_parts(walk: Walk, segments: Sequence[range]) -> None:
    """What told the members of a list apart does not hold for the text behind it."""
    kinds = set().union(*(_kinds(walk.tokens, segment) for segment in segments))
    if kinds & {"area", "geo"}:
        walk.frame = replace(walk.frame, area="total", geo="CN", area_state="main")
    if "level" in kinds:
        walk.frame = replace(walk.frame, level=None)


def _same_unit(walk: Walk, indices: Sequence[int]) -> bool:
    units = {quantity.unit for i in indices if (quantity := walk.tokens[i].quantity) is not None}
    return len(units) == 1


def _again(frame: Frame, member: Member) -> Member:
    """What is said now (占比) of a member of the list before: of the same date, or subject."""
    if member.moment is not None:
        return Member((frame,), member.moment)
    before = member.frames[0]
    head = frame if frame.indicator is not None and frame.group == before.group else before
    same = replace(
        head,
        area=before.area,
        level=before.level,
        geo=before.geo,
        share=frame.share,
        whole=frame.whole,
    )
    return Member((same,))


def _in_order(walk: Walk, indices: Sequence[int]) -> list[Member | None] | None:
    """这两个数分别是7.31亿和53.2%: the figures told last, taken up in their order."""
    if walk.clause.named:
        return None
    before = list(reversed(walk.recent[: len(indices)]))
    if len(before) < len(indices):
        return None
    for reading, index in zip(before, indices, strict=True):
        quantity = walk.tokens[index].quantity
        if quantity is None or not _continues(walk, reading, quantity):
            return None
    return [Member((_taken_up(walk.frame, reading),)) for reading in before]


def _of_the_last(walk: Walk, count: int) -> list[Member | None] | None:
    """两者分别占68.7%和31.3%: a share or measure of the subjects of the last figures."""
    before = list(reversed(walk.recent[:count]))
    told = walk.frame.share or walk.clause.named
    if not walk.clause.respective or not told or len(before) < count:
        return None
    frames_before = [reading.frame for reading in before]
    if len({(frame.area, frame.geo, frame.group) for frame in frames_before}) < count:
        return None
    return [_again(walk.frame, Member((frame,))) for frame in frames_before]


def _taken_up(frame: Frame, reading: Reading) -> Frame:
    """The frame of a figure told before, with the area or place just said: 山东省分别为 …"""
    before = replace(reading.frame, indicator=reading.indicator, share=False, whole=None)
    if frame.area_state == "fresh":
        return replace(before, area=frame.area, geo=frame.geo, area_state="fresh")
    return before


def _continues(walk: Walk, reading: Reading, quantity: Quantity) -> bool:
    if quantity.unit == "point":
        return walk.vocabulary.indicators[reading.indicator].unit == "percent"
    return is_compatible(reading.indicator, quantity, walk.vocabulary)


def _single(walk: Walk, index: int) -> Member:
    """One figure: of one frame, or of several levels at once (省、市、县均达到100%)."""
    clause = walk.clause
    starting, clause.starting = clause.starting, False
    quantity = walk.tokens[index].quantity
    moves = clause.changing or (quantity is not None and quantity.unit in ("point", "times"))
    if clause.base_touches and not moves:
        return Member((walk.frame,), clause.base or clause.start)
    if starting and not moves and _goes_on(walk, index):
        if clause.base is not None:
            return Member((walk.frame,), clause.base)
        return Member((walk.frame,), _earlier(walk))
    if quantity is not None and quantity.high is not None:
        return Member((walk.frame,))
    for count in (4, 3, 2):
        segments = _segments(walk.tokens, index, count)
        if segments is None:
            continue
        kinds = [_kinds(walk.tokens, segment) for segment in segments]
        if (all("level" in kind for kind in kinds) and _has_levels(walk)) or (
            clause.each and all(kind & _MENTIONS for kind in kinds)
        ):
            dealt = [_dealt(walk, segment) for segment in segments]
            return Member(tuple(member.frames[0] for member in dealt if member is not None))
    return Member((walk.frame,))


def _goes_on(walk: Walk, index: int) -> bool:
    """Whether 由 … leads from this figure to another in the clause."""
    if walk.kind_at(index - 1) == "change_to":
        return False
    for position in range(index + 1, min(index + _SPAN, len(walk.tokens))):
        token = walk.tokens[position]
        if token.kind in ("comma", "stop"):
            return False
        if token.kind == "change_to" or walk.surface(token) in ("到", "至"):
            return True
    return False


def _has_levels(walk: Walk) -> bool:
    """Whether an indicator of what is spoken of is told by levels of government."""
    members = walk.vocabulary.members.get(walk.frame.group or "", ())
    return any(walk.vocabulary.indicators[id].levels != ("",) for id in members)


def _earlier(walk: Walk) -> Moment:
    """The month 由 … counts from where none is named: one told before, earlier than the last."""
    if walk.start is not None:
        return walk.start
    months = sorted({month for _, month in walk.stated[-_MEMORY:]})
    now = walk.moment.month if walk.moment else None
    if walk.moment_sentence != walk.sentence and len(months) > 1:
        walk.moment = Moment(months[-1], None, "inherited")
        return Moment(months[-2], None, "inherited")
    if now is not None and months and months[0] < now:
        return Moment(max(month for month in months if month < now), None, "inherited")
    return Moment(None, None, "none")


def _kinds(tokens: Sequence[Token], segment: range) -> set[str]:
    return {tokens[i].kind for i in segment}


def _segments(tokens: Sequence[Token], index: int, count: int) -> list[range] | None:
    """The stretch before ``index`` that conjunctions cut into so many parts, all with a mention."""
    end, stops = index, 0
    limit = max(0, index - _REACH)
    while end > limit:
        start = end
        while start > limit and tokens[start - 1].kind not in _BOUNDS:
            start -= 1
        segments = _split(tokens, start, end)
        if len(segments) == count and _is_list(tokens, segments, stops > 0):
            return segments
        if start == 0 or tokens[start - 1].kind == "quantity":
            return None
        if tokens[start - 1].kind == "stop":
            stops += 1
            if stops > 1 or count < _LONG_LIST:
                return None
        end = start - 1
    return None


def _split(tokens: Sequence[Token], start: int, end: int) -> list[range]:
    cuts = [i for i in range(start, end) if tokens[i].kind == "conjunction"]
    edges = [start, *(cut + 1 for cut in cuts)]
    return [range(a, b) for a, b in zip(edges, [*cuts, end], strict=True)]


def _is_list(tokens: Sequence[Token], segments: list[range], dates_only: bool) -> bool:
    """Whether the parts tell the figures apart: by dates, or by words of the grammar."""
    kinds = [_kinds(tokens, segment) for segment in segments]
    if all("date" in kind for kind in kinds) or dates_only:
        return all("date" in kind for kind in kinds)
    known = [kind for kind in kinds if kind & (_MENTIONS | {"other"})]
    return bool(known) and all(kind & (_MENTIONS | {"text", "other"}) for kind in kinds)


def _dealt(walk: Walk, segment: range) -> Member | None:
    """What a part of a list describes: the frame of the whole with the part's own words."""
    tokens = walk.tokens
    kinds = _kinds(tokens, segment)
    if not kinds & _MENTIONS and "date" not in kinds:
        return None
    moment: Moment | None = None
    frame = replace(walk.frame, area_state="old")
    if kinds & {"label", "topic"}:
        frame = replace(frame, area="total", share=False, whole=None)
    probe = walk.beside(frame)
    for i in segment:
        token = tokens[i]
        if token.kind == "date" and token.when is not None and token.role == "date":
            moment = resolve_date(token.when, walk.told, walk.published, walk.library)
        elif token.kind in _MENTIONS or token.kind in ("other", "text", "share"):
            words.read(probe, i)
    own_date = moment if not kinds & _MENTIONS else None
    return Member((probe.frame,), own_date)

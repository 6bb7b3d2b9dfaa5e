"""Coordination: dealing figures out to the subjects, areas, levels or dates of a list (分别为)."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.quantities import Quantity
from indicators.quotes import segments
from indicators.quotes.dates import Moment
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading, is_compatible
from indicators.quotes.tokens import Token
from indicators.quotes.walk import TIMELESS, Member, Walk

_MEMORY = 4
# From and to stand within so many tokens.
_SPAN = 10


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
    parts = segments.find(walk.tokens, indices[0], count)
    if parts is not None:
        dealt = _placed(walk, parts, segments.members(walk, parts))
        walk.members = tuple(member for member in dealt if member is not None)
        _forget_parts(walk, parts)
        return dealt
    if _same_unit(walk, indices) and len(walk.members) == count:
        return [_again(walk.frame, member) for member in walk.members]
    again = _in_order(walk, indices) or _of_the_last(walk, indices)
    if again is not None:
        return again
    if walk.clause.respective and _same_unit(walk, indices):
        return [None] * count
    first = walk.tokens[indices[0]].quantity
    # 升至第45位、第43位: two ranks are not of one month, whatever month was told.
    ranks = first is not None and first.unit == "rank" and _same_unit(walk, indices)
    return [Member((walk.frame,), TIMELESS if ranks else None)] * count


def _placed(walk: Walk, parts: Sequence[range], dealt: list[Member | None]) -> list[Member | None]:
    """美国网民规模和互联网普及率: the place told with the first subject is that of all."""
    first, place = dealt[0], segments.kinds_of(walk.tokens, parts[0]) & {"geo"}
    if first is None or not place:
        return dealt
    geo = first.frames[0].geo
    return [
        Member(tuple(frame._replace(geo=geo) for frame in member.frames), member.moment)
        if member is not None and not segments.kinds_of(walk.tokens, part) & {"geo", "area"}
        else member
        for member, part in zip(dealt, parts, strict=True)
    ]


def _forget_parts(walk: Walk, parts: Sequence[range]) -> None:
    """What told the members of a list apart does not hold for the text behind it."""
    kinds = set().union(*(segments.kinds_of(walk.tokens, part) for part in parts))
    if kinds & {"area", "geo"}:
        walk.frame = walk.frame._replace(area="total", geo="CN", area_state="main")
    if "level" in kinds:
        walk.frame = walk.frame._replace(level=None)


def _same_unit(walk: Walk, indices: Sequence[int]) -> bool:
    units = {quantity.unit for i in indices if (quantity := walk.tokens[i].quantity) is not None}
    return len(units) == 1


def _again(frame: Frame, member: Member) -> Member:
    """What is said now (占比) of a member of the list before: of the same date, or subject."""
    if member.moment is not None:
        return Member((frame,), member.moment)
    before = member.frames[0]
    head = frame if frame.indicator is not None and frame.group == before.group else before
    same = head._replace(
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


def _of_the_last(walk: Walk, indices: Sequence[int]) -> list[Member | None] | None:
    """两者分别占68.7%和31.3%: a share, measure or rank of the subjects of the last figures."""
    count, first = len(indices), walk.tokens[indices[0]].quantity
    before = list(reversed(walk.recent[:count]))
    ranks = first is not None and first.unit == "rank"
    told = walk.frame.share or walk.clause.named or ranks
    if not walk.clause.respective or not told or len(before) < count:
        return None
    frames_before = [reading.frame for reading in before]
    if len({(frame.area, frame.geo, frame.group) for frame in frames_before}) < count:
        return None
    return [_again(walk.frame, Member((frame,))) for frame in frames_before]


def _taken_up(frame: Frame, reading: Reading) -> Frame:
    """The frame of a figure told before, with the area or place just said: 山东省分别为 …"""
    before = reading.frame._replace(indicator=reading.indicator, share=False, whole=None)
    if frame.area_state == "fresh":
        return before._replace(area=frame.area, geo=frame.geo, area_state="fresh")
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
    if not clause.each and not _has_levels(walk):
        return Member((walk.frame,))
    for count in (4, 3, 2):
        parts = segments.find(walk.tokens, index, count, near=clause.levels)
        if parts is None:
            continue
        kinds = [segments.kinds_of(walk.tokens, part) for part in parts]
        if (all("level" in kind for kind in kinds) and _has_levels(walk)) or (
            clause.each and all(kind & segments.MENTIONS for kind in kinds)
        ):
            dealt = [segments.member(walk, part) for part in parts]
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
    return walk.frame.group in walk.vocabulary.levelled


def _earlier(walk: Walk) -> Moment:
    """The month 由 … counts from where none is named: one told before, earlier than the last."""
    if walk.start is not None:
        return walk.start
    months = sorted({month for _, month in walk.stated[-_MEMORY:]})
    now = walk.moment.month if walk.moment else None
    older = now is not None and bool(months) and now > months[-1]
    if walk.moment_sentence != walk.sentence and len(months) > 1 and not older:
        walk.moment = Moment(months[-1], None, "inherited")
        return Moment(months[-2], None, "inherited")
    if now is not None and months and months[0] < now:
        return Moment(max(month for month in months if month < now), None, "inherited")
    return Moment(None, None, "none")

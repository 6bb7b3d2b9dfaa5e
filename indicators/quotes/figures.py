"""Reading the figures of a paragraph: each by what stands behind it, else by the frame before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.quantities import Quantity
from indicators.quotes import clauses, followers, frames, parallels, resolve, words
from indicators.quotes.dates import Moment
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading
from indicators.quotes.tokens import Token
from indicators.quotes.walk import TIMELESS, Draft, Member, Walk
from indicators.units import COUNTED


def paragraph(walk: Walk, tokens: Sequence[Token], goes_on: bool = False) -> None:
    """Walks through the tokens of one line; ``goes_on``: the sentence began in the line before."""
    walk.tokens = tokens
    walk.saved.clear()
    if goes_on:
        walk.next_clause()
    else:
        walk.undated.clear()
        walk.next_sentence()
    index = 0
    while index < len(tokens):
        if tokens[index].kind == "quantity":
            index = _list(walk, index)
        else:
            if tokens[index].start >= walk.read_to:
                words.read(walk, index)
            index += 1


def _list(walk: Walk, index: int) -> int:
    """Reads the figures that stand together from ``index`` on; the index behind them."""
    indices = parallels.coordinated(walk.tokens, index, walk.clause.respective)
    for position, member in zip(indices, parallels.deal(walk, indices), strict=True):
        quantity = walk.tokens[position].quantity
        if member is not None and quantity is not None:
            _figure(walk, position, quantity, member)
    walk.clause.changing = False
    walk.clause.base_touches = False
    walk.clause.figured = True
    walk.frame = frames.used(walk.frame)
    return indices[-1] + 1


def _figure(walk: Walk, index: int, quantity: Quantity, member: Member) -> None:
    for frame in member.frames:
        reading = _read(walk, index, quantity, frame)
        if reading is None or _is_of_a_sample(walk, reading) or _is_a_part(walk, index, reading):
            continue
        _keep_time(walk, member)
        walk.awaiting = False
        walk.add(_draft(walk, quantity, reading, member.moment))


def _keep_time(walk: Walk, member: Member) -> None:
    """A date without a name, earlier than the main one, dates its own figures only.

    2011年12月普及率383‰，2011年6月362‰，网民数 … is of 2011-12 again.
    """
    now, main = walk.moment, walk.main
    if member.moment is not None or now is None or now.month is None:
        return
    earlier = main is not None and main.month is not None and now.month < main.month
    if not earlier or walk.clause.named or not walk.clause.dated:
        walk.main = now


def _is_of_a_sample(walk: Walk, reading: Reading) -> bool:
    known = walk.vocabulary.indicators[reading.indicator]
    return walk.sampled and known.unit not in ("person", "percent")


def _is_a_part(walk: Walk, index: int, reading: Reading) -> bool:
    """Whether the clause tells a part of what the indicator counts: 国务院部门 … 政府网站894个."""
    known = walk.vocabulary.indicators[reading.indicator]
    if walk.clause.levels and known.levels == ("",) and known.unit in COUNTED:
        return True
    words_here = walk.vocabulary.excludes[reading.indicator]
    start = index
    while start and walk.tokens[start - 1].kind not in ("stop", "quantity"):
        start -= 1
    before = walk.lowered[walk.tokens[start].start : walk.tokens[index].start]
    return any(word in before for word in words_here)


def _draft(walk: Walk, quantity: Quantity, reading: Reading, own: Moment | None) -> Draft:
    clause = walk.clause
    moment = own or walk.moment
    if walk.average_of is not None:
        moment = TIMELESS
    elif reading.kind == "change" and own is None and not clause.dated:
        moment = _end_of_change(walk, reading.indicator, moment)
    since = clause.base or clause.start or clause.since
    return Draft(
        quantity=quantity,
        reading=reading,
        moment=moment,
        inherited=walk.moment_sentence != walk.sentence,
        since=since.month if since and reading.kind == "change" else None,
        average_of=walk.average_of,
    )


def _end_of_change(walk: Walk, indicator: str, moment: Moment | None) -> Moment | None:
    """A change ends at the latest of the months its levels were told of."""
    if moment is None or moment.month is None:
        return moment
    months = [month for known, month in walk.stated[-4:] if known == indicator]
    latest = max([*months, moment.month])
    return moment if latest == moment.month else Moment(latest, None, "inherited")


def _read(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """What the figure quotes in this frame."""
    changes = walk.clause.changing or quantity.unit in ("times", "point")
    if walk.local or _is_alone(walk):
        return None
    if not changes:
        behind = _behind(walk, index, quantity, frame)
        if behind is not None:
            return behind
    if not clauses.may_attach(walk.clause, walk.sentence_unknown, walk.awaiting):
        return None
    level = followers.level_behind(walk.lowered, walk.tokens, index)
    if level is not None:
        frame = walk.frame = replace(frame, level=level)
    if clauses.counts_something_else(walk.lowered, quantity, walk.tokens[index + 1 : index + 3]):
        if quantity.unit == "percent":
            walk.frame = replace(walk.frame, other=True)
        return None
    if changes:
        if quantity.unit == "point" and _is_a_distance(walk):
            return None
        if quantity.unit == "times" and walk.clause.copula and walk.clause.placed:
            return None
        return resolve.change(frame, quantity, walk.recent, walk.vocabulary)
    return _as_level(walk, quantity, frame, walk.recent)


def _is_alone(walk: Walk) -> bool:
    """Whether the line is a figure and nothing else: it is told again beside its words."""
    return sum(token.kind != "blank" for token in walk.tokens) == 1


def _is_a_distance(walk: Walk) -> bool:
    """Points between areas or to a mean are no change: 差距, 高出 …, unless of a date."""
    return walk.clause.gap or (walk.clause.compares and not walk.clause.based)


def _as_level(
    walk: Walk, quantity: Quantity, frame: Frame, recent: tuple[Reading, ...]
) -> Reading | None:
    if quantity.unit == "number" and walk.clause.bracketed:
        return None
    frame = _with_areas(walk, quantity, frame)
    indicator = resolve.level(frame, quantity, recent, walk.vocabulary)
    if indicator is None:
        return None
    return Reading(resolve.with_source(indicator, frame, walk.vocabulary), "level", frame)


def _with_areas(walk: Walk, quantity: Quantity, frame: Frame) -> Frame:
    """农村呢？2.85亿 after 手机网民 takes up netizens again: the last subject told by areas."""
    known = walk.vocabulary.indicators
    if frame.area_state not in ("fresh", "topic") or frame.area == "total" or walk.clause.named:
        return frame
    if frame.indicator is None or frame.area in known[frame.indicator].areas:
        return frame
    for reading in walk.recent:
        compatible = resolve.is_compatible(reading.indicator, quantity, walk.vocabulary)
        if compatible and frame.area in known[reading.indicator].areas:
            group = reading.frame.group
            walk.frame = replace(frame, group=group, indicator=reading.indicator)
            return walk.frame
    return frame


def _behind(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """What the figure quotes by the words behind it."""
    claim = followers.claimed(walk.lowered, quantity, walk.vocabulary)
    whole = followers.whole_behind(walk.tokens, index)
    if whole is not None and not frame.speaks and frame.area != "total":
        group = walk.vocabulary.group_of[whole.name]
        walk.frame = replace(frame, group=group, indicator=None, other=False)
        return _as_level(walk, quantity, walk.frame, ())
    home = followers.dweller(walk.tokens, index)
    if home is not None and quantity.unit == "percent":
        probe = walk.beside(replace(frame, share=True, whole=None, indicator=None))
        words.read(probe, walk.tokens.index(home))
        return _as_level(walk, quantity, probe.frame, ())
    if claim is not None and not walk.clause.other:
        claimed, walk.read_to = claim
        label = walk.lowered[quantity.end : quantity.end + 8]
        area = frame.area if frame.area_state == "fresh" else "total"
        found = replace(
            frame, group=walk.vocabulary.group_of[claimed], indicator=claimed, label=label,
            area=area, other=False, misnomer=False,
        )  # fmt: skip
        walk.frame = found
        return Reading(claimed, "level", found)
    at = followers.name_behind(walk.tokens, index, quantity, walk.vocabulary)
    if at is not None and not (
        walk.clause.named and followers.has_own_figure(walk.tokens, at, quantity)
    ):
        named = _frame_through(walk, index + 1, at, frame)
        return _as_level(walk, quantity, named, ()) if named.indicator else None
    if quantity.unit == "rank" and not frame.speaks:
        return _rank_before_its_name(walk, index, frame)
    if walk.clause.named or walk.clause.unknown:
        return None
    start = followers.announced(walk.lowered, walk.tokens, index)
    return _announced(walk, start, quantity, frame) if start is not None else None


def _frame_through(walk: Walk, first: int, last: int, frame: Frame) -> Frame:
    """The frame after the tokens from ``first`` to ``last``."""
    probe = walk.beside(replace(frame, whole=None, share=False))
    for position in range(first, last + 1):
        if walk.tokens[position].kind not in ("date", "blank"):
            words.read(probe, position)
    return probe.frame


def _announced(walk: Walk, start: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """Reads a figure by the clause that follows it: 3.13亿人！这是…我国农村网民的规模."""
    probe = walk.beside(replace(frame, area="total", area_state="old", geo="CN"))
    for position in range(start, len(walk.tokens)):
        kind = walk.tokens[position].kind
        if kind in ("stop", "quantity") or (kind == "comma" and probe.clause.named):
            break
        words.read(probe, position)
    reading = _as_level(walk, quantity, probe.frame, ())
    if reading is None or not probe.clause.named:
        return None
    walk.moment, walk.moment_sentence, walk.told = probe.moment, walk.sentence, probe.told
    walk.frame = probe.frame
    return reading


def _rank_before_its_name(walk: Walk, index: int, frame: Frame) -> Reading | None:
    """65th with an EGDI of: the rank in the index that the sentence names next."""
    for token in walk.tokens[index + 1 :]:
        if token.kind in ("stop", "quantity"):
            return None
        if token.kind == "label":
            group = walk.vocabulary.group_of[token.name]
            for id in walk.vocabulary.members[group]:
                if walk.vocabulary.indicators[id].unit == "rank":
                    return Reading(id, "level", replace(frame, group=group, indicator=id))
            return None
    return None

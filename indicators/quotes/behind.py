"""Figures read by what stands behind them: a name, a predicate, a clause that announces them."""

from __future__ import annotations

from indicators.quantities import Quantity
from indicators.quotes import attach, followers, resolve, words
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading
from indicators.quotes.walk import Walk

# A figure told before its name stands at the beginning of its clause, but for so many signs.
_LEAD = 2


def read(walk: Walk, index: int, quantity: Quantity, frame: Frame, changes: bool) -> Reading | None:
    """What the figure quotes by the words behind it; ``changes``: it is told as a change."""
    if changes:
        return _changed(walk, index, quantity, frame)
    if walk.kind_at(index + 1) == "change":  # 7300万新增网民
        added = _changed(walk, index + 1, quantity, frame)
        if added is not None:
            return added
    return _level(walk, index, quantity, frame)


def _level(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """A level by its name, its predicate or the clause that announces it."""
    if quantity.unit in ("percent", "count"):
        shared = _shared(walk, index, quantity, frame)
        if shared is not None:
            return shared
    whole = followers.whole_behind(walk.tokens, index)
    if whole is not None and not frame.speaks and frame.area != "total":
        group = walk.vocabulary.group_of[whole.name]
        walk.frame = frame._replace(group=group, indicator=None, other=False)
        return attach.as_level(walk, quantity, walk.frame, ())
    claim = followers.claimed(walk.lowered, quantity, walk.vocabulary)
    if claim is not None and not walk.clause.other:
        claimed, walk.read_to = claim
        return _claimed(walk, claimed, quantity, frame)
    at = followers.name_behind(walk.tokens, index, quantity, walk.vocabulary)
    if at is not None and not (walk.clause.named and _begins_anew(walk, index, at, quantity)):
        named = _frame_through(walk, index + 1, at, frame)
        return attach.as_level(walk, quantity, named, ()) if named.indicator else None
    if quantity.unit == "rank" and not frame.speaks:
        return _rank_before_its_name(walk, index, frame)
    if walk.clause.named or walk.clause.unknown > _LEAD:
        return None
    start = followers.announced(walk.lowered, walk.tokens, index)
    if start is None:
        return None
    several = any(walk.tokens[i].kind == "quantity" for i in range(index + 1, start))
    return _announced(walk, start, quantity, frame, several)


def _changed(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """A change of what is named right behind the figure: 共增加了1500万网民."""
    at = index + 1
    if quantity.unit != "count" or walk.kind_at(at) != "label":
        return None
    name = walk.tokens[at].name
    if not resolve.is_compatible(name, quantity, walk.vocabulary):
        return None
    return Reading(name, "change", _frame_through(walk, at, at, frame))


def _begins_anew(walk: Walk, index: int, at: int, quantity: Quantity) -> bool:
    """Whether the name behind a figure that has one before it is that of the next figure."""
    parted = (
        walk.kind_at(index + 1) == "blank" and not walk.lowered[walk.tokens[at].start].isascii()
    )
    return parted or followers.has_own_figure(walk.tokens, at, quantity)


def _shared(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """A share whose part stands behind it: 占网民27.0%的农村网民, 三分之一生活在农村."""
    named_part = followers.part_behind(walk.lowered, walk.tokens, index)
    if named_part is not None and frame.share and quantity.unit == "percent":
        probe = walk.beside(frame._replace(share=False, whole=None))
        for position in range(index + 2, named_part + 1):
            words.read(probe, position)
        shared = probe.frame._replace(share=True, whole=frame.whole)
        return attach.as_level(walk, quantity, shared, ())
    home = followers.dweller(walk.lowered, walk.tokens, index)
    if home is None:
        return None
    area_token, name = home
    part = walk.vocabulary.group_of[name.name] if name else frame.group
    other = frame.other and name is None
    share = quantity.unit == "percent"
    lives = frame._replace(group=part, share=share, whole=None, indicator=None, other=other)
    probe = walk.beside(lives)
    words.read(probe, walk.tokens.index(area_token, index))
    return attach.as_level(walk, quantity, probe.frame, ())


def _claimed(walk: Walk, indicator: str, quantity: Quantity, frame: Frame) -> Reading:
    """A figure with its noun and predicate: 5.41亿人没有上网."""
    walk.frame = frame._replace(
        group=walk.vocabulary.group_of[indicator],
        indicator=indicator,
        label=walk.lowered[quantity.end : walk.read_to],
        area=frame.area if frame.area_state == "fresh" else "total",
        other=False,
        misnomer=False,
    )
    indicator = resolve.with_source(indicator, walk.frame, walk.vocabulary)
    return Reading(indicator, "level", walk.frame)


def _frame_through(walk: Walk, first: int, last: int, frame: Frame) -> Frame:
    """The frame after the tokens from ``first`` to ``last``."""
    probe = walk.beside(frame._replace(whole=None, share=False))
    for position in range(first, last + 1):
        if walk.tokens[position].kind not in ("date", "blank", "mark"):
            words.read(probe, position)
    return probe.frame


def _announced(
    walk: Walk, start: int, quantity: Quantity, frame: Frame, several: bool
) -> Reading | None:
    """Reads a figure by the clause that follows it: 3.13亿人！这是…我国农村网民的规模.

    Of ``several`` figures it is the first, and the clause names the first up to its conjunction.
    """
    probe = walk.beside(frame._replace(area_state="old"))
    reading = None
    for position in range(start, len(walk.tokens)):
        kind = walk.tokens[position].kind
        if kind == "quantity":
            return None  # 8.97亿，是全部网民的99.3%: what follows has a figure of its own
        if kind == "stop" or (kind == "comma" and probe.clause.named):
            break
        if several and kind == "conjunction" and reading is None:
            reading = attach.as_level(walk, quantity, probe.frame, ())
        words.read(probe, position)
    reading = reading or attach.as_level(walk, quantity, probe.frame, ())
    if reading is None or not (probe.clause.named or probe.clause.hinted):
        return None
    walk.moment, walk.moment_sentence, walk.told = probe.moment, walk.sentence, probe.told
    walk.frame = reading.frame
    return reading


def _rank_before_its_name(walk: Walk, index: int, frame: Frame) -> Reading | None:
    """65th with an EGDI of: the rank in the index that the sentence names next."""
    for position in range(index + 1, len(walk.tokens)):
        token = walk.tokens[position]
        if token.kind in ("stop", "quantity"):
            return None
        if token.kind == "geo":
            frame = frame._replace(geo=token.name)
        if token.kind == "label":
            group = walk.vocabulary.group_of[token.name]
            for id in walk.vocabulary.members[group]:
                if walk.vocabulary.indicators[id].unit == "rank":
                    return Reading(id, "level", frame._replace(group=group, indicator=id))
            return None
    return None

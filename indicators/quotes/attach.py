"""Attaching a figure to its frame: as a level of an indicator of what is being spoken of."""

from __future__ import annotations

from indicators.quantities import Quantity
from indicators.quotes import resolve
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading
from indicators.quotes.walk import Walk


def as_level(
    walk: Walk, quantity: Quantity, frame: Frame, recent: tuple[Reading, ...]
) -> Reading | None:
    if quantity.unit == "number" and walk.clause.bracketed:
        return None
    if quantity.unit == "percent" and _is_of_some(walk, frame):
        return None
    counted = quantity.unit == "count"
    if counted and (walk.clause.partial or (walk.clause.shared and frame.share)):
        return None  # 国务院部门占1961家, 手机网民中有1.6亿: a part
    if counted and frame.whole == "population":
        return None  # 美国总人口约3.23亿
    frame = _with_part(walk, quantity, frame)
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
    if frame.share and all(part != frame.group for part, _ in walk.vocabulary.shares):
        return frame  # 没上网的有4.16亿，农村占62.7%: a share of those, and of no others
    if frame.indicator is None or frame.area in known[frame.indicator].areas:
        return frame
    for reading in walk.recent:
        compatible = resolve.is_compatible(reading.indicator, quantity, walk.vocabulary)
        if compatible and frame.area in known[reading.indicator].areas:
            group = reading.frame.group
            walk.frame = frame._replace(group=group, indicator=reading.indicator)
            return walk.frame
    return frame


def _is_of_some(walk: Walk, frame: Frame) -> bool:
    """月收入五千元以上的网民占29.3%: a share of some people among all, not of all."""
    alone = frame.share and frame.whole is None and frame.area == "total"
    return alone and walk.clause.led > 1 and (frame.group, frame.group) in walk.vocabulary.shares


def _with_part(walk: Walk, quantity: Quantity, frame: Frame) -> Frame:
    """用户占网民的比重: what is a share of netizens is not netizens, but the subject before."""
    if quantity.unit != "percent" or not frame.share or frame.area != "total":
        return frame
    if frame.whole is None or frame.whole != frame.group:
        return frame
    for reading in walk.recent:
        part = reading.frame.group or ""
        if part != frame.whole and (part, frame.whole) in walk.vocabulary.shares:
            return reading.frame._replace(share=True, whole=frame.whole)
    return frame

"""The figure of a cell in its unit: the cell's own, else its column's, its row's, the caption's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.quantities import Quantity
from indicators.quotes import resolve
from indicators.quotes.frames import Frame
from indicators.quotes.headings import Heading
from indicators.quotes.resolve import Reading
from indicators.quotes.tableunits import Unit
from indicators.quotes.walk import Walk
from indicators.units import COUNTED

_RATE = re.compile(r"率|速|幅|同比|环比|growth|%")
_RATIO = re.compile(r"(?:分|分[值数]|指数|[率度]|占比|比[例重])$")
_GREATEST_PERCENT = 100
_POINTS = frozenset(("百分点", "个百分点", "pp"))


@dataclass(frozen=True, slots=True)
class Around:
    """The headings that may tell a figure's unit, the nearest first."""

    above: tuple[Heading, ...]
    beside: tuple[Heading, ...]
    further: tuple[Heading, ...]  # the row above that goes on here, and the caption

    def near(self) -> tuple[Heading, ...]:
        """Those of the figure's own row and column."""
        return (*self.above, *self.beside)


def read(
    walk: Walk, frame: Frame, figure: Quantity, around: Around, changes: bool
) -> tuple[Quantity, Reading] | None:
    """The figure in its unit and what it quotes, or None."""
    if changes:
        return _change(walk, frame, figure, around.near())
    position = any(heading.position for heading in around.near())
    for quantity in _in_units(figure, frame, walk, around):
        indicator = _level(walk, frame, quantity)
        if indicator is None or _is_a_part(walk, frame, indicator, around):
            continue
        known = walk.vocabulary.indicators[indicator]
        if (position and known.unit != "rank") or _is_a_ratio(around, known.unit):
            return None
        source = resolve.with_source(indicator, frame, walk.vocabulary)
        return quantity, Reading(source, "level", frame)
    return None


def _is_a_ratio(around: Around, unit: str) -> bool:
    """Whether the headings speak of scores or rates, and the indicator counts things."""
    return unit in COUNTED and any(
        _RATIO.search(heading.text) and "label" not in heading.kinds for heading in around.near()
    )


def _in_units(figure: Quantity, frame: Frame, walk: Walk, around: Around) -> Iterator[Quantity]:
    """The figure in each unit it may be in, the nearest told first."""
    if figure.unit != "number":
        yield figure
        return
    own = [unit for heading in around.above for unit in heading.units]
    if own:
        for unit in own:
            yield from _applied(figure, unit)
        return
    for heading in (*around.beside, *around.further):
        for unit in heading.units:
            yield from _applied(figure, unit)
        if heading.units:
            break
    yield from _implied(figure, frame, walk, bool(around.above))


def _implied(figure: Quantity, frame: Frame, walk: Walk, headed: bool) -> Iterator[Quantity]:
    """The unit an indicator is always in; a bare number needs a heading above it to be a figure."""
    known = walk.vocabulary.indicators.get(frame.indicator or "")
    unit = known.unit if known else None
    if headed and (frame.share or unit == "percent"):
        yield replace(figure, unit="percent")
    elif headed and unit == "rank":
        yield replace(figure, unit="rank")
    elif (headed and unit in COUNTED and "." not in figure.surface) or (
        unit == "index" and (headed or "." in figure.surface)
    ):
        yield figure


def _applied(figure: Quantity, unit: Unit) -> Iterator[Quantity]:
    """A bare number in a unit; 位 and 名 count people or give a rank."""
    value, step = round(figure.value * unit.factor, 6), figure.step * unit.factor
    if unit.thing == "%":
        yield replace(figure, unit="percent")
    elif unit.thing == "‰":
        yield replace(
            figure, unit="percent", value=round(figure.value / 10, 9), step=figure.step / 10
        )
    elif unit.thing in _POINTS:
        yield replace(figure, unit="point")
    elif unit.thing == "分" and unit.factor == 1:
        yield figure
    else:
        if unit.thing in ("位", "名") and unit.factor == 1:
            yield replace(figure, unit="rank")
        yield replace(figure, unit="count", value=value, step=step, classifier=unit.thing)


def _level(walk: Walk, frame: Frame, quantity: Quantity) -> str | None:
    """The indicator of the frame whose level the quantity is; never another of its group."""
    if quantity.unit == "percent" and quantity.value > _GREATEST_PERCENT:
        return None
    indicator = resolve.level(frame, quantity, (), walk.vocabulary)
    if indicator is None or frame.indicator in (None, indicator) or frame.share:
        return indicator
    return indicator if frame.indicator in walk.vocabulary.needs_area else None


def _is_a_part(walk: Walk, frame: Frame, indicator: str, around: Around) -> bool:
    """Whether the headings tell a part of what the indicator counts: 国务院部门, 省级."""
    known = walk.vocabulary.indicators[indicator]
    if frame.level is not None and known.levels == ("",) and known.unit in COUNTED:
        return True
    told = (*around.near(), around.further[-1])
    excluded = walk.vocabulary.excludes[indicator]
    return any(word in heading.text for heading in told for word in excluded)


def _change(
    walk: Walk, frame: Frame, figure: Quantity, near: Sequence[Heading]
) -> tuple[Quantity, Reading] | None:
    """The figure of a change: growth in percent, points of a percentage, or an increment."""
    frame = frame._replace(share=False)
    for quantity in _changes(figure, near):
        if quantity.unit not in ("percent", "point", "count", "times"):
            continue
        least = walk.vocabulary.least.get(frame.indicator or "", 0)  # bounds levels only
        bounded = replace(quantity, value=max(quantity.value, float(least)))
        tried = bounded if quantity.unit == "count" else quantity
        reading = resolve.change(frame, tried, (), walk.vocabulary)
        if reading is not None:
            return quantity, reading
    return None


def _changes(figure: Quantity, near: Sequence[Heading]) -> Iterator[Quantity]:
    if figure.unit != "number":
        yield figure
        return
    units = [unit for heading in near for unit in heading.units if heading.change]
    for unit in units:
        yield from _applied(figure, unit)
    if not units and any(heading.change and _RATE.search(heading.text) for heading in near):
        yield replace(figure, unit="percent")

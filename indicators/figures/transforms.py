"""A line told otherwise: as change, in absolute terms or in percent, or as an index of a base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Literal, get_args

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Line
from indicators.series import Observation
from indicators.units import Unit

Transform = Literal["level", "diff", "pct", "index"]
TRANSFORMS: tuple[Transform, ...] = get_args(Transform)
YEAR = 12  # months


def offered(lines: Sequence[Line], unit: Unit) -> tuple[Transform, ...]:
    """What these lines can be told as. A rank has differences, and neither percent nor index."""
    changes = any(changed(line, "diff").points for line in lines)
    several = any(len(_exact(line)) > 1 for line in lines)
    can = {
        "level": True,
        "diff": changes,
        "pct": changes and unit != "rank",
        "index": several and unit != "rank",
    }
    return tuple(transform for transform in TRANSFORMS if can[transform])


def transformed(lines: Sequence[Line], transform: Transform, base: str) -> tuple[Line, ...]:
    """The lines so told; those that have nothing left are dropped. ``base`` is that of an index.

    Bounds are left out: a difference of two bounds says nothing.
    """
    if transform == "level":
        return tuple(lines)
    told = (
        indexed(line, base) if transform == "index" else changed(line, transform) for line in lines
    )
    return tuple(line for line in told if line.points)


def changed(line: Line, transform: Transform) -> Line:
    """The change since twelve months before; of a series by editions, since the edition before.

    A month without such an earlier figure has no value; nothing is interpolated.
    """
    exact = {point.as_of: point for point in _exact(line)}
    months = sorted(exact)
    before = dict(zip(months[1:], months, strict=False))
    if not by_editions(line):
        before = {month: periods.shift(month, -YEAR) for month in months}
    points = tuple(
        replace(point, value=_change(exact[earlier].value, point.value, transform))
        for month, point in exact.items()
        if (earlier := before.get(month, "")) in exact and exact[earlier].value
    )
    return Line(line.key, points)


def by_editions(line: Line) -> bool:
    """Whether the series comes more rarely than every year, as the UN survey does."""
    months = [point.as_of for point in _exact(line)]
    steps = [periods.between(first, then) for first, then in pairwise(months)]
    return len(steps) > 1 and median(steps) > YEAR


def indexed(line: Line, base: str) -> Line:
    """The line in hundredths of its figure of the month ``base``; empty where it has none."""
    exact = _exact(line)
    whole = next((point.value for point in exact if point.as_of == base), 0.0)
    points = (replace(point, value=100 * point.value / whole) for point in exact if whole)
    return Line(line.key, tuple(points))


def bases(lines: Sequence[Line]) -> tuple[str, ...]:
    """The months an index may have for its base, those that most lines have first, then by time."""
    held = Counter(point.as_of for line in lines for point in _exact(line) if point.value)
    return tuple(sorted(held, key=lambda month: (-held[month], month)))


def unit_of(indicator: Indicator, transform: Transform) -> Unit:
    """The unit of the values so told: a difference of percentages is in points."""
    if transform in ("pct", "index"):
        return "percent" if transform == "pct" else "index"
    return "point" if transform == "diff" and indicator.unit == "percent" else indicator.unit


def value_words(value: float, indicator: Indicator, transform: Transform, lang: str) -> str:
    """A value so told, for people: 55.8%, +5.9个百分点, +9.1%, 128.4."""
    if transform == "level":
        return units.text(value, indicator.unit, lang)
    if transform == "diff":
        return units.difference(value, indicator.unit, lang)
    if transform == "pct":
        sign = "+" if value > 0 else "\u2212" if value < 0 else "±"
        return sign + units.text(abs(value), "percent", lang)
    return f"{value:,.1f}"


def _exact(line: Line) -> tuple[Observation, ...]:
    return tuple(point for point in line.points if point.status != "approximate")


def _change(before: float, after: float, transform: Transform) -> float:
    return after - before if transform == "diff" else 100 * (after - before) / before

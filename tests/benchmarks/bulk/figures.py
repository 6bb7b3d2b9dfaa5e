"""Official figures as a press writes them: exactly, roughly, in the wrong unit, or plainly wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from indicators import library, units
from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.series import Observation

NAMES = 4  # of an indicator, the most usual ones
AREAS = {"total": "", "urban": "城镇", "rural": "农村"}
LEAST = 3  # figures a series must have, so that one can be out of date
FIRST = "2007-06"  # definitions before were others
YI, WAN = 100_000_000, 10_000
APART = 0.006  # of a figure; a false one is no rounding of a true one
ALIKE = 0.03  # of a figure; closer ones may be said to be the same


@dataclass(frozen=True, slots=True)
class Series:
    """One official series of China as it may be quoted: its names and its figures by month."""

    indicator: str
    names: tuple[str, ...]
    classifier: str  # 人, 个 or ""
    percent: bool
    figures: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A figure as written: 约, 7.7, 亿人."""

    about: str
    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.about}{self.number}{self.unit}"


@cache
def every() -> tuple[Series, ...]:
    """The series that a name alone tells: of the usual scope, with figures that were printed."""
    data = library.default()
    return tuple(
        series
        for one in data.indicators.values()
        if one.family != "world" and (one.unit == "percent" or one.unit in units.COUNTED)
        for series in _of(one, data)
    )


def _of(one: Indicator, data: Library) -> Iterator[Series]:
    first = max([FIRST, *(change.as_of for change in one.breaks if change.scope_before)])
    for area, prefix in AREAS.items():
        usual = ("CN", area, "", one.default_scope, "seen")
        figures = tuple(
            seen
            for seen in data.observations[one.id]
            if (seen.geo, seen.area, seen.level, seen.scope, seen.status) == usual
            and seen.as_of >= first
            and seen.printed[:1].isdigit()  # more than 250 million proves no other figure wrong
        )
        if len(figures) >= LEAST:
            known = [name for name in one.wording.labels if not name.isascii()]
            names = tuple(prefix + name for name in known[:NAMES])
            yield Series(one.id, names, units.classifier(one.unit), one.unit == "percent", figures)


def exact(series: Series, value: float, rng: random.Random) -> Written:
    """A value with the digits that reports print, in one of their spellings."""
    if series.percent:
        return Written("", f"{value:.1f}", "%")
    if value >= YI:
        return Written("", f"{value / YI:.2f}", "亿" + rng.choice(("", series.classifier)))
    return Written("", rng.choice((f"{value:.0f}", f"{value:,.0f}")), series.classifier)


def rough(series: Series, value: float, rng: random.Random) -> Written:
    """The same to fewer digits, said to be about that."""
    about = rng.choice(("约", "大约", "约为"))
    if series.percent:
        return Written(about, f"{value:.0f}", "%")
    if value >= YI:
        return Written(about, f"{value / YI:.1f}", "亿" + series.classifier)
    return Written(about, f"{value / WAN:.1f}", "万" + series.classifier)


def in_wrong_unit(series: Series, value: float, rng: random.Random) -> Written | None:
    """The same with 亿 for 万 or the other way; None for a percentage."""
    if series.percent:
        return None
    if value >= YI:
        return Written("", f"{value / YI:.2f}", "万" + series.classifier)
    digits = rng.choice((1, 2))
    return Written("", f"{value / WAN:.{digits}f}", "亿" + series.classifier)


def false(series: Series, value: float, rng: random.Random) -> float:
    """A value of the same size that no official figure has."""
    while True:
        made = value * rng.choice((rng.uniform(0.72, 0.88), rng.uniform(1.13, 1.38)))
        made = round(made, 1 if series.percent else 0)
        possible = not (series.percent and made >= 100)
        if possible and all(abs(made - one) > APART * one for one in _values(series.percent)):
            return made


def alike(one: Observation, other: Observation) -> bool:
    """Whether two figures may pass for the same."""
    return abs(one.value - other.value) <= ALIKE * other.value


@cache
def _values(percent: bool) -> tuple[float, ...]:
    """Every official figure of China that is a percentage, or every one that is none."""
    data = library.default()
    return tuple(
        seen.value
        for one in data.indicators.values()
        for seen in data.observations[one.id]
        if seen.geo == "CN" and (one.unit == "percent") == percent
    )

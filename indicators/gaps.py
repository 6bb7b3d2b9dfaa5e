"""Which periods a series lacks, and in which numbered report each missing figure would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from indicators.figures.lines import Key, Line, gaps, split
from indicators.library import Library
from indicators.sources import Source

# What the reports count as resources is of another month than their survey, where they differ.
RESOURCES = ("domain", "site")
HALF = 0.5  # of the figures of a line must come from numbered reports to expect one in each
RHYTHM = 3  # figures at least, before a line without reports can be said to miss a beat


@dataclass(frozen=True, slots=True)
class Run:
    """Periods missing one after another. ``first`` and ``last`` are the months that are missing,
    or the months that are there on either side where the publisher has no numbered reports.

    ``reports`` are the numbers of the reports in which they would stand.
    """

    first: str
    last: str
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What one line lacks. ``series`` is that of its numbered reports, "" where it has none."""

    key: Key
    series: str
    runs: tuple[Run, ...]

    @property
    def count(self) -> int:
        """How many reports lack it; for other lines, how many gaps there are."""
        return sum(len(run.reports) or 1 for run in self.runs)


@lru_cache(maxsize=4)
def find(library: Library) -> tuple[Gap, ...]:
    """The gaps of China's lines, in the order of the indicators. Single figures are no line."""
    return tuple(
        gap
        for indicator, points in library.observations.items()
        for line in split(points)
        if line.key.geo == "CN" and len(line.points) > 1
        for gap in _of(line, library, indicator)
    )


def _of(line: Line, library: Library, indicator: str) -> Iterator[Gap]:
    series = _series(line, library)
    if series:
        runs = _unreported(line, _reports(library, series), library.indicators[indicator].unit)
    else:
        runs = _between(line)
    if runs:
        yield Gap(line.key, series, runs)


def _series(line: Line, library: Library) -> str:
    """The series of numbered reports that most of a line's figures come from."""
    named = Counter(library.sources[point.source].series for point in line.points)
    series, count = named.most_common(1)[0]
    return series if series and count >= HALF * len(line.points) else ""


def _reports(library: Library, series: str) -> list[Source]:
    found = [known for known in library.sources.values() if known.series == series and known.as_of]
    return sorted(found, key=lambda known: known.number or 0)


def _unreported(line: Line, reports: Sequence[Source], unit: str) -> tuple[Run, ...]:
    """The reports from the line's first figure on that give it none."""
    there = {point.as_of for point in line.points}
    first = line.points[0].as_of
    expected = [one for one in reports if (one.as_of or "") >= first]
    runs = []
    for lacking, group in groupby(expected, lambda one: not there & _months(one)):
        if lacking:
            run = list(group)
            months = [_month(one, unit) for one in run]
            runs.append(Run(months[0], months[-1], tuple(one.number or 0 for one in run)))
    return tuple(runs)


def _months(report: Source) -> set[str]:
    return {month for month in (report.as_of, report.resources_as_of) if month}


def _month(report: Source, unit: str) -> str:
    resources = report.resources_as_of if unit in RESOURCES else None
    return resources or report.as_of or ""


def _between(line: Line) -> tuple[Run, ...]:
    """The stretches without a figure that are longer than the line's own rhythm."""
    months = [point.as_of for point in line.points]
    if len(months) < RHYTHM:
        return ()
    return tuple(Run(months[at - 1], months[at]) for at in gaps(tuple(months)))

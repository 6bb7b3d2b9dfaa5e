"""The official figures arranged for checking: by series, by month, with their printed precision."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from indicators import periods
from indicators.checks.agreement import Figure, printed_step
from indicators.library import Library
from indicators.series import Observation

# A report appears about two months after its survey; used where its date is not known. A source
# that appeared much later (a yearbook, a database) was not the first to print the figure.
USUAL_DELAY, LONGEST_DELAY = 2, 12


class Key(NamedTuple):
    """What one series is about."""

    indicator: str
    geo: str = "CN"
    area: str = "total"
    level: str = ""
    scope: str = ""

    @property
    def code(self) -> str:
        """The series as a fact of a reason; ``parse`` reads it back."""
        return "|".join(self)

    @classmethod
    def parse(cls, code: str) -> Key:
        return cls(*code.split("|"))

    @classmethod
    def of(cls, observation: Observation) -> Key:
        return cls(
            observation.indicator,
            observation.geo,
            observation.area,
            observation.level,
            observation.scope,
        )


@dataclass(frozen=True, slots=True)
class Official:
    """One observation with what checking needs of it."""

    observation: Observation
    figure: Figure
    month: int  # ordinal of as_of
    published: str  # YYYY-MM
    series: str  # as a fact of a reason

    @property
    def as_of(self) -> str:
        return self.observation.as_of

    @property
    def firm(self) -> bool:
        """Whether it may prove a quote wrong; a bound or a press rounding may not."""
        return self.observation.status != "approximate"


Line = tuple[Official, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Figures:
    """All series of a library; each line is sorted by month."""

    lines: Mapping[Key, Line]
    by_indicator: Mapping[str, tuple[Key, ...]]
    months: Mapping[tuple[Key, str], Official]

    def line(self, key: Key) -> Line:
        return self.lines.get(key, ())

    def at(self, key: Key, month: str) -> Official | None:
        """The figure of exactly this month."""
        return self.months.get((key, month))

    def around(self, key: Key, month: str) -> tuple[Official | None, Official | None]:
        """The last figure before a month and the first one from it on."""
        line = self.line(key)
        place = bisect_left(line, periods.ordinal(month), key=lambda official: official.month)
        return (
            line[place - 1] if place else None,
            line[place] if place < len(line) else None,
        )

    def known(self, key: Key, published: str | None) -> Line:
        """The figures that were out when a text was published; all of them if that is unknown."""
        line = self.line(key)
        if published is None:
            return line
        return tuple(official for official in line if official.published <= published)


@functools.lru_cache(maxsize=4)
def of(library: Library) -> Figures:
    """The figures of a library, arranged once."""
    lines: dict[Key, list[Official]] = defaultdict(list)
    for official in _all(library):
        lines[Key.of(official.observation)].append(official)
    sorted_lines = {
        key: tuple(sorted(line, key=lambda official: official.month)) for key, line in lines.items()
    }
    keys: dict[str, list[Key]] = defaultdict(list)
    for key in sorted_lines:
        keys[key.indicator].append(key)
    return Figures(
        lines=sorted_lines,
        by_indicator={indicator: tuple(own) for indicator, own in keys.items()},
        months={(key, item.as_of): item for key, line in sorted_lines.items() for item in line},
    )


def _all(library: Library) -> Iterator[Official]:
    for observations in library.observations.values():
        for observation in observations:
            yield Official(
                observation,
                _figure(observation),
                periods.ordinal(observation.as_of),
                _published(observation, library),
                Key.of(observation).code,
            )


def _figure(observation: Observation) -> Figure:
    step = printed_step(observation.printed, observation.value)
    return Figure(observation.value, step, step if observation.status == "derived" else 0.0)


def _published(observation: Observation, library: Library) -> str:
    source = library.sources.get(observation.source)
    stated = (source.published or "")[:7] if source else ""
    if (
        periods.is_month(stated)
        and 0 <= periods.between(observation.as_of, stated) <= LONGEST_DELAY
    ):
        return stated
    return periods.shift(observation.as_of, USUAL_DELAY)

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
    superseded: str = ""  # YYYY-MM, where the publisher has revised it since

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
    earlier: Mapping[tuple[Key, str], Line]  # what was official before a revision, oldest first
    revised: frozenset[Key]  # the series that have such figures

    def line(self, key: Key) -> Line:
        return self.lines.get(key, ())

    def at(self, key: Key, month: str, published: str | None = None) -> Official | None:
        """The figure of exactly this month, as it stood when a text was published."""
        for old in self.earlier.get((key, month), ()):
            if published and published < old.superseded:
                return old
        return self.months.get((key, month))

    def others(self, official: Official) -> Line:
        """The other editions of a figure, today's first; none where it was never revised."""
        place = (Key.of(official.observation), official.as_of)
        old = self.earlier.get(place)
        if not old:
            return ()
        return tuple(one for one in (self.months[place], *old) if one is not official)

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
        out = tuple(official for official in line if official.published <= published)
        if key not in self.revised:
            return out
        return tuple(self.at(key, official.as_of, published) or official for official in out)


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
    earlier = _earlier(library)
    return Figures(
        lines=sorted_lines,
        by_indicator={indicator: tuple(own) for indicator, own in keys.items()},
        months={(key, item.as_of): item for key, line in sorted_lines.items() for item in line},
        earlier=earlier,
        revised=frozenset(key for key, _ in earlier),
    )


def _earlier(library: Library) -> Mapping[tuple[Key, str], Line]:
    """The replaced figures by series and month, the first replaced first."""
    found: dict[tuple[Key, str], list[Official]] = defaultdict(list)
    for vintage in sorted(library.vintages, key=lambda vintage: vintage.superseded):
        official = _official(vintage.observation, library, vintage.superseded)
        found[Key.of(vintage.observation), vintage.observation.as_of].append(official)
    return {place: tuple(line) for place, line in found.items()}


def _all(library: Library) -> Iterator[Official]:
    for observations in library.observations.values():
        for observation in observations:
            yield _official(observation, library)


def _official(observation: Observation, library: Library, superseded: str = "") -> Official:
    return Official(
        observation,
        _figure(observation),
        periods.ordinal(observation.as_of),
        _published(observation, library),
        Key.of(observation).code,
        superseded,
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

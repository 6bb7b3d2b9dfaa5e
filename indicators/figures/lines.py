"""Which observations form one line, and where a line has a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from indicators import periods
from indicators.library import Library
from indicators.series import Observation

# A step this much longer than its neighbours is a missing survey. 9 months among 6 is one survey
# held late (2020-03); 12 among 6 is one survey missing; 12 before the 6s began is neither.
GAP = 1.5
# No official series comes more rarely than every second year, so this is a gap in any company.
LONGEST = 27  # months
NEIGHBOURS = 3  # steps on either side that tell the usual rhythm at that time


@dataclass(frozen=True, slots=True)
class Key:
    """What must agree for two observations to stand on one line."""

    indicator: str
    geo: str
    area: str
    level: str
    scope: str


@dataclass(frozen=True, slots=True)
class Line:
    """Observations that may be joined, by time. Never two scopes, areas, levels or places."""

    key: Key
    points: tuple[Observation, ...]

    @property
    def last(self) -> Observation:
        return self.points[-1]


def key(observation: Observation) -> Key:
    """The line an observation belongs to."""
    o = observation
    return Key(o.indicator, o.geo, o.area, o.level, o.scope)


def split(observations: Iterable[Observation]) -> tuple[Line, ...]:
    """Sort observations into lines, in the order in which the lines first appear."""
    found: dict[Key, list[Observation]] = {}
    for observation in observations:
        found.setdefault(key(observation), []).append(observation)
    return tuple(
        Line(key, tuple(sorted(points, key=lambda o: o.as_of))) for key, points in found.items()
    )


@lru_cache(maxsize=512)
def lines_of(library: Library, indicator: str) -> tuple[Line, ...]:
    """The lines of an indicator; none where it has no figures."""
    return split(library.observations.get(indicator, ()))


def segments(line: Line) -> tuple[tuple[Observation, ...], ...]:
    """The stretches of a line to draw unbroken: exact figures with no survey missing between."""
    exact = [point for point in line.points if point.status != "approximate"]
    if not exact:
        return ()
    breaks = gaps(tuple(point.as_of for point in exact))
    edges = [0, *breaks, len(exact)]
    return tuple(tuple(exact[start:end]) for start, end in pairwise(edges))


def is_broken(line: Line) -> bool:
    """Whether the line is drawn in several stretches; a few scattered points are not a line."""
    stretches = segments(line)
    return len(stretches) > 1 and any(len(stretch) > 1 for stretch in stretches)


def bounds(line: Line) -> tuple[Observation, ...]:
    """The figures that are only bounds or rounded press figures (more than, nearly)."""
    return tuple(point for point in line.points if point.status == "approximate")


@lru_cache(maxsize=512)
def gaps(months: tuple[str, ...]) -> tuple[int, ...]:
    """The places in a run of months before which one or more surveys are missing.

    What is usual is read from the steps around: ("2015-06", "2015-12", "2016-12", "2017-06",
    "2017-12") -> (2,).
    """
    steps = [periods.between(first, then) for first, then in pairwise(months)]
    return tuple(place + 1 for place in range(len(steps)) if _is_gap(steps, place))


def _is_gap(steps: Sequence[int], place: int) -> bool:
    """The rhythm may change at a step (yearly, then half-yearly), so the slower side decides."""
    before = steps[max(0, place - NEIGHBOURS) : place][::-1]
    after = steps[place + 1 : place + 1 + NEIGHBOURS]
    if before and after:
        usual = max(median(before), median(after))
    elif before or after:
        usual = max((before or after)[0], median(before or after))
    else:
        usual = 12
    return steps[place] > min(GAP * usual, LONGEST)

"""China's population at year-end, and the number of netizens recomputed from it as a check.

A population was revised after the 2020 census: what was known when a report appeared is the
earlier figure, and only with it does the report's rate give the report's number. A recomputed
number is a check on two published ones and never a figure of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators import periods, printed
from indicators.datafiles import Row, read_csv
from indicators.series import Observation
from indicators.sources import Source

COLUMNS = ("as_of", "area", "value", "printed", "source", "status", "superseded", "note")
USERS, RATE = "internet_users", "internet_penetration"
# Points of penetration by which a rate and a number of one report miss each other: the report's
# own population is not the one at year-end.
TOLERANCE = 0.6


@dataclass(frozen=True, slots=True)
class Count:
    """One population. ``superseded`` is when a revision replaced it (YYYY[-MM]), "" if none did."""

    as_of: str
    area: str
    value: float
    printed: str
    source: str
    status: str
    superseded: str
    note: str


@dataclass(frozen=True, slots=True)
class Recount:
    """The netizens of one survey: as printed, and as the rate and the population give them."""

    rate: Observation
    users: Observation
    population: Count

    @property
    def recomputed(self) -> float:
        return self.rate.value / 100 * self.population.value

    @property
    def apart(self) -> float:
        """Recomputed less printed, in points of penetration."""
        return 100 * (self.recomputed - self.users.value) / self.population.value

    @property
    def agrees(self) -> bool:
        return abs(self.apart) <= TOLERANCE


def load(path: Path, sources: Mapping[str, Source]) -> tuple[Count, ...]:
    """The counts of data/population.csv in the file's order; DataError names file and row."""
    found: dict[tuple[str, str, str], Count] = {}
    for row in read_csv(path, COLUMNS):
        count = _count(row, sources)
        key = (count.as_of, count.area, count.superseded)
        if key in found:
            raise row.fail(f"{count.as_of} {count.area} stands here twice")
        found[key] = count
    return tuple(found.values())


def _count(row: Row, sources: Mapping[str, Source]) -> Count:
    if not periods.is_month(row["as_of"]):
        raise row.fail(f"as_of: {row['as_of']!r} is not a month (YYYY-MM)")
    if row["superseded"] and not periods.is_date(row["superseded"]):
        raise row.fail(f"superseded: {row['superseded']!r} is not a date (YYYY or YYYY-MM)")
    if row["area"] not in ("total", "urban", "rural"):
        raise row.fail(f"area: {row['area']!r} is none of total, urban, rural")
    if row["source"] not in sources:
        raise row.fail(f"unknown source {row['source']!r}: no such file in data/sources/")
    value = row.number("value")
    if row["printed"] and not printed.agrees(row["printed"], value):
        raise row.fail(f"printed {row['printed']!r} is not the value {row['value']}")
    rest = {name: row[name] for name in COLUMNS if name != "value"}
    return Count(value=value, **rest)


def known(counts: Sequence[Count], as_of: str, area: str, when: str) -> Count | None:
    """The population of a year-end as it stood at a date (YYYY or YYYY-MM)."""
    own = [count for count in counts if (count.as_of, count.area) == (as_of, area)]
    then = [count for count in own if count.superseded and when < count.superseded]
    current = [count for count in own if not count.superseded]
    return next(iter(then or current), None)


def recounts(
    observations: Mapping[str, Sequence[Observation]],
    counts: Sequence[Count],
    sources: Mapping[str, Source],
) -> tuple[Recount, ...]:
    """Every survey at a year-end that has rate, number and population for the whole country."""
    users = {seen.as_of: seen for seen in observations.get(USERS, ()) if _whole(seen)}
    found = []
    for rate in observations.get(RATE, ()):
        if not _whole(rate) or rate.as_of not in users:
            continue
        when = sources[rate.source].published or periods.shift(rate.as_of, 2)
        population = known(counts, rate.as_of, "total", when)
        if population:
            found.append(Recount(rate, users[rate.as_of], population))
    return tuple(found)


def _whole(seen: Observation) -> bool:
    return (seen.geo, seen.area, seen.scope) == ("CN", "total", "") and seen.status == "seen"

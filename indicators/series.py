"""The official figures: observations by indicator, read from data/indicators/<id>.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from indicators import periods
from indicators.catalogue import Indicator
from indicators.datafiles import Row, read_csv
from indicators.places import Place
from indicators.sources import Source

Status = Literal["seen", "derived", "approximate"]
COLUMNS = (
    "as_of", "geo", "area", "level", "scope", "value", "printed", "source", "status", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Observation:
    """One official figure. ``value`` is in the indicator's base unit, ``printed`` as published.

    ``as_of`` is YYYY-MM. ``geo`` is CN, an ISO 3166-2 code (CN-HA) or an ISO3 country code.
    ``area`` is total | urban | rural; ``level`` is "" or province | prefecture | county |
    township; ``scope`` is "" or the scope id. ``source`` is the id of a file in data/sources/.
    """

    indicator: str
    as_of: str
    geo: str
    area: str
    level: str
    scope: str
    value: float
    printed: str
    source: str
    status: Status
    note: str


def load(
    path: Path, indicator: Indicator, sources: Mapping[str, Source], places: Mapping[str, Place]
) -> tuple[Observation, ...]:
    """The observations of one indicator, sorted by month; DataError names file and row."""
    rows = [(row, _observation(row, indicator)) for row in read_csv(path, COLUMNS)]
    for row, seen in rows:
        _check_known(row, seen, indicator, sources, places)
    return tuple(sorted((seen for _, seen in rows), key=lambda seen: seen.as_of))


def _observation(row: Row, indicator: Indicator) -> Observation:
    if not periods.is_month(row["as_of"]):
        raise row.fail(f"as_of: {row['as_of']!r} is not a month (YYYY-MM)")
    if row["status"] not in get_args(Status):
        raise row.fail(f"status: {row['status']!r} is none of {', '.join(get_args(Status))}")
    return Observation(
        indicator=indicator.id,
        as_of=row["as_of"],
        geo=row["geo"],
        area=row["area"],
        level=row["level"],
        scope=row["scope"],
        value=row.number("value"),
        printed=row["printed"],
        source=row["source"],
        status=cast(Status, row["status"]),
        note=row["note"],
    )


def _check_known(
    row: Row,
    seen: Observation,
    indicator: Indicator,
    sources: Mapping[str, Source],
    places: Mapping[str, Place],
) -> None:
    if seen.source not in sources:
        raise row.fail(f"unknown source {seen.source!r}: no such file in data/sources/")
    if seen.geo not in places:
        raise row.fail(f"unknown place {seen.geo!r}: it is not in data/places.csv")
    for kind, value, allowed in (
        ("area", seen.area, indicator.areas),
        ("level", seen.level, indicator.levels),
        ("scope", seen.scope, tuple(indicator.scopes)),
    ):
        if value not in allowed:
            raise row.fail(f"unknown {kind} {value!r}; {indicator.id} has {', '.join(allowed)}")

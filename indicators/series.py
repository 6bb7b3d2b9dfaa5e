"""The official figures: observations by indicator, read from data/indicators/<id>.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Literal, cast, get_args

from indicators import periods, printed
from indicators.catalogue import Indicator
from indicators.datafiles import Row, read_csv
from indicators.places import Place
from indicators.sources import Source
from indicators.units import COUNTED

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
        _check_value(row, seen, indicator)
        _check_printed(row, seen)
        _check_source(row, seen, sources[seen.source])
    rows.sort(key=lambda pair: pair[1].as_of)
    _check_unique(rows)
    _check_areas(rows, indicator)
    _check_jumps(rows, indicator)
    return tuple(seen for _, seen in rows)


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
            known = ", ".join(repr(name) for name in allowed)
            raise row.fail(f"unknown {kind} {value!r}; {indicator.id} has {known}")


def _check_value(row: Row, seen: Observation, indicator: Indicator) -> None:
    if not isfinite(seen.value) or seen.value < 0:
        raise row.fail(f"value: {row['value']} is not a figure of zero or more")
    if indicator.unit == "percent" and seen.value > 100:
        raise row.fail(f"value: {row['value']} is outside 0 to 100 percent")
    whole = indicator.unit in COUNTED or indicator.unit == "rank"
    if whole and not seen.value.is_integer():
        raise row.fail(f"value: {row['value']} is not whole, but {indicator.unit} is counted")


def _check_printed(row: Row, seen: Observation) -> None:
    """What the publisher printed must round to the value; only arithmetic of ours is unprinted."""
    if not seen.printed:
        if seen.status == "seen":
            raise row.fail("printed: a figure that was seen has a printed form")
        return
    agrees = printed.agrees(seen.printed, seen.value)
    if agrees is None:
        raise row.fail(f"printed: {seen.printed!r} cannot be read as a figure")
    if not agrees:
        raise row.fail(f"printed {seen.printed!r} is not the value {row['value']}")


def _check_source(row: Row, seen: Observation, source: Source) -> None:
    """A report cannot print a figure of a later month than the one it surveyed."""
    if source.as_of and seen.as_of > source.as_of:
        raise row.fail(f"as_of {seen.as_of} lies after the survey of {source.id}, {source.as_of}")
    if source.published and seen.as_of > source.published[:7].ljust(7, "~"):
        raise row.fail(f"as_of {seen.as_of} lies after {source.id} appeared, {source.published}")


def _check_unique(rows: list[tuple[Row, Observation]]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for row, seen in rows:
        key = (seen.as_of, seen.geo, seen.area, seen.level, seen.scope)
        if key in first:
            raise row.fail(f"duplicate of line {first[key]}: {' '.join(filter(None, key))}")
        first[key] = row.line


def _check_areas(rows: list[tuple[Row, Observation]], indicator: Indicator) -> None:
    """Shares add to 100; a rate of the whole lies between those of its urban and rural parts."""
    if indicator.unit != "percent":
        return
    groups: dict[tuple[str, ...], dict[str, tuple[Row, Observation]]] = {}
    for row, seen in rows:
        key = (seen.as_of, seen.geo, seen.level, seen.scope)
        groups.setdefault(key, {})[seen.area] = (row, seen)
    for areas in groups.values():
        if not {"urban", "rural"} <= areas.keys():
            continue
        row, urban = areas["urban"]
        rural = areas["rural"][1]
        if indicator.adds_to_100 and abs(urban.value + rural.value - 100) > 0.15:
            raise row.fail(f"urban {urban.value:g} and rural {rural.value:g} do not add to 100")
        if "total" in areas and not indicator.adds_to_100:
            row, total = areas["total"]
            low, high = sorted((urban.value, rural.value))
            if not low <= total.value <= high:
                raise row.fail(f"total {total.value:g} is outside {low:g} to {high:g}")


def _check_jumps(rows: list[tuple[Row, Observation]], indicator: Indicator) -> None:
    """A figure more than three times its neighbour is a slip, or its note says why it is not."""
    if indicator.unit == "rank":
        return
    last: dict[tuple[str, ...], float] = {}
    for row, seen in rows:
        key = (seen.geo, seen.area, seen.level, seen.scope)
        before = last.get(key, 0.0)
        low, high = sorted((before, seen.value))
        if low > 0 and high > 3 * low and not seen.note:
            raise row.fail(f"{seen.value:g} after {before:g}: a jump of more than x3 needs a note")
        last[key] = seen.value

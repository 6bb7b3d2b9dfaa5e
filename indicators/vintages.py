"""Figures that their publisher has replaced since: what was official until a revision.

data/vintages.csv holds them; the series hold the figures of today.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators import periods, printed
from indicators.datafiles import Row, read_csv
from indicators.series import Observation
from indicators.sources import Source

COLUMNS = (
    "indicator", "as_of", "geo", "area", "level", "scope", "value", "printed", "source",
    "superseded", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vintage:
    """One replaced figure. From the month ``superseded`` (YYYY-MM) on ``current`` is known."""

    observation: Observation
    current: Observation
    superseded: str


def load(
    path: Path, observations: Mapping[str, Sequence[Observation]], sources: Mapping[str, Source]
) -> tuple[Vintage, ...]:
    """The replaced figures in the file's order; DataError names file and row.

    Each needs a figure of today in the series, and another one than that.
    """
    found: dict[tuple[str, ...], Vintage] = {}
    for row in read_csv(path, COLUMNS):
        if row["indicator"] not in observations:
            raise row.fail(f"unknown indicator {row['indicator']!r}")
        # Where a series is broken, that is the one thing to report.
        if not observations[row["indicator"]]:
            continue
        vintage = _vintage(row, observations, sources)
        key = (*_place(vintage.observation), vintage.superseded)
        if key in found:
            raise row.fail("this figure stands here twice")
        found[key] = vintage
    return tuple(found.values())


def _vintage(
    row: Row, observations: Mapping[str, Sequence[Observation]], sources: Mapping[str, Source]
) -> Vintage:
    if row["source"] not in sources:
        raise row.fail(f"unknown source {row['source']!r}: no such file in data/sources/")
    if not periods.is_month(row["superseded"]):
        raise row.fail(f"superseded: {row['superseded']!r} is not a month (YYYY-MM)")
    value = row.number("value")
    if not printed.agrees(row["printed"], value):
        raise row.fail(f"printed {row['printed']!r} is not the value {row['value']}")
    own = {name: row[name] for name in COLUMNS if name not in ("value", "superseded")}
    old = Observation(value=value, status="seen", **own)
    current = next(
        (seen for seen in observations[old.indicator] if _place(seen) == _place(old)), None
    )
    if current is None:
        raise row.fail("the series has no figure that replaced this one")
    if current.value == value:
        raise row.fail("the series still holds this figure")
    return Vintage(old, current, row["superseded"])


def _place(seen: Observation) -> tuple[str, ...]:
    return (seen.indicator, seen.as_of, seen.geo, seen.area, seen.level, seen.scope)

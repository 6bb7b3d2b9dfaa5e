"""The GovTech Maturity Index: which group an economy is in, edition by edition; never a ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from indicators.datafiles import read_csv
from indicators.places import Place
from indicators.sources import Source

Group = Literal["A", "B", "C", "D"]
GROUPS: tuple[Group, ...] = get_args(Group)
COLUMNS = ("edition", "geo", "group", "source")


@dataclass(frozen=True, slots=True)
class Grouping:
    """One economy in one edition (a year): A is very high maturity, D low."""

    edition: str
    geo: str
    group: Group
    source: str


def load(
    path: Path, sources: Mapping[str, Source], places: Mapping[str, Place]
) -> tuple[Grouping, ...]:
    """The groupings of data/gtmi.csv in the file's order; DataError names file and row."""
    found: dict[tuple[str, str], Grouping] = {}
    for row in read_csv(path, COLUMNS):
        edition, geo, group, source = (row[name] for name in COLUMNS)
        if group not in GROUPS:
            raise row.fail(f"group: {group!r} is none of {', '.join(GROUPS)}")
        if geo not in places:
            raise row.fail(f"unknown place {geo!r}: it is not in data/places.csv")
        if source not in sources:
            raise row.fail(f"unknown source {source!r}: no such file in data/sources/")
        if (edition, geo) in found:
            raise row.fail(f"{geo} stands here twice for {edition}")
        found[edition, geo] = Grouping(edition, geo, group, source)
    return tuple(found.values())

"""Where the province-level units stand on the grid of tiles, and what is written on each tile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue import Bilingual
from indicators.datafiles import Row, read_csv
from indicators.places import Place

COLUMNS = ("code", "row", "column", "zh", "en")


@dataclass(frozen=True, slots=True)
class Province:
    """One tile: rows count from the north, columns from the west, both from 1.

    ``label`` has a "|" where the name may be broken, as a tile on a phone is 38 pixels wide.
    """

    code: str
    row: int
    column: int
    label: Bilingual


def load(path: Path, places: Mapping[str, Place]) -> tuple[Province, ...]:
    """The tiles of data/provinces.csv in the file's order; DataError with file and row."""
    found: list[Province] = []
    for row in read_csv(path, COLUMNS):
        province = _province(row, places)
        for other in found:
            if other.code == province.code:
                raise row.fail(f"{other.code} stands here twice")
            if (other.row, other.column) == (province.row, province.column):
                raise row.fail(f"{other.code} stands on the same tile")
        found.append(province)
    return tuple(found)


def _province(row: Row, places: Mapping[str, Place]) -> Province:
    code = row["code"]
    if code not in places or not places[code].is_province:
        raise row.fail(f"code: {code!r} is no province of data/places.csv")
    if not (row["zh"] and row["en"]):
        raise row.fail("zh and en are required")
    label = Bilingual(row["zh"], row["en"])
    return Province(code, _place(row, "row"), _place(row, "column"), label)


def _place(row: Row, column: str) -> int:
    if not (row[column].isdecimal() and int(row[column]) > 0):
        raise row.fail(f"{column}: {row[column]!r} is not a whole number from 1")
    return int(row[column])

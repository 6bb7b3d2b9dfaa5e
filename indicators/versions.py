"""The version of the data and what each one changed, read from data/version.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indicators import periods
from indicators.catalogue import Bilingual, bilingual
from indicators.datafiles import Table, read_toml


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the data: its name, its day (YYYY-MM-DD), and what it changed."""

    name: str
    date: str
    note: Bilingual


def load(path: Path) -> tuple[Version, ...]:
    """Every version, the present one first; DataError names file and line."""
    table = read_toml(path)
    table.only("version", "date", "note", "earlier")
    present = _version(table, bilingual(table.table("note")))
    return (present, *map(_earlier, table.tables("earlier")))


def _earlier(table: Table) -> Version:
    table.only("version", "date", "zh", "en")
    return _version(table, Bilingual(table.text("zh"), table.text("en")))


def _version(table: Table, note: Bilingual) -> Version:
    if not periods.is_date(table.text("date")):
        raise table.fail("date", f"{table.text('date')!r} is not a date (YYYY-MM-DD)")
    return Version(table.text("version"), table.text("date"), note)

"""Where missing figures would be found, and what else is missing: read from data/gaps.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from indicators.catalogue import Bilingual
from indicators.datafiles import Table, read_toml


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that is missing and that no program can see."""

    what: Bilingual
    where: Bilingual


@dataclass(frozen=True, slots=True)
class Missing:
    """By indicator, where to look for its figures; and what is known to be missing."""

    where: Mapping[str, Bilingual] = field(default_factory=dict)
    known: tuple[Absence, ...] = ()


NOTHING = Missing()


def load(path: Path) -> Missing:
    """What the file says; DataError names file and line."""
    table = read_toml(path)
    table.only("where", "known")
    where: dict[str, Bilingual] = {}
    for entry in table.tables("where"):
        entry.only("indicators", "zh", "en")
        for indicator in entry.texts("indicators"):
            if indicator in where:
                raise entry.fail("indicators", f"{indicator!r} stands here twice")
            where[indicator] = Bilingual(entry.text("zh"), entry.text("en"))
    return Missing(where, tuple(_absence(entry) for entry in table.tables("known")))


def _absence(table: Table) -> Absence:
    table.only("zh", "en", "where_zh", "where_en")
    return Absence(
        Bilingual(table.text("zh"), table.text("en")),
        Bilingual(table.text("where_zh"), table.text("where_en")),
    )

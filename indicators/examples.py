"""One sentence for each verdict, read from data/examples.toml: the rules shown at work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indicators import periods
from indicators.datafiles import Table, read_toml


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the month it is taken to have appeared, and the verdict it is to show."""

    verdict: str
    published: str
    text: str


def load(path: Path) -> tuple[Example, ...]:
    """The examples in the order of the file; DataError names file and line."""
    table = read_toml(path)
    table.only("examples")
    return tuple(_example(entry) for entry in table.tables("examples"))


def _example(table: Table) -> Example:
    table.only("verdict", "published", "text")
    published = table.text("published")
    if not periods.is_month(published):
        raise table.fail("published", f"{published!r} is not a month (YYYY-MM)")
    return Example(table.text("verdict"), published, table.text("text"))

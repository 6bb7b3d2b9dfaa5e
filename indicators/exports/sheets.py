"""The tables beside the figures: indicators, sources, corrections, quotes, other CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indicators.corrections import Correction
from indicators.datafiles import read_text
from indicators.errors import DataError
from indicators.exports.fields import OURS, Descriptor, kinds_of
from indicators.exports.rows import Cells
from indicators.library import Library
from indicators.sources import Source
from indicators.spreadsheets import csv_bytes, number
from indicators.texts import QUOTE_COLUMNS

_SOURCE = (
    "id", "title_zh", "title_en", "publisher_zh", "publisher_en", "published", "series", "number",
    "as_of", "url", "licence", "note",
)  # fmt: skip
_INDICATOR = (
    "id", "family", "unit", "name_zh", "name_en", "definition_zh", "definition_en",
)  # fmt: skip
_CORRECTION = (
    "origin", "indicator", "geo", "area", "level", "scope", "as_of", "printed", "value", "expect",
    "why_zh", "why_en",
)  # fmt: skip
# Folders whose CSV files are described by themselves.
_APART = ("indicators", "texts")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its columns, its rows in their order, and what holds of them."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Cells]
    required: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    kinds: Mapping[str, Descriptor] | None = None  # None: our own columns

    @property
    def path(self) -> str:
        return f"{self.name}.csv"

    def file(self) -> bytes:
        """The table as a CSV file."""
        return csv_bytes(self.columns, self.rows)

    def records(self) -> list[dict[str, str | float | None]]:
        """The table as JSON has it; an empty cell is null."""
        return [
            {
                column: cell if cell != "" else None
                for column, cell in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]

    def used(self, library: Library) -> list[Source]:
        """The publications that its column ``source`` names, each once."""
        if "source" not in self.columns:
            return []
        at = self.columns.index("source")
        named = dict.fromkeys(str(row[at]) for row in self.rows if len(row) > at)
        return [library.sources[id] for id in named if id in library.sources]

    def known(self) -> Mapping[str, Descriptor]:
        """What the columns hold."""
        return OURS if self.kinds is None else self.kinds


def indicators(library: Library) -> Sheet:
    """The dictionary: one row an indicator."""
    rows: list[Cells] = [
        (
            known.id, known.family, known.unit, known.name.zh, known.name.en,
            known.definition.zh, known.definition.en,
        )
        for known in library.indicators.values()
    ]  # fmt: skip
    return Sheet("indicators", _INDICATOR, rows, _INDICATOR, ("id",))


def sources(library: Library) -> Sheet:
    """The publications that figures are cited from, one a row."""
    rows = [_source(source) for source in library.sources.values()]
    return Sheet("sources", _SOURCE, rows, _SOURCE[:5], ("id",))


def corrections(library: Library) -> Sheet:
    """Wrong figures in circulation and publishers' slips, with what the official series holds."""
    rows = [_correction(one) for one in library.corrections]
    return Sheet("corrections", _CORRECTION, rows, ("origin", "indicator", "as_of", "printed"))


def quotes(library: Library) -> Sheet:
    """Every reviewed quote of every text, with the verdict a person held right."""
    rows: list[Cells] = [
        (
            document.slug, quote.surface, quote.indicator, quote.kind, quote.geo, quote.area,
            quote.level, number(quote.value), quote.unit, quote.as_of, "|".join(quote.expected),
            quote.why,
        )
        for document in library.documents.values()
        for quote in document.quotes
    ]  # fmt: skip
    return Sheet("quotes", ("text", *QUOTE_COLUMNS), rows, ("text", "surface", "indicator"))


def others(root: Path) -> Iterator[Sheet]:
    """Every other CSV file under data/, as it is: places, and whatever else stands there."""
    for path in sorted(root.rglob("*.csv")):
        place = path.relative_to(root)
        if place.parts[0] in _APART:
            continue
        # A file that cannot be read is one of the library's problems and named on every page.
        with suppress(DataError):
            yield _other(place.with_suffix("").as_posix(), path)


def _other(name: str, path: Path) -> Sheet:
    lines = list(csv.reader(io.StringIO(read_text(path), newline="")))
    if not lines:
        raise DataError(path, 0, "the file is empty")
    columns, *rows = lines
    kinds = kinds_of(dict(zip(columns, row, strict=False)) for row in rows)
    key = ("code",) if "code" in columns else ()
    return Sheet(name, tuple(columns), [tuple(row) for row in rows], key, key, kinds)


def _source(source: Source) -> Cells:
    return (
        source.id, source.title_zh, source.title_en, source.publisher_zh, source.publisher_en,
        source.published, source.series, source.number, source.as_of, source.url, source.licence,
        source.note,
    )  # fmt: skip


def _correction(one: Correction) -> Cells:
    return (
        one.origin, one.indicator, one.geo, one.area, one.level, one.scope, one.as_of, one.printed,
        None if one.value is None else number(one.value),
        None if one.expect is None else number(one.expect), one.why.zh, one.why.en,
    )  # fmt: skip

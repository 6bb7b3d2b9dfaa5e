"""The library of texts: each one exactly as received, its bibliography and its reviewed quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from indicators import periods
from indicators.catalogue import AREAS, Indicator
from indicators.datafiles import Row, Table, read_csv, read_text, read_toml
from indicators.errors import DataError
from indicators.places import Place
from indicators.units import Unit

KINDS = ("level", "change")

QUOTE_COLUMNS = (
    "surface", "indicator", "kind", "geo", "area", "level", "value", "unit", "as_of", "expected",
    "why",
)  # fmt: skip
_KEYS = (
    "title", "title_en", "authors", "institution", "container", "published", "doi", "rights",
    "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewedQuote:
    """One row of <slug>.quotes.csv: a quote a person has reviewed, with the verdict expected.

    ``expected`` holds every verdict that is right. The engine is held to these rows by a test.
    """

    surface: str
    indicator: str
    kind: str
    geo: str
    area: str
    level: str
    value: float
    unit: str
    as_of: str | None
    expected: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the library. What the document itself does not tell is None or empty."""

    slug: str
    raw: str
    title: str
    title_en: str | None
    authors: tuple[str, ...]
    institution: str | None
    container: str | None  # journal or site
    published: str | None  # YYYY, YYYY-MM or YYYY-MM-DD
    doi: str | None
    rights_zh: str
    rights_en: str
    note_zh: str
    note_en: str
    quotes: tuple[ReviewedQuote, ...]

    @property
    def month(self) -> str | None:
        """The month it came out, where it tells one: "2017-12-03" -> "2017-12"."""
        return self.published[:7] if self.published and len(self.published) >= 7 else None


def load(path: Path) -> Document:
    """The text whose bibliography is this TOML file, with its .txt and .quotes.csv beside it."""
    table = read_toml(path)
    table.only(*_KEYS)
    rights, note = table.table("rights"), table.optional_table("note")
    return Document(
        slug=path.stem,
        raw=read_text(path.with_suffix(".txt")),
        title=table.text("title"),
        title_en=table.optional_text("title_en"),
        authors=table.texts("authors"),
        institution=table.optional_text("institution"),
        container=table.optional_text("container"),
        published=_date(table),
        doi=table.optional_text("doi"),
        rights_zh=rights.text("zh"),
        rights_en=rights.text("en"),
        note_zh=note.text("zh") if note else "",
        note_en=note.text("en") if note else "",
        quotes=tuple(_quote(r) for r in read_csv(path.with_suffix(".quotes.csv"), QUOTE_COLUMNS)),
    )


def check(
    path: Path,
    document: Document,
    indicators: Mapping[str, Indicator],
    places: Mapping[str, Place],
) -> None:
    """Hold the reviewed quotes of a text against the catalogue; DataError names file and row.

    ``path`` is the bibliography's. Indicators that are not in the mapping are unknown.
    """
    for line, quote in enumerate(document.quotes, 2):
        fault = _fault(quote, indicators.get(quote.indicator))
        if quote.geo not in places:
            fault = f"unknown place {quote.geo!r}"
        if fault:
            raise DataError(path.with_suffix(".quotes.csv"), line, fault)


def _fault(quote: ReviewedQuote, indicator: Indicator | None) -> str | None:
    if indicator is None:
        return f"unknown indicator {quote.indicator!r}"
    if quote.area not in AREAS:
        return f"unknown area {quote.area!r}"
    if quote.level not in indicator.levels:
        return f"unknown level {quote.level!r} of {quote.indicator}"
    if quote.kind == "level" and quote.unit != indicator.unit:
        return f"unit {quote.unit!r}, but {quote.indicator} is in {indicator.unit}"
    return None


def _date(table: Table) -> str | None:
    published = table.optional_text("published")
    if published is not None and not periods.is_date(published):
        raise table.fail("published", f"{published!r} is not a date (YYYY, YYYY-MM, YYYY-MM-DD)")
    return published


def _quote(row: Row) -> ReviewedQuote:
    if row["as_of"] and not periods.is_month(row["as_of"]):
        raise row.fail(f"as_of: {row['as_of']!r} is not a month (YYYY-MM)")
    if row["kind"] not in KINDS:
        raise row.fail(f"kind: {row['kind']!r} is none of {', '.join(KINDS)}")
    if row["unit"] not in get_args(Unit):
        raise row.fail(f"unit: {row['unit']!r} is none of {', '.join(get_args(Unit))}")
    if not row["surface"] or not row["expected"]:
        raise row.fail("surface and expected are required")
    return ReviewedQuote(
        surface=row["surface"],
        indicator=row["indicator"],
        kind=row["kind"],
        geo=row["geo"],
        area=row["area"],
        level=row["level"],
        value=row.number("value"),
        unit=row["unit"],
        as_of=row["as_of"] or None,
        expected=tuple(row["expected"].split("|")),
        why=row["why"],
    )

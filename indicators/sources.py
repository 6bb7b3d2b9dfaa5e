"""The publications that figures are cited from, one TOML file each under data/sources/."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indicators import periods
from indicators.datafiles import Table, read_toml

_KEYS = (
    "title_zh", "title_en", "publisher_zh", "publisher_en", "published", "series", "number",
    "as_of", "resources_as_of", "url", "licence", "note", "live",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One publication: the 41st CNNIC report, a State Council census of government websites …

    ``published`` is YYYY, YYYY-MM or YYYY-MM-DD, None where unknown. ``as_of`` is the survey date
    of a periodic report (YYYY-MM), ``resources_as_of`` the date its domains and sites were
    counted where that is another (45th report). ``url`` is an official address or None, never that
    of a mirror.
    """

    id: str
    title_zh: str
    title_en: str
    publisher_zh: str
    publisher_en: str
    published: str | None
    series: str | None  # "cnnic" for the numbered reports
    number: int | None  # 41 for the 41st report
    as_of: str | None
    resources_as_of: str | None
    url: str | None
    licence: str | None
    note: str
    live: str | None = None  # the code of the World Bank's series that refreshes its figures


def load(path: Path) -> Source:
    """The publication a TOML file describes, its stem the id. DataError if it is wrong."""
    table = read_toml(path)
    table.only(*_KEYS)
    series = table.optional_text("series")
    return Source(
        id=path.stem,
        title_zh=table.text("title_zh"),
        title_en=table.text("title_en"),
        publisher_zh=table.text("publisher_zh"),
        publisher_en=table.text("publisher_en"),
        published=_date(table, "published"),
        series=series,
        number=table.integer("number") if series else None,
        as_of=_month(table, "as_of"),
        resources_as_of=_month(table, "resources_as_of"),
        url=_url(table),
        licence=table.optional_text("licence"),
        note=table.optional_text("note") or "",
        live=table.optional_text("live"),
    )


def unreadable(source_id: str) -> Source:
    """A stand-in for a source whose file is broken, so that its figures can still be shown."""
    return Source(
        source_id, source_id, source_id, "", "", None, None, None, None, None, None, None, ""
    )


def _date(table: Table, key: str) -> str | None:
    value = table.optional_text(key)
    if value is not None and not periods.is_date(value):
        raise table.fail(key, f"{value!r} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)")
    return value


def _month(table: Table, key: str) -> str | None:
    value = table.optional_text(key)
    if value is not None and not periods.is_month(value):
        raise table.fail(key, f"{value!r} is not a month (YYYY-MM)")
    return value


def _url(table: Table) -> str | None:
    value = table.optional_text("url")
    if value is not None and not value.startswith("https://"):
        raise table.fail("url", "an https address is required here")
    return value

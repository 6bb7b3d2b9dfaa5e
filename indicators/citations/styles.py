"""The three styles a reference is written in: GB/T 7714-2015 (numbered), APA 7 and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Style = Literal["gbt7714", "apa", "bibtex"]
STYLES: tuple[Style, ...] = get_args(Style)
Kind = Literal["report", "article", "web", "database", "other"]

# GB/T 7714-2015, table B.1 (type of document); /OL follows when it was read online.
_GBT_CODES: Mapping[Kind, str] = {
    "report": "R",
    "article": "J",
    "web": "EB",
    "database": "DB",
    "other": "Z",
}
_BIBTEX_TYPES: Mapping[Kind, str] = {
    "report": "techreport",
    "article": "article",
    "web": "misc",
    "database": "misc",
    "other": "misc",
}
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """What a reference says, before any style; None and "" are unknown. Dates are ISO, cut short.

    ``title`` is in the language of the reference, ``translation`` its English rendering where the
    work itself is in Chinese. ``note`` is only written by styles that have a place for it.
    """

    key: str
    kind: Kind
    authors: tuple[str, ...]
    corporate: bool  # organisations, not persons with family names
    title: str
    translation: str
    container: str
    publisher: str
    published: str | None
    accessed: date
    url: str | None
    doi: str | None
    note: str
    lang: str


def render(record: Record, style: Style) -> str:
    """Write a record in one of the styles."""
    styles: Mapping[Style, Callable[[Record], str]] = {
        "gbt7714": _gbt7714,
        "apa": _apa,
        "bibtex": _bibtex,
    }
    return styles[style](record)


def _gbt7714(record: Record) -> str:
    medium = "/OL" if record.url or record.kind == "web" else ""
    title = f"{record.title or _untitled(record)}[{_GBT_CODES[record.kind]}{medium}]"
    parts = [_gbt_authors(record), title, _gbt_imprint(record), record.url or ""]
    parts.append(f"DOI:{record.doi}" if record.doi else "")
    return ". ".join(part for part in parts if part) + "."


def _gbt_authors(record: Record) -> str:
    if len(record.authors) <= 3:
        return ", ".join(record.authors)
    return ", ".join(record.authors[:3]) + (", et al" if record.lang == "en" else ", 等")


def _gbt_imprint(record: Record) -> str:
    """出版项: what is read online may do without a place, print says it is unknown (8.6)."""
    accessed = f"[{record.accessed.isoformat()}]" if record.url else ""
    updated = f"({record.published})" if record.published else ""
    year = f", {record.published[:4]}" if record.published else ""
    if record.kind == "article":
        return (record.container + year).removeprefix(", ") + accessed
    if record.container:
        return record.container + year + updated + accessed
    if record.url:
        return updated + accessed
    if not record.publisher:
        return year.removeprefix(", ")
    place = "[S.l.]" if record.lang == "en" else "[出版地不详]"
    return f"{place}: {record.publisher.replace('、', ', ')}{year}"


def _apa(record: Record) -> str:
    title = record.title or _untitled(record)
    bracket = record.translation or ("Data set" if record.kind == "database" else "")
    title += f" [{bracket}]" if bracket else ""
    dated = f"({_apa_date(record)})"
    author = _apa_authors(record.authors)
    lead = [_closed(author), f"{dated}."] if author else []
    parts = [*lead, _closed(title), *([] if author else [f"{dated}."])]
    # An organisation that publishes its own work is named once, as the author.
    host = record.container or ("" if record.corporate else record.publisher)
    parts.append(_closed(host) if host else "")
    parts.append(f"https://doi.org/{record.doi}" if record.doi else _apa_address(record))
    return " ".join(part for part in parts if part)


def _closed(words: str) -> str:
    return words if words.endswith((".", "。", "?", "？")) else f"{words}."


def _apa_authors(authors: tuple[str, ...]) -> str:
    """Up to twenty names, the last after an ampersand (APA 7, 9.8)."""
    if len(authors) > 20:
        return ", ".join(authors[:19]) + f", . . . {authors[-1]}"
    if len(authors) < 2:
        return "".join(authors)
    return ", ".join(authors[:-1]) + f", & {authors[-1]}"


def _apa_date(record: Record) -> str:
    if not record.published:
        return "n.d."
    year, *rest = record.published.split("-")
    if not rest or record.kind == "article":
        return year
    month = _ENGLISH_MONTHS[int(rest[0]) - 1]
    return f"{year}, {month} {int(rest[1])}" if len(rest) > 1 else f"{year}, {month}"


def _apa_address(record: Record) -> str:
    """The date of retrieval belongs only to what changes: this dashboard, a page without date."""
    if not record.url or (record.published and record.kind != "database"):
        return record.url or ""
    day = record.accessed
    return f"Retrieved {_ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}, from {record.url}"


def _bibtex(record: Record) -> str:
    year, *rest = (record.published or "").split("-")
    names = [_escaped(name) for name in record.authors]
    names = [f"{{{name}}}" for name in names] if record.corporate else names
    place = {"report": "institution", "article": "journal"}.get(record.kind, "howpublished")
    host = record.publisher if record.kind == "report" else record.container or record.publisher
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_escaped(record.title or _untitled(record))}}}",
        place: _escaped(host),
        "year": year,
        "month": _ENGLISH_MONTHS[int(rest[0]) - 1][:3].lower() if rest else "",
        "day": str(int(rest[1])) if len(rest) > 1 else "",
        "doi": record.doi or "",
        "url": _bare_address(record.url or ""),
        "urldate": record.accessed.isoformat() if record.url else "",
        "note": _escaped("; ".join(part for part in (record.translation, record.note) if part)),
    }
    # Months are BibTeX's own names and stand without braces.
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
        if value.strip("{}")
    ]
    key = re.sub(r"[^A-Za-z0-9:_-]", "", record.key) or "source"
    return f"@{_BIBTEX_TYPES[record.kind]}{{{key},\n" + ",\n".join(lines) + "\n}"


def _escaped(words: str) -> str:
    """LaTeX's ten special characters, written so that they print as themselves."""
    special = {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "{}$&#_%"},
    }
    return "".join(special.get(char, char) for char in " ".join(words.split()))


def _bare_address(url: str) -> str:
    """BibTeX reads an address verbatim, so only what would end the field is encoded."""
    return "".join(f"%{ord(char):02X}" if char in "{}\\ " else char for char in url)


def _untitled(record: Record) -> str:
    return "[Untitled]" if record.lang == "en" else "[无题名]"

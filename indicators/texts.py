"""The library of texts: each one exactly as received, its bibliography and its reviewed quotes."""

from __future__ import annotations

from dataclasses import dataclass


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

"""The whole pipeline in one call: raw text in, repaired text and judged quotes out."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.checks import Inconsistency, Verdict
from indicators.cleaning import CleanText
from indicators.library import Library
from indicators.quotes import Quote


@dataclass(frozen=True, slots=True)
class Finding:
    """One quoted figure, where it stands and how it was judged.

    ``claim`` is the stable id that URLs use: the first 8 hex digits of sha256 over the text's
    hash, start, end and indicator. ``start``/``end`` are raw offsets, ``surface`` the raw
    characters there. ``certain`` is False where the figure touches an uncertain repair.
    """

    claim: str
    start: int
    end: int
    surface: str
    sentence: str  # clean
    quote: Quote
    verdict: Verdict
    certain: bool
    inconsistent: Inconsistency | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text holds."""

    clean: CleanText
    sentences: tuple[tuple[int, int], ...]  # spans in clean.text
    published: str | None
    findings: tuple[Finding, ...]


def read(raw: str, library: Library, published: str | None = None) -> Reading:
    """Read a text: repair it, find its quotes of catalogue indicators, judge each one.

    ``published`` is the text's month (YYYY-MM) where known; it anchors 去年底 and 目前.
    """
    raise RuntimeError("under construction")

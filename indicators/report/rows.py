"""One finding as one record: the keys of the command line, always all of them, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from indicators.checks import Inconsistency, render
from indicators.library import Library
from indicators.quotes import Quote
from indicators.reading import Finding, Reading
from indicators.series import Observation
from indicators.strings import Lang
from indicators.units import Unit

Scalar = str | int | float | bool | None
Row = Mapping[str, object]
KEYS = (
    "text", "claim", "surface", "start", "end", "sentence", "indicator", "kind", "geo", "area",
    "level", "scope", "value", "unit", "approx", "as_of", "verdict", "reference", "difference",
    "reason", "certain", "inconsistent",
)  # fmt: skip
_WORDED_UNITS = ("percent", "point", "times", "rank")


def rows(name: str, reading: Reading, library: Library, lang: Lang) -> Iterator[Row]:
    """The findings of a text in their order, each with all of KEYS.

    ``value`` and ``difference`` are in base units, whole numbers as int; ``reason`` is a sentence.
    """
    for finding in reading.findings:
        yield _row(name, finding, library, lang)


def _row(name: str, finding: Finding, library: Library, lang: Lang) -> Row:
    quote, verdict = finding.quote, finding.verdict
    return {
        "text": name,
        "claim": finding.claim,
        "surface": finding.surface,
        "start": finding.start,
        "end": finding.end,
        "sentence": finding.sentence,
        "indicator": quote.indicator,
        "kind": quote.kind,
        "geo": quote.geo,
        "area": quote.area,
        "level": quote.level,
        "scope": quote.scope,
        "value": number(quote.quantity.value),
        "unit": unit_of(quote, library),
        "approx": quote.quantity.approx,
        "as_of": month_of(quote),
        "verdict": verdict.kind.value,
        "reference": _reference(verdict.reference),
        "difference": number(verdict.difference),
        "reason": render(verdict.reason, lang, library),
        "certain": finding.certain,
        "inconsistent": _inconsistent(finding.inconsistent, lang, library),
    }


def number(value: float | None) -> float | int | None:
    """Whole values as int; binary dust from scaling is left out."""
    if value is None:
        return None
    rounded = round(value, 6)
    return int(rounded) if rounded.is_integer() else rounded


def unit_of(quote: Quote, library: Library) -> Unit:
    """The unit of the quoted value: as written, or the indicator's where it is bare or counted."""
    if quote.quantity.unit in _WORDED_UNITS:
        return cast(Unit, quote.quantity.unit)
    return library.indicators[quote.indicator].unit


def month_of(quote: Quote) -> str | None:
    """The month a quote names or is sure to mean; None for a figure of now or of no time."""
    return quote.as_of or (None if quote.current else quote.inferred)


def _reference(observation: Observation | None) -> Mapping[str, Scalar] | None:
    if observation is None:
        return None
    return {
        "indicator": observation.indicator,
        "area": observation.area,
        "as_of": observation.as_of,
        "value": number(observation.value),
        "source": observation.source,
        "status": observation.status,
    }


def _inconsistent(
    found: Inconsistency | None, lang: Lang, library: Library
) -> Mapping[str, object] | None:
    if found is None:
        return None
    return {
        "with": list(found.others),
        "recomputed": number(found.recomputed),
        "reason": render(found.reason, lang, library),
    }

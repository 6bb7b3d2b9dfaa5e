"""The library's texts: every reviewed quote is found, nothing else, and judged as reviewed."""

from __future__ import annotations

from collections import Counter

import pytest

from indicators import library, reading
from indicators.library import Library
from indicators.reading import Finding
from indicators.report.rows import month_of, unit_of
from indicators.texts import ReviewedQuote

SHELF = library.load()
Key = tuple[str, str, str, str, str, str, float, str, str | None]


def reviewed_key(quote: ReviewedQuote) -> Key:
    return (
        quote.surface, quote.indicator, quote.kind, quote.geo, quote.area, quote.level,
        quote.value, quote.unit, quote.as_of,
    )  # fmt: skip


def found_key(finding: Finding, shelf: Library) -> Key:
    quote = finding.quote
    return (
        quote.quantity.surface, quote.indicator, quote.kind, quote.geo, quote.area, quote.level or "",
        quote.quantity.value, unit_of(quote, shelf), month_of(quote),
    )  # fmt: skip


@pytest.mark.parametrize("slug", SHELF.documents)
@pytest.mark.parametrize("dated", [False, True], ids=["undated", "dated"])
def test_the_engine_finds_what_a_person_reviewed_and_nothing_else(slug: str, dated: bool) -> None:
    """The same quotes with the same values and dates, whether or not the text's month is told."""
    document = SHELF.documents[slug]
    published = (document.published or "")[:7] if dated else None
    read = reading.read(document.raw, SHELF, published if published and "-" in published else None)
    found = Counter(found_key(one, SHELF) for one in read.findings)
    assert found == Counter(reviewed_key(one) for one in document.quotes)
    expected = {reviewed_key(one): one.expected for one in document.quotes}
    judged = {found_key(one, SHELF): one for one in read.findings}
    wrong = {
        key: (one.verdict.kind.value, one.verdict.reason.rule)
        for key, one in judged.items()
        if one.verdict.kind not in expected[key]
    }
    assert wrong == {}


@pytest.mark.parametrize("slug", SHELF.documents)
def test_the_texts_do_not_contradict_themselves(slug: str) -> None:
    """A contradiction in a reviewed text would be news to the reviewer."""
    read = reading.read(SHELF.documents[slug].raw, SHELF)
    assert [one.surface for one in read.findings if one.inconsistent] == []

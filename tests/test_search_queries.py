"""Labelled queries over the library: every name of an indicator, and what visitors type."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from indicators import library, search
from indicators.search import Hit, Index, Synonyms, synonyms
from indicators.ui import load

PATH = Path(__file__).with_name("search_queries.toml")
QUERIES = tomllib.loads(PATH.read_text("utf-8"))["query"]
AT, WANTED = 10, 0.95
ALL = 10_000


@cache
def shelf() -> tuple[Index, Synonyms]:
    names = Synonyms(library.default().indicators.values())
    return search.in_memory(search.of_readings(load.readings())), names


def find(typed: str, limit: int = ALL) -> tuple[Hit, ...]:
    index, names = shelf()
    return search.find(index, search.parse(typed, names), limit=limit).hits


def places(hits: tuple[Hit, ...]) -> set[str]:
    return {f"{hit.passage.doc[:3]}:{hit.passage.s}" for hit in hits}


def plain(words: str) -> str:
    """Words without what may stand between characters, for a scan that knows nothing of search."""
    return "".join(sign for sign in words.lower() if sign not in '“”" +')


def test_there_are_enough_labelled_queries() -> None:
    """At least fifty, each with something to find."""
    assert len(QUERIES) >= 50
    assert all(query["find"] for query in QUERIES)


def test_every_name_of_an_indicator_finds_every_sentence_that_has_it() -> None:
    """A scan for the characters of a name finds no sentence that the search does not."""
    scanned = 0
    sentences = {
        f"{slug[:3]}:{s}": plain(read.clean.text[start:end])
        for slug, read in load.readings().items()
        for s, (start, end) in enumerate(read.sentences, 1)
    }
    for indicator in library.default().indicators.values():
        for name in synonyms.written(indicator):
            having = {place for place, words in sentences.items() if plain(name) in words}
            if having:
                assert having <= places(find(name)), name
                scanned += 1
    assert scanned > 20


def test_every_name_of_an_indicator_finds_every_reviewed_quote_of_it() -> None:
    """Whatever name is typed, the sentences that a person marked as quoting it are found."""
    data = library.default()
    for slug, document in data.documents.items():
        read = load.readings()[slug]
        for quote in document.quotes:
            names = synonyms.written(data.indicators[quote.indicator])
            quoting = {
                f"{slug[:3]}:{s}"
                for s, span in enumerate(read.sentences, 1)
                for finding in read.findings
                if finding.quote.sentence == span and finding.quote.indicator == quote.indicator
                if finding.quote.quantity.value == quote.value
            }
            assert quoting, quote.surface
            for name in names:
                assert quoting <= places(find(name)), (name, quote.surface)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["q"])
def test_a_labelled_query_finds_its_sentences_among_the_first_ten(
    query: dict[str, str | list[str]],
) -> None:
    """Nearly all of what a reader of the texts would expect stands among the first ten hits."""
    wanted = set(query["find"])
    found = places(find(str(query["q"]), AT))
    assert len(found & wanted) >= WANTED * len(wanted), wanted - found


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["q"])
def test_what_is_found_is_marked(query: dict[str, str | list[str]]) -> None:
    """The labelled sentences show which of their characters were meant, but for silent quotes."""
    for hit in find(str(query["q"]), AT):
        assert hit.spans or hit.passage.indicators
        assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.spans)

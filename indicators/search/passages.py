"""The passage: one sentence of a text with what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicators.reading import Reading
from indicators.themes import Theme

NO_THEMES: Mapping[str, Theme] = {}

_YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?=年|[-.][01]?[0-9](?![0-9]))")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the repaired text ``doc``; ``s`` counts its sentences from 1.

    ``indicators`` are those its figures quote, ``years`` those it names or its figures are of,
    ``themes`` those whose words it has.
    """

    doc: str
    s: int
    text: str
    indicators: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def of_reading(
    doc: str, reading: Reading, themes: Mapping[str, Theme] = NO_THEMES
) -> Iterator[Passage]:
    """The passages of one text in their order."""
    quoted: dict[tuple[int, int], list[tuple[str, str | None]]] = {}
    for finding in reading.findings:
        quote = finding.quote
        as_of = quote.as_of or quote.inferred
        quoted.setdefault(quote.sentence, []).append((quote.indicator, as_of))
    for s, span in enumerate(reading.sentences, 1):
        words = reading.clean.text[slice(*span)]
        yield of_sentence(doc, s, words, quoted.get(span, ()), themes)


def of_sentence(
    doc: str,
    s: int,
    words: str,
    quoted: Iterable[tuple[str, str | None]] = (),
    themes: Mapping[str, Theme] = NO_THEMES,
) -> Passage:
    """One sentence; ``quoted`` are the indicators its figures quote, each with its month."""
    found = tuple(quoted)
    years = {month[:4] for _, month in found if month} | set(_YEAR.findall(words))
    return Passage(
        doc,
        s,
        words,
        tuple(dict.fromkeys(indicator for indicator, _ in found)),
        tuple(sorted(years)),
        tuple(id for id, theme in themes.items() if theme.found(words)),
    )


def of_readings(
    readings: Mapping[str, Reading], themes: Mapping[str, Theme] = NO_THEMES
) -> Iterator[Passage]:
    """The passages of several texts, one text after the other."""
    for doc, reading in readings.items():
        yield from of_reading(doc, reading, themes)

"""The passage as a whole: its paragraphs in turn, headlines, and the dates of its quotes settled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from indicators.library import Library
from indicators.numerals import fold
from indicators.quantities import Quantity
from indicators.quotes import figures, tokens
from indicators.quotes.dates import Moment
from indicators.quotes.quote import Basis, Quote
from indicators.quotes.vocabulary import compile_vocabulary
from indicators.quotes.walk import NOW, Draft, Walk

_LINE = re.compile(r"[^\n]+")
_BIBLIOGRAPHY = re.compile(r"\[[jmdcnrspz](?:/ol)?\]")


def read(
    text: str,
    quantities: Sequence[Quantity],
    sentences: Sequence[tuple[int, int]],
    library: Library,
    published: str | None,
) -> tuple[Quote, ...]:
    """All quotes of a text."""
    if not quantities:
        return ()
    vocabulary = compile_vocabulary(library)
    lowered = tokens.lower(fold(text))
    walk = Walk(lowered, library, vocabulary, published)
    for start, end, inside in _lines(lowered, quantities):
        if not _BIBLIOGRAPHY.search(lowered, start, end):
            figures.paragraph(walk, tokens.lex(lowered, start, end, inside, vocabulary))
    return tuple(_quote(draft, sentences, vocabulary.indicators) for draft in walk.drafts)


def _lines(
    lowered: str, quantities: Sequence[Quantity]
) -> Iterator[tuple[int, int, Sequence[Quantity]]]:
    starts = [quantity.start for quantity in quantities]
    for line in _LINE.finditer(lowered):
        first, last = bisect_right(starts, line.start() - 1), bisect_right(starts, line.end() - 1)
        yield line.start(), line.end(), quantities[first:last]


def _quote(draft: Draft, sentences: Sequence[tuple[int, int]], indicators: object) -> Quote:
    reading, moment = draft.reading, draft.moment or Moment(None, None, "none")
    basis: Basis = moment.basis
    if draft.inherited and basis == "stated":
        basis = "inherited"
    frame = reading.frame
    return Quote(
        quantity=draft.quantity,
        sentence=_sentence(draft.quantity, sentences),
        label=frame.label,
        misnomer=frame.misnomer,
        indicator=reading.indicator,
        kind=reading.kind,
        geo=frame.geo,
        area=frame.area,
        level=frame.level if reading.indicator == "gov_extranet_coverage" else None,
        scope=None,
        as_of=moment.month,
        basis=basis,
        inferred=moment.inferred,
        current=draft.moment is NOW or draft.moment is None,
        since=draft.since,
        average_of=draft.average_of,
    )


def _sentence(quantity: Quantity, sentences: Sequence[tuple[int, int]]) -> tuple[int, int]:
    index = bisect_right(sentences, (quantity.start, 1 << 60)) - 1
    return sentences[index] if index >= 0 else (quantity.start, quantity.end)

"""The sentences of finished results as passages of a search index, one text after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from indicators import search
from indicators.bulk import results
from indicators.library import Library
from indicators.search import Passage

_COLUMNS = ("text", "sentence", "indicator", "as_of")


def passages(folder: str, library: Library) -> Iterator[Passage]:
    """Each sentence that quotes a figure, once a text; ``s`` counts those of its text from 1.

    Raises InputError as ``results.rows`` does.
    """
    for text, rows in groupby(results.rows(folder, "quotes", _COLUMNS), itemgetter("text")):
        quoted: dict[str, list[tuple[str, str | None]]] = {}
        for row in rows:
            quoted.setdefault(row["sentence"], []).append((row["indicator"], row["as_of"]))
        for s, (sentence, found) in enumerate(quoted.items(), 1):
            yield search.of_sentence(text, s, sentence, found, library.themes)

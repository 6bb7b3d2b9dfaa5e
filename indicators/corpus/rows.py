"""The quotes themselves, a page at a time, in the order of the corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.corpus.asking import Corpus, Filter
from indicators.report import KEYS

MOST = 10_000  # quotes that can be paged through or saved; a filter leads to the others
_ABOUT = (
    "text", "surface", "sentence", "indicator", "kind", "geo", "area", "value", "unit", "as_of",
    "verdict", "reference", "difference", "reason",
)  # fmt: skip
# Without an order of its own DuckDB keeps that of the files, and reads no further than the page.
_PAGE = "SELECT filename, {columns} FROM quotes WHERE {condition} LIMIT $most OFFSET $start"
_TEXTS = """
    SELECT id, title, source, published FROM texts
    WHERE list_contains($files, filename) AND list_contains($ids, id)
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """One quote with its sentence and what is known of its text.

    ``reference`` has the keys of the command line, or is None; ``reason`` is in the language of
    the corpus; ``title``, ``source`` and ``published`` are None where unknown.
    """

    text: str
    surface: str
    sentence: str
    indicator: str
    kind: str
    geo: str
    area: str
    value: float
    unit: str
    as_of: str | None
    verdict: str
    reference: Mapping[str, object] | None
    difference: float | None
    reason: str
    title: str | None
    source: str | None
    published: str | None


def page(corpus: Corpus, narrowed: Filter, start: int, most: int) -> tuple[Passage, ...]:
    """At most so many quotes after the first ``start``."""
    found = _asked(corpus, _ABOUT, narrowed, start, most)
    texts = _texts(corpus, {(file, text) for file, text, *_ in found})
    unknown = (None, None, None)
    return tuple(Passage(*(*quote, *texts.get(quote[0], unknown))) for _, *quote in found)


def rows(corpus: Corpus, narrowed: Filter, most: int = MOST) -> list[dict[str, object]]:
    """At most so many quotes with the keys of the command line, for a file to take away."""
    return [
        dict(zip(KEYS, row[1:], strict=True)) for row in _asked(corpus, KEYS, narrowed, 0, most)
    ]


def _asked(
    corpus: Corpus, columns: Sequence[str], narrowed: Filter, start: int, most: int
) -> list[tuple[Any, ...]]:
    condition, facts = narrowed.clause()
    listed = ", ".join(f'"{column}"' for column in columns)
    question = _PAGE.format(columns=listed, condition=condition)
    return corpus.ask(question, {**facts, "start": start, "most": most})


def _texts(
    corpus: Corpus, places: set[tuple[str, str]]
) -> Mapping[str, tuple[str | None, str | None, str | None]]:
    """Title, source and date of these texts; a text stands in the part that its quotes stand in,
    so the other parts are not opened."""
    if not places:
        return {}
    files = {"/texts/".join(file.rsplit("/quotes/", 1)) for file, _ in places}
    facts = {"files": sorted(files), "ids": sorted(text for _, text in places)}
    return {
        id: (title, source, published) for id, title, source, published in corpus.ask(_TEXTS, facts)
    }

"""A search: the ranked hits, and what to say where there are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import tantivy

from indicators.search import compiling, marking
from indicators.search.index import Index, passage_of
from indicators.search.passages import Passage
from indicators.search.patterns import Wanted, loose
from indicators.search.query import Query

_YEARS = re.compile(r"(\d{4})(?:-\d\d)?(?:\.\.(\d{4})(?:-\d\d)?)?", re.ASCII)
_FIRST, _LAST = 1900, 2100  # years that a range may stretch over


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be of; empty values do not narrow. ``years`` are alternatives."""

    doc: str | None = None
    theme: str | None = None
    indicator: str | None = None
    years: tuple[str, ...] = ()

    def fields(self) -> Mapping[str, Sequence[str]]:
        """The values of each field of the index."""
        one = {"doc": self.doc, "theme": self.theme, "indicator": self.indicator}
        return {name: (value,) if value else () for name, value in one.items()} | {
            "year": self.years
        }


def years(period: str | None) -> tuple[str, ...]:
    """Every year that a period touches: 2017, 2017-12, 2015..2017; none where it is no period."""
    found = _YEARS.fullmatch(period or "")
    if found is None:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    return tuple(map(str, range(max(first, _FIRST), min(last, _LAST) + 1)))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; ``spans`` of its text are the words that match, sorted and apart."""

    passage: Passage
    score: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How many passages satisfy every part, and the best of them.

    Where there are none, ``missing`` lists the parts that no passage has, as typed, and ``near``
    the passages that come nearest.
    """

    total: int
    hits: tuple[Hit, ...]
    missing: tuple[str, ...] = ()
    near: tuple[Hit, ...] = ()


def find(index: Index, query: Query, filters: Filters | None = None, limit: int = 10) -> Answer:
    """The best ``limit`` passages for a query; ties in the order of the passages."""
    fields = (filters or Filters()).fields()
    result = index.searcher.search(compiling.every(query.parts, fields), limit)
    if total := _count(result):
        return Answer(total, _hits(index, result, query.parts))
    missing = tuple(
        wanted.surface
        for wanted in query.parts
        if not _count(index.searcher.search(compiling.every([wanted], fields), 1))
    )
    near = index.searcher.search(compiling.some(query.parts, fields), min(limit, 5))
    parts = (*query.parts, *(loose(wanted) for wanted in query.parts))
    return Answer(0, (), missing, _hits(index, near, parts))


def _count(result: tantivy.SearchResult) -> int:
    """How many passages match; the library's type stubs leave the attribute out."""
    return int(getattr(result, "count"))  # noqa: B009


def _hits(index: Index, result: tantivy.SearchResult, parts: Sequence[Wanted]) -> tuple[Hit, ...]:
    passages = [(passage_of(index, address), float(score)) for score, address in result.hits]
    return tuple(
        Hit(passage, score, marking.spans(passage.text, parts)) for passage, score in passages
    )

"""What the search page asks: the index of the library's sentences and the names it knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators import search
from indicators.reading import Finding
from indicators.search import Index, Passage, Synonyms
from indicators.ui import load, warm


@dataclass(frozen=True, eq=False)
class Shelf:
    """The index, the synonyms, the passages and the quotes that stand in each of them."""

    index: Index
    synonyms: Synonyms
    passages: tuple[Passage, ...]
    quotes: Mapping[tuple[str, int], tuple[Finding, ...]]

    @property
    def texts(self) -> int:
        """How many texts can be searched."""
        return len({passage.doc for passage in self.passages})


def shelf() -> Shelf:
    """The library's sentences, indexed once per process when they are first asked for."""
    return _shelf(load.root())


@st.cache_resource(show_spinner=False)
def _shelf(root: str) -> Shelf:  # noqa: ARG001 - the cache's key
    library = load.library()
    passages = tuple(search.of_readings(load.readings(), library.themes))
    synonyms = Synonyms(library.indicators.values())
    kept = Shelf(search.in_memory(passages), synonyms, passages, _quotes())
    warm.settle()
    return kept


def _quotes() -> Mapping[tuple[str, int], tuple[Finding, ...]]:
    """The quotes of each sentence, by text and number."""
    found: dict[tuple[str, int], tuple[Finding, ...]] = {}
    for slug, read in load.readings().items():
        number = {span: s for s, span in enumerate(read.sentences, 1)}
        for finding in read.findings:
            place = (slug, number.get(finding.quote.sentence, 0))
            found[place] = (*found.get(place, ()), finding)
    return found

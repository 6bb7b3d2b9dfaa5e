"""What the themes page draws from: the texts with short names, and where they tell of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators import mentions
from indicators.mentions import Cell, Matrix, Pair
from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.texts import Document
from indicators.ui import load

LONGEST = 8  # characters of a name made of a title
MOST = 32  # sections of a kind that are kept, of some 15 kB


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library's texts and what they tell of: themes, moves, and themes together."""

    readings: Mapping[str, Reading]
    found: Matrix
    rates: Mapping[Cell, float]  # of the same: sentences per thousand characters
    moves: Matrix
    pairs: tuple[Pair, ...]


def shelf() -> Shelf:
    """What the library's texts tell of, found once per process."""
    return _shelf(load.root())


@st.cache_resource(show_spinner=False)
def _shelf(root: str) -> Shelf:  # noqa: ARG001 - the cache's key
    library, readings = load.library(), load.readings()
    found = mentions.matrix(library.themes, readings)
    lengths = {slug: mentions.length(reading) for slug, reading in readings.items()}
    return Shelf(
        readings=readings,
        found=found,
        rates={
            (id, slug): mentions.per_thousand(len(told), lengths[slug])
            for (id, slug), told in found.items()
        },
        moves=mentions.matrix(library.moves, readings),
        pairs=mentions.pairs(library.themes, readings, found),
    )


def short_names(documents: Mapping[str, Document], lang: Lang) -> Mapping[str, str]:
    """A name for each text that fits a narrow column; those that would be the same get numbers."""
    names = {slug: _short_name(document, lang) for slug, document in documents.items()}
    shared = Counter(names.values())
    seen: Counter[str] = Counter()
    for slug, name in names.items():
        if shared[name] > 1:
            seen[name] += 1
            names[slug] = f"{name} {seen[name]}"
    return names


def _short_name(document: Document, lang: Lang) -> str:
    if document.authors:
        key = "themes.authors" if len(document.authors) > 1 else "themes.author"
        return text(lang, key, first=document.authors[0])
    return (document.container or document.institution or document.title)[:LONGEST]

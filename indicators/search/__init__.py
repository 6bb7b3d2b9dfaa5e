"""Full-text search over passages: words by character pairs, figures by value, indicators by name.

A passage is a sentence with what is known of it. ``index.build`` makes an index in memory or in a
folder, ``query.parse`` reads what a visitor typed, ``find`` answers with ranked, marked hits.
"""

from __future__ import annotations

from indicators.search.index import Index, build, in_memory, opened
from indicators.search.passages import Passage, of_reading, of_readings, of_sentence
from indicators.search.query import LONGEST, Query, parse
from indicators.search.searching import Answer, Filters, Hit, find, years
from indicators.search.shelf import of_library
from indicators.search.synonyms import Synonyms

__all__ = [
    "LONGEST",
    "Answer",
    "Filters",
    "Hit",
    "Index",
    "Passage",
    "Query",
    "Synonyms",
    "build",
    "find",
    "in_memory",
    "of_library",
    "of_reading",
    "of_readings",
    "of_sentence",
    "opened",
    "parse",
    "years",
]

"""The results of a bulk check, asked where they lie: DuckDB over their Parquet files."""

from __future__ import annotations

from indicators.corpus.asking import Corpus, Filter
from indicators.corpus.counts import Count, Delay, delays, number, quoted
from indicators.corpus.opening import open_, stamp
from indicators.corpus.repeats import ERRORS, Repeated, repeated
from indicators.corpus.rows import MOST, Passage, page, rows

__all__ = [
    "ERRORS",
    "MOST",
    "Corpus",
    "Count",
    "Delay",
    "Filter",
    "Passage",
    "Repeated",
    "delays",
    "number",
    "open_",
    "page",
    "quoted",
    "repeated",
    "rows",
    "stamp",
]

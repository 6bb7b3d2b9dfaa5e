"""The index of the library's own texts, made in memory."""

from __future__ import annotations

from indicators import reading
from indicators.library import Library
from indicators.search.index import Index, in_memory
from indicators.search.passages import of_readings


def of_library(library: Library) -> Index:
    """Read every text of a library and index its sentences."""
    return in_memory(
        of_readings(
            {
                slug: reading.read(document.raw, library, document.month)
                for slug, document in library.documents.items()
            },
            library.themes,
        )
    )

"""Which indicator a quantity quotes, for where and when, in the words of its passage."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.library import Library
from indicators.quantities import Quantity
from indicators.quotes import discourse
from indicators.quotes.quote import Area, Basis, Quote

__all__ = ["Area", "Basis", "Quote", "find"]


def find(
    text: str,
    quantities: Sequence[Quantity],
    sentences: Sequence[tuple[int, int]],
    library: Library,
    published: str | None = None,
) -> tuple[Quote, ...]:
    """The quotes of catalogue indicators in a clean text, in their order.

    ``quantities`` and ``sentences`` are those of the same text, ``published`` its month (YYYY-MM)
    where known: it anchors 去年底 and 目前. One quantity may be several quotes (one 100% for
    three levels).
    """
    return discourse.read(text, quantities, sentences, library, published)

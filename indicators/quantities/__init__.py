"""Reading quantities: numbers with unit, printed precision, approximation and place."""

from __future__ import annotations

from indicators.numerals import fold
from indicators.quantities import approximation, grouping, lexing
from indicators.quantities.quantity import Approximation, Quantity, QuantityUnit

__all__ = ["Approximation", "Quantity", "QuantityUnit", "find"]


def find(text: str) -> tuple[Quantity, ...]:
    """The quantities of a clean text in their order; never overlapping, in linear time.

    Dates, document and section numbers, pages, phone numbers, identifiers, footnote marks, list
    numbers and sums of money are not quantities.
    """
    folded = fold(text)
    tokens = grouping.group(folded, lexing.lex(folded))
    return tuple(approximation.quantity(text, folded, token) for token in tokens)

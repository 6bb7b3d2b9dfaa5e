"""One figure given twice with two values: in a headline and its body, an abstract and its text."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.checks.agreement import ENOUGH_DIGITS, agreement, claimed_band, digits
from indicators.checks.official import Figures, Key
from indicators.checks.passages import Contradiction, subject_of
from indicators.checks.verdicts import Context, Reason
from indicators.quotes import Quote

# Numbers further apart than this are hardly meant as the same figure.
ALIKE = 1.5


def find(context: Context, figures: Figures) -> Iterator[Contradiction]:
    """Both sides of each pair of dated figures that exclude one another; linear in the quotes.

    Where both are official figures, of different months, dates were confused: the verdicts say so.
    """
    first: dict[tuple[Key, str], int] = {}
    for index, quote in enumerate(context.quotes):
        month = quote.as_of or quote.inferred
        if quote.kind != "level" or quote.average_of or month is None:
            continue
        if quote.misnomer or not context.certain(quote.quantity):
            continue
        earlier = first.setdefault((subject_of(quote), month), index)
        if earlier == index or not _excludes(context.quotes[earlier], quote):
            continue
        if not (_official(figures, context.quotes[earlier]) and _official(figures, quote)):
            yield _contradiction(context, index, earlier, month)
            yield _contradiction(context, earlier, index, month)


def _excludes(one: Quote, other: Quote) -> bool:
    a, b = claimed_band(one.quantity), claimed_band(other.quantity)
    low, high = sorted((one.quantity.value, other.quantity.value))
    return (a.high < b.low or b.high < a.low) and high <= ALIKE * low


def _official(figures: Figures, quote: Quote) -> bool:
    """Whether a number is a figure of its series, of whatever month."""
    if quote.quantity.approx != "exact" or digits(quote.quantity) < ENOUGH_DIGITS:
        return False
    subject = subject_of(quote)
    keys = (
        key
        for key in figures.by_indicator.get(quote.indicator, ())
        if key == subject._replace(scope=subject.scope or key.scope)
    )
    return any(agreement(quote.quantity, one.figure) for key in keys for one in figures.line(key))


def _contradiction(context: Context, stated: int, other: int, month: str) -> Contradiction:
    quote, basis = context.quotes[stated].quantity, context.quotes[other].quantity
    facts = {"stated": quote.surface, "other": basis.surface, "as_of": month}
    return Contradiction(stated, (other,), basis.value, Reason("inconsistent_repeat", facts))

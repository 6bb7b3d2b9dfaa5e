"""One figure given twice with two values: in a headline and its body, an abstract and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks.agreement import ENOUGH_DIGITS, agreement, claimed_band, digits
from indicators.checks.official import Figures, Key
from indicators.checks.passages import Contradiction, Time, stands, subject_of, time_of
from indicators.checks.verdicts import Context, Fact, Reason
from indicators.quotes import Quote

# Numbers further apart than this are hardly meant as the same figure.
ALIKE = 1.5
_IN_OTHER_WORDS = re.compile("也就是|换言之|换句话说|相当于|折合|即")


def find(context: Context, figures: Figures) -> Iterator[Contradiction]:
    """Both sides of each pair of figures that exclude one another; linear in the quotes.

    Figures of one thing and month, or the same said in other words. Where official figures of
    other months or other series were taken for this one, the verdicts say so instead.
    """
    first: dict[tuple[Key, Time], int] = {}
    for index, quote in enumerate(context.quotes):
        if quote.kind != "level" or quote.average_of or quote.misnomer:
            continue
        if not stands(context, quote):
            continue
        earlier = first.setdefault((subject_of(quote), time_of(quote)), index)
        one = context.quotes[earlier]
        if earlier == index or not _excludes(one, quote) or not _same(context, one, quote):
            continue
        if not _explained(figures, one, quote):
            yield _contradiction(context, index, earlier)
            yield _contradiction(context, earlier, index)


def _same(context: Context, one: Quote, other: Quote) -> bool:
    """Whether two figures are meant as the same: by their month, or by 也就是说 between them."""
    if one.as_of or one.inferred:
        return True
    between = context.text[one.quantity.end : other.quantity.start]
    return bool(_IN_OTHER_WORDS.search(between))


def _excludes(one: Quote, other: Quote) -> bool:
    a, b = claimed_band(one.quantity), claimed_band(other.quantity)
    low, high = sorted((one.quantity.value, other.quantity.value))
    return (a.high < b.low or b.high < a.low) and high <= ALIKE * low


def _explained(figures: Figures, one: Quote, other: Quote) -> bool:
    """Whether months were confused (both are figures of the series), or labels (one of another)."""
    months = _official(figures, one) and _official(figures, other)
    return months or _elsewhere(figures, one) or _elsewhere(figures, other)


def _elsewhere(figures: Figures, quote: Quote) -> bool:
    """Whether a number is the figure of another series in its month."""
    month = quote.as_of or quote.inferred
    if month is None or quote.quantity.approx != "exact" or digits(quote.quantity) < ENOUGH_DIGITS:
        return False
    return any(
        found is not None and agreement(quote.quantity, found.figure) is not None
        for key in figures.lines
        if key.geo == quote.geo and (key.indicator, key.area) != (quote.indicator, quote.area)
        for found in (figures.at(key, month),)
    )


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


def _contradiction(context: Context, stated: int, other: int) -> Contradiction:
    quote, basis = context.quotes[stated], context.quotes[other].quantity
    month = quote.as_of or quote.inferred
    facts: dict[str, Fact] = {"stated": quote.quantity.surface, "other": basis.surface}
    if month is None:
        reason = Reason("inconsistent_restated", facts)
    else:
        reason = Reason("inconsistent_repeat", facts | {"as_of": month})
    return Contradiction(stated, (other,), basis.value, reason)

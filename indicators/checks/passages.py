"""The level figures of a passage by what they are figures of, ready to be held to one another."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indicators.checks import population
from indicators.checks.agreement import Band, claimed_band
from indicators.checks.official import Key
from indicators.checks.verdicts import Context, Fact, Reason
from indicators.quantities import Quantity
from indicators.quotes import Quote

# A short text is one passage; a long one is cut at line ends into passages of about this length.
WHOLE, PIECE = 3000, 600
# Repeated figures beyond this many are not combined with everything else.
_REPEATS = 3

Time = str | tuple[int, int]


def subject_of(quote: Quote) -> Key:
    """What a quote is a figure of, its time aside; an open scope or level stays open."""
    return Key(quote.indicator, quote.geo, quote.area, quote.level or "", quote.scope or "")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all hold: quotes by their place in Context.quotes, and the arithmetic.

    ``stated`` is the figure that does not follow; ``inputs`` those it was recomputed from.
    """

    stated: int
    inputs: tuple[int, ...]
    recomputed: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with its quotes, each with its place in the whole text's list."""

    context: Context
    start: int
    end: int
    quotes: tuple[tuple[int, Quote], ...]
    quantities: tuple[Quantity, ...]
    people: tuple[tuple[str, Quantity], ...]  # populations, each with its area
    levels: Mapping[Time, Mapping[Key, tuple[int, ...]]]

    def level(self, subject: Key, time: Time) -> tuple[int, ...]:
        """The levels of a subject at a time, in order of place."""
        return self.levels.get(time, {}).get(subject, ())

    def combinations(self, time: Time, *subjects: Key) -> Iterator[tuple[int, ...]]:
        """All choices of one quote for each subject at one time; none if one has no quote."""
        told = self.levels[time]
        for subject in subjects:
            if subject not in told:
                return iter(())
        return itertools.product(*(told[subject][:_REPEATS] for subject in subjects))

    def quote(self, index: int) -> Quote:
        return self.context.quotes[index]

    def band(self, index: int) -> Band:
        """What a quote says of its value, 超 and 近 included."""
        return claimed_band(self.quote(index).quantity)

    def before(self, index: int) -> str:
        """A few words before a quote."""
        start = self.quote(index).quantity.start
        return self.context.text[max(self.start, start - 12) : start]

    def facts(self, index: int) -> dict[str, Fact]:
        """What a reason tells of the figure that does not follow."""
        quote = self.quote(index)
        return {
            "stated": quote.quantity.surface,
            "quantity_unit": quote.quantity.unit,
            "series": subject_of(quote).code,
        }


def time_of(quote: Quote) -> Time:
    """The month of a quote; figures without one share the time of their sentence."""
    return quote.as_of or quote.inferred or quote.sentence


def split(context: Context) -> Iterator[Passage]:
    """The passages of a text that hold at least one quote, in order; linear in the text."""
    start, quote_at, quantity_at = 0, 0, 0
    for end in _ends(context.text):
        first, quote_at = quote_at, _advance(context.quotes, quote_at, end)
        first_quantity, quantity_at = quantity_at, _advance_quantities(context, quantity_at, end)
        quotes = tuple(
            (index, context.quotes[index])
            for index in range(first, quote_at)
            if stands(context, context.quotes[index])
        )
        if quotes:
            quantities = context.quantities[first_quantity:quantity_at]
            people = tuple(population.all_of(context.text, quantities))
            yield Passage(context, start, end, quotes, quantities, people, _levels(quotes))
        start = end


def stands(context: Context, quote: Quote) -> bool:
    """Whether a quote may be held to others: read for certain, and no population taken for one."""
    people = population.area_of(context.text, quote.quantity)
    return people is None and context.certain(quote.quantity)


def _ends(text: str) -> Iterator[int]:
    start = 0
    while len(text) - start > WHOLE:
        line_end = text.find("\n", start + PIECE, start + WHOLE)
        start = line_end + 1 if line_end >= 0 else start + WHOLE
        yield start
    yield len(text)


def _advance(quotes: Sequence[Quote], at: int, end: int) -> int:
    while at < len(quotes) and quotes[at].quantity.start < end:
        at += 1
    return at


def _advance_quantities(context: Context, at: int, end: int) -> int:
    while at < len(context.quantities) and context.quantities[at].start < end:
        at += 1
    return at


def _levels(
    quotes: Sequence[tuple[int, Quote]],
) -> Mapping[Time, Mapping[Key, tuple[int, ...]]]:
    levels: dict[Time, dict[Key, tuple[int, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for index, quote in quotes:
        if quote.kind == "level" and not quote.average_of:
            levels[time_of(quote)][subject_of(quote)] += (index,)
    return levels

"""One quote made ready for checking: its series, its month, and the official figure it claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indicators import periods
from indicators.checks.agreement import agreement, digits
from indicators.checks.official import Figures, Key, Official
from indicators.checks.verdicts import Context, Fact, Reason, Verdict, VerdictKind
from indicators.library import Library
from indicators.quantities import Quantity
from indicators.quotes import Quote

# A figure counted within so many months of the month a text names may be the one it means; but a
# text that names the month of publication for that of the survey has the date wrong.
NEARBY = 1
# A number that falls on another figure by chance with more than this share is no evidence.
CHANCE = 0.15


@dataclass(frozen=True, slots=True)
class Case:
    """A quote with its surroundings.

    ``month`` is the survey month the words give, None for a figure of now or of no time;
    ``official`` is the figure the words claim: of that month, or the last one out when the text
    was published.
    """

    quote: Quote
    figures: Figures
    library: Library
    published: str | None
    context: Context
    key: Key
    month: str | None
    official: Official | None

    @property
    def quantity(self) -> Quantity:
        return self.quote.quantity

    @property
    def basis(self) -> str:
        """How the time is told: dated, current (of now, in a dated text) or undated."""
        if self.month:
            return "dated"
        return "current" if self.published else "undated"

    def known(self) -> Iterator[Official]:
        """The figures of the series that were out when the text was published, newest first."""
        return reversed(self.figures.known(self.key, self.published))

    def unlikely(self) -> bool:
        """Whether the value does not fit between the figures before and after its month.

        Only asked where the month has no figure of its own. Between two figures, or a little
        beyond the last, a number may well be true, and nothing can be said of it.
        """
        if self.month is None:
            return False
        before, after = self.figures.around(self.key, self.month)
        if before is None and after is None:
            return digits(self.quantity) >= 1000
        low, high = _corridor(before, after, self.figures.line(self.key), self.month)
        return not low <= self.quantity.value <= high

    def distinct(self, found: Official) -> bool:
        """Whether meeting this figure is more than chance, where the month has none of its own."""
        if self.unlikely() or self.month is None:
            return True
        before, after = self.figures.around(self.key, self.month)
        if before is None or after is None:
            return False
        apart = abs(after.figure.value - before.figure.value)
        return max(self.quantity.step, found.figure.step) < CHANCE * apart

    def verdict(self, kind: VerdictKind, rule: str, **facts: Fact) -> Verdict:
        """A verdict against the official figure claimed, with the facts every rule may use."""
        return conclude(self, kind, rule, self.official, **facts)


def conclude(
    case: Case, kind: VerdictKind, rule: str, reference: Official | None, **facts: Fact
) -> Verdict:
    """A verdict against a given figure."""
    indicator = case.library.indicators[case.key.indicator]
    quantity = case.quantity
    base: dict[str, Fact] = {
        "label": case.quote.label or indicator.name.zh,
        "surface": quantity.surface,
        "quoted": quantity.value,
        "series": case.key.code,
        "unit": indicator.unit,
        "basis": case.basis,
    }
    if case.month:
        base["as_of"] = case.month
    if case.published:
        base["published"] = case.published
    difference = None
    if reference:
        difference = round(quantity.value - reference.figure.value, 6)
        base |= described(reference, "official") | {"difference": difference}
    observation = reference.observation if reference else None
    return Verdict(kind, Reason(rule, base | facts), observation, difference)


def described(found: Official, prefix: str) -> dict[str, Fact]:
    """The facts of one official figure: its value, month, series and source."""
    observation = found.observation
    return {
        prefix: observation.value,
        f"{prefix}_as_of": observation.as_of,
        f"{prefix}_series": found.series,
        f"{prefix}_source": observation.source,
    }


def prepare(
    quote: Quote, figures: Figures, library: Library, published: str | None, context: Context
) -> Case:
    """The case of a quote; the scope its words leave open is settled later (scopes.settled)."""
    month = quote.as_of or (None if quote.current else quote.inferred)
    key = Key(quote.indicator, quote.geo, quote.area, quote.level or "", quote.scope or "")
    official = _claimed(quote.quantity, figures, key, month, published)
    return Case(quote, figures, library, published, context, key, month, official)


def with_key(case: Case, key: Key) -> Case:
    """The same quote read as a quote of another series."""
    if key == case.key:
        return case
    official = _claimed(case.quantity, case.figures, key, case.month, case.published)
    return replace(case, key=key, official=official)


def _claimed(
    quantity: Quantity, figures: Figures, key: Key, month: str | None, published: str | None
) -> Official | None:
    if month:
        return figures.at(key, month, published) or _nearby(quantity, figures, key, month)
    known = figures.known(key, published) if published else ()
    return known[-1] if known else None


def _nearby(quantity: Quantity, figures: Figures, key: Key, month: str) -> Official | None:
    """A figure of the month before or after, if the quote agrees with it."""
    ordinal = periods.ordinal(month)
    for found in figures.around(key, month):
        if found is None or abs(found.month - ordinal) > NEARBY or found.published == month:
            continue
        if agreement(quantity, found.figure):
            return found
    return None


def _corridor(
    before: Official | None, after: Official | None, line: tuple[Official, ...], month: str
) -> tuple[float, float]:
    """Where a value of this month may lie, by its neighbours and the pace of the series."""
    if before and after:
        ends = sorted((before.figure.value, after.figure.value))
        return ends[0], ends[1]
    edge = before or after
    assert edge is not None
    inner = line[-2:] if before else line[:2]
    pace = 0.0
    if len(inner) == 2 and inner[1].month > inner[0].month:
        change = abs(inner[1].figure.value - inner[0].figure.value)
        pace = change / (inner[1].month - inner[0].month)
    reach = 3 * pace * abs(periods.ordinal(month) - edge.month) + edge.figure.step
    return edge.figure.value - reach, edge.figure.value + reach

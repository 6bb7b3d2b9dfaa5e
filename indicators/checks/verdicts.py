"""The words of a judgement: verdicts, reasons, contradictions, and what a check looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from indicators.quantities import Quantity
from indicators.quotes import Quote
from indicators.series import Observation


class VerdictKind(StrEnum):
    """What a check may find, in the order in which explanations are tried."""

    MATCH = "match"
    ROUNDED = "rounded"
    WRONG_DATE = "wrong_date"
    OUTDATED = "outdated"
    MISLABELLED = "mislabelled"
    UNIT_ERROR = "unit_error"
    WRONG = "wrong"
    NO_REFERENCE = "no_reference"

    @property
    def agrees(self) -> bool:
        """Whether the quote says what the official figure says."""
        return self in (VerdictKind.MATCH, VerdictKind.ROUNDED)


Fact = str | float | int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule id (sentence ``rule.<id>`` in the string files) and the facts that fill it.

    Facts are raw (months as YYYY-MM, values in base units, series as ``series_code`` writes them);
    indicators.checks.reasons turns them into words of a language.
    """

    rule: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Figures of one passage that cannot all hold: their claim ids and the arithmetic."""

    others: tuple[str, ...]
    recomputed: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one quote.

    ``reference`` is the official figure of what the words claim; where there is none, the figure
    the number really is. ``difference`` is quoted minus reference, in the quantity's base unit;
    for a change, quoted minus the change computed from the official figures.
    """

    kind: VerdictKind
    reason: Reason
    reference: Observation | None
    difference: float | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a quote stands in: the clean text, its quantities and its quotes, in order of place.

    ``uncertain`` holds the spans of the clean text where a repair may have misread something, in
    order and apart from each other.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    uncertain: tuple[tuple[int, int], ...] = ()

    def certain(self, quantity: Quantity) -> bool:
        """Whether no uncertain repair lies in or touches the quantity."""
        if not self.uncertain:
            return True
        at = bisect_left(self.uncertain, quantity.start, key=lambda span: span[1])
        return at == len(self.uncertain) or self.uncertain[at][0] > quantity.end

    def around(self, quantity: Quantity, before: int, after: int) -> tuple[Quote, ...]:
        """The quotes that start within so many characters before or after a quantity."""
        first = bisect_left(self.quotes, quantity.start - before, key=_start)
        last = bisect_right(self.quotes, quantity.start + after, key=_start)
        return self.quotes[first:last]


def _start(quote: Quote) -> int:
    return quote.quantity.start

"""What month a date means: told by the passage, or to be inferred."""

from __future__ import annotations

from dataclasses import dataclass

from indicators import periods
from indicators.library import Library
from indicators.quotes.dateforms import When
from indicators.quotes.quote import Basis


@dataclass(frozen=True, slots=True)
class Moment:
    """What a date means: a month told by the passage, or one that can only be inferred."""

    month: str | None
    inferred: str | None
    basis: Basis
    report: int | None = None


def resolve(when: When, told: str | None, published: str | None, library: Library) -> Moment:
    """The month a date means; ``told`` is the last month the passage told before it."""
    if when.report is not None:
        return Moment(None, library.report_period("cnnic", when.report), "report", when.report)
    if when.year is not None:
        month = periods.month(when.year, when.month or 12)
        return Moment(month, None, "plan" if when.plan else "stated")
    if told is not None:
        return Moment(_relative(when, told), None, "relative")
    if published is not None:
        anchor = published[:7] if len(published) >= 7 else f"{published[:4]}-12"
        inferred = _relative(when, anchor)
        if when.reference == "told" and inferred > anchor:
            inferred = periods.shift(inferred, -12)
        return Moment(None, inferred, "relative")
    return Moment(None, None, "relative")


def _relative(when: When, anchor: str) -> str:
    if when.months is not None:
        return periods.shift(anchor, when.months)
    year, _ = periods.split(anchor)
    return periods.month(year + when.years, when.month or 12)

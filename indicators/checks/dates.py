"""Explanations by time: true of another month (wrong_date), no longer true (outdated)."""

from __future__ import annotations

from indicators import periods
from indicators.checks.agreement import agreement, singles_out
from indicators.checks.case import Case, conclude, described
from indicators.checks.official import Official
from indicators.checks.verdicts import Verdict, VerdictKind

# Beyond so many months, a wrong label at the right month is the likelier slip.
CLOSE = 24
# A difference of so many last digits is no reason to look years away.
NEAR_MISS = 3


def wrong_date(case: Case, near_only: bool = False) -> Verdict | None:
    """The number is the series' figure of another month, of all such the nearest."""
    if case.month is None:
        return None
    found = _true_of(case, case.month)
    if found is None:
        return None
    distance = abs(found.month - periods.ordinal(case.month))
    if distance > CLOSE and (near_only or _near_miss(case)):
        return None
    truth = described(found, "true")
    if _no_survey(case, found):
        return conclude(case, VerdictKind.WRONG_DATE, "wrong_date_no_survey", found, **truth)
    if case.official:
        return case.verdict(VerdictKind.WRONG_DATE, "wrong_date", **truth)
    if not case.distinct(found):
        return None
    return conclude(case, VerdictKind.WRONG_DATE, "wrong_date_no_figure", found, **truth)


def _true_of(case: Case, month: str) -> Official | None:
    claimed = periods.ordinal(month)
    hits = [
        found
        for found in case.figures.line(case.key)
        if found is not case.official and singles_out(case.quantity, found.figure)
    ]
    return min(hits, key=lambda found: (abs(found.month - claimed), found.month), default=None)


def _near_miss(case: Case) -> bool:
    """Whether the number misses its own figure by a digit or so: a slip, not a far-off date."""
    if case.official is None:
        return False
    step = max(case.quantity.step, case.official.figure.step)
    return abs(case.quantity.value - case.official.figure.value) <= NEAR_MISS * step


def _no_survey(case: Case, found: Official) -> bool:
    """Whether the report that holds the figure counted other things in the month named.

    The 45th report surveyed people in 2020-03 and domains and sites in 2019-12.
    """
    source = case.library.sources.get(found.observation.source)
    return bool(
        source
        and case.official is None
        and case.month == source.resources_as_of
        and found.as_of == source.as_of
    )


def undated(case: Case) -> Verdict | None:
    """A figure without a time, in a text without a date: true if any survey says so."""
    if case.basis != "undated":
        return None
    for found in case.known():
        if singles_out(case.quantity, found.figure):
            kind = VerdictKind(agreement(case.quantity, found.figure) or VerdictKind.ROUNDED)
            return conclude(case, kind, kind.value, found)
    for found in case.known():
        if agreement(case.quantity, found.figure):
            return conclude(case, VerdictKind.ROUNDED, "rounded", found)
    return None


def current(case: Case) -> Verdict | None:
    """A figure of now: it may be any that was the newest in the month of publication."""
    if case.basis != "current":
        return None
    for found in case.known():
        kind = agreement(case.quantity, found.figure)
        if kind:
            return conclude(case, VerdictKind(kind), kind, found)
        if found.published != case.published:
            break
    return None


def outdated(case: Case) -> Verdict | None:
    """Presented as current, true of an earlier survey, superseded before publication."""
    if case.basis != "current" or case.official is None:
        return None
    for found in case.known():
        if found is not case.official and singles_out(case.quantity, found.figure):
            return case.verdict(VerdictKind.OUTDATED, "outdated", **described(found, "true"))
    return None

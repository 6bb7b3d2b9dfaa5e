"""The order of explanation: agreement first, then time, label, unit, and only then error."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from indicators.checks import (
    averages,
    changes,
    dates,
    labels,
    official,
    revisions,
    scopes,
    units_check,
)
from indicators.checks.agreement import agreement
from indicators.checks.case import Case, described, prepare
from indicators.checks.verdicts import Context, Fact, Reason, Verdict, VerdictKind
from indicators.library import Library
from indicators.quotes import Quote

Explanation = Callable[[Case], Verdict | None]


def judge(quote: Quote, library: Library, published: str | None, context: Context) -> Verdict:
    """The verdict on one quote.

    ``published`` is the text's month where known: a figure of now is then held to the last survey
    out by that month. ``context`` is the passage, which may settle a scope or a pair of shares.
    A quote of an indicator the library does not know gets ``no_reference``.
    """
    if quote.indicator not in library.indicators:
        raise KeyError(quote.indicator)
    case = scopes.settled(prepare(quote, official.of(library), library, published, context))
    verdict = _change(case) if quote.kind == "change" else _level(case)
    return _spare_the_uncertain(case, labels.misnomer(case, verdict))


def _change(case: Case) -> Verdict:
    """A change whose words leave the scope open may be one of any scope."""
    verdict = changes.judge(case)
    if case.quote.scope is None and verdict.kind in (VerdictKind.WRONG, VerdictKind.NO_REFERENCE):
        for other in scopes.others(case):
            found = changes.judge(other)
            if found.kind.agrees:
                return found
    return verdict


def _level(case: Case) -> Verdict:
    if case.quote.average_of:
        return averages.judge(case) or _unsupported(case)
    for explain in _EXPLANATIONS:
        verdict = explain(case)
        if verdict:
            return verdict
    return _unexplained(case)


def _agrees(case: Case) -> Verdict | None:
    if case.official is None or case.quantity.unit == "point":
        return None
    kind = agreement(case.quantity, case.official.figure)
    if kind is None:
        return None
    near = case.month is not None and case.official.as_of != case.month
    if today := revisions.told(case):
        return case.verdict(VerdictKind(kind), f"{kind}_then", **today)
    return case.verdict(VerdictKind(kind), f"{kind}_near" if near else kind)


_EXPLANATIONS: tuple[Explanation, ...] = (
    _agrees,
    revisions.another,
    dates.current,
    dates.undated,
    labels.shares_of_one_whole,
    partial(dates.wrong_date, near_only=True),
    dates.outdated,
    labels.mislabelled,
    averages.judge,
    dates.wrong_date,
    units_check.unit_error,
)


def _unexplained(case: Case) -> Verdict:
    if case.official is None:
        return _unsupported(case)
    if not case.official.firm:
        return case.verdict(VerdictKind.NO_REFERENCE, "no_reference_approximate")
    return case.verdict(VerdictKind.WRONG, "wrong")


def _unsupported(case: Case) -> Verdict:
    if not case.figures.line(case.key):
        return case.verdict(VerdictKind.NO_REFERENCE, "no_reference_series")
    if case.month is None:
        return case.verdict(VerdictKind.NO_REFERENCE, "no_reference_undated")
    facts: dict[str, Fact] = {}
    for prefix, found in zip(
        ("before", "after"), case.figures.around(case.key, case.month), strict=True
    ):
        if found:
            facts |= described(found, prefix)
    return case.verdict(VerdictKind.NO_REFERENCE, "no_reference_dated", **facts)


def _spare_the_uncertain(case: Case, verdict: Verdict) -> Verdict:
    """A digit may have been lost where a repair is doubtful: that proves nobody wrong, and what is
    left may be true of another date by chance."""
    if verdict.kind not in (VerdictKind.WRONG, VerdictKind.UNIT_ERROR, VerdictKind.WRONG_DATE):
        return verdict
    if case.context.certain(case.quantity):
        return verdict
    reason = Reason("no_reference_uncertain", verdict.reason.facts)
    return Verdict(VerdictKind.NO_REFERENCE, reason, verdict.reference, None)

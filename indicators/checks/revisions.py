"""Figures revised since: a text may quote the edition of its time, or that of today."""

from __future__ import annotations

from indicators.checks.agreement import agreement
from indicators.checks.case import Case, conclude, described
from indicators.checks.verdicts import Fact, Verdict, VerdictKind


def told(case: Case) -> dict[str, Fact]:
    """What a match with the edition of the text's time should add: the figure of today."""
    official = case.official
    if official is None or not official.superseded:
        return {}
    current = case.figures.at(case.key, official.as_of)
    return described(current, "true") if current else {}


def another(case: Case) -> Verdict | None:
    """The number is the figure of another edition than the one known then: no error."""
    if case.month is None or case.official is None:
        return None
    for found in case.figures.others(case.official):
        kind = agreement(case.quantity, found.figure)
        if kind and found.superseded:
            return case.verdict(VerdictKind(kind), "match_vintage")
        if kind:
            return conclude(case, VerdictKind(kind), kind, found)
    return None

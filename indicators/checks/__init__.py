"""Judging a quote against the official series, and the figures of a passage against each other."""

from __future__ import annotations

from indicators.checks.consistency import contradictions
from indicators.checks.judging import judge
from indicators.checks.passages import Contradiction
from indicators.checks.reasons import render, series_name
from indicators.checks.verdicts import (
    Context,
    Fact,
    Inconsistency,
    Reason,
    Verdict,
    VerdictKind,
)

__all__ = [
    "Context",
    "Contradiction",
    "Fact",
    "Inconsistency",
    "Reason",
    "Verdict",
    "VerdictKind",
    "contradictions",
    "judge",
    "render",
    "series_name",
]

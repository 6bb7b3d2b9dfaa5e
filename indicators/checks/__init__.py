"""Judging a quote against the official series, and the figures of a passage against each other."""

from __future__ import annotations

from indicators.checks.judging import judge
from indicators.checks.verdicts import (
    Context,
    Fact,
    Inconsistency,
    Reason,
    Verdict,
    VerdictKind,
)

__all__ = ["Context", "Fact", "Inconsistency", "Reason", "Verdict", "VerdictKind", "judge"]

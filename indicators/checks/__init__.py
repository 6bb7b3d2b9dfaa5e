"""Judging a quote against the official series, and the figures of a passage against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule id (sentence ``rule.<id>`` in the string files) and the facts that fill it."""

    rule: str
    facts: Mapping[str, str | float | int]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Figures of one passage that cannot all hold: their claim ids and the arithmetic."""

    others: tuple[str, ...]
    recomputed: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one quote. ``difference`` is quoted minus reference, in base units."""

    kind: VerdictKind
    reason: Reason
    reference: Observation | None
    difference: float | None

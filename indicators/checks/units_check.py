"""Explanations by unit: off by a power of ten (万 for 亿, ‰ for %), 百分点 and % confused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indicators.checks.agreement import agreement, digits, singles_out
from indicators.checks.case import Case, conclude
from indicators.checks.official import Official
from indicators.checks.verdicts import Verdict, VerdictKind
from indicators.quantities import Quantity

# Powers of ten people slip by; 万 and 亿 first.
_COUNT_POWERS = (4, -4, 8, -8, 1, -1, 2, -2, 3, -3)
_RATE_POWERS = (1, -1, 2, -2)
# Digits a number must have for a power of ten to explain it; fewer where 万 or 亿 is at stake.
_DIGITS, _FEWER_DIGITS = 100, 10


def unit_error(case: Case) -> Verdict | None:
    """The digits are right, the unit is not."""
    for found in _candidates(case):
        if case.quantity.unit == "point" and agreement(case.quantity, found.figure):
            return conclude(case, VerdictKind.UNIT_ERROR, "unit_points_level", found)
        power = _power(case.quantity, found)
        if power is not None:
            return conclude(
                case,
                VerdictKind.UNIT_ERROR,
                "unit_power",
                found,
                power=abs(power),
                factor=10.0 ** abs(power),
                way="small" if power > 0 else "large",
            )
    return None


def _candidates(case: Case) -> Iterator[Official]:
    if case.official:
        yield case.official
    elif case.basis == "undated":
        yield from case.known()


def _power(quantity: Quantity, found: Official) -> int | None:
    for power in _RATE_POWERS if quantity.unit in ("percent", "number") else _COUNT_POWERS:
        if not _is_near(quantity, power, found):
            continue
        fewest = _FEWER_DIGITS if power % 4 == 0 else _DIGITS
        if digits(quantity) >= fewest and singles_out(_scaled(quantity, power), found.figure):
            return power
    return None


def _is_near(quantity: Quantity, power: int, found: Official) -> bool:
    """Whether the power may explain the number at all: a look before the full comparison."""
    if quantity.high is not None or not quantity.value:
        return True
    return 0.3 < found.figure.value / (quantity.value * 10.0**power) < 3


def _scaled(quantity: Quantity, power: int) -> Quantity:
    factor = 10.0**power
    return replace(
        quantity,
        value=quantity.value * factor,
        step=quantity.step * factor,
        high=None if quantity.high is None else quantity.high * factor,
    )

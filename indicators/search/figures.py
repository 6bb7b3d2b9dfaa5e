"""Figures as whole tokens: every value at its printed precision and at all coarser ones.

7.72亿 asks for values that round to it: 77198万 and 七亿七千二百万 have it among their tokens,
46.68亿 and 6.68亿 share none. The finer figure finds the coarser one too, down to three digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from indicators.quantities import Quantity

_FEWEST = 3  # digits of a coarser figure that still counts as the same
_MOST = 15
_RATES = frozenset({"percent", "point"})


def of_passage(quantity: Quantity) -> Iterator[str]:
    """The tokens a figure in a passage has: its value and all its roundings."""
    for value in _ends(quantity):
        mantissa, exponent = _printed(value, quantity.step)
        yield f"={_value(mantissa, exponent)}"
        yield f"={mantissa}e{exponent}"
        for dropped in range(len(str(mantissa))):
            rounded = _rounded(mantissa, exponent, dropped)
            yield rounded
            if quantity.unit in _RATES:
                yield rounded + "%"


def of_query(quantity: Quantity) -> tuple[str, ...]:
    """The tokens a figure in a query asks for, any of them."""
    mantissa, exponent = _printed(quantity.value, quantity.step)
    own = f"{mantissa}e{exponent}" + ("%" if quantity.unit in _RATES else "")
    surplus = range(1, len(str(mantissa)) - _FEWEST + 1)
    coarser = (f"={_rounded(mantissa, exponent, dropped)}" for dropped in surplus)
    same = () if quantity.unit in _RATES else (f"={_value(mantissa, exponent)}",)
    return (own, *same, *coarser)


def _ends(quantity: Quantity) -> tuple[float, ...]:
    return (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)


def _printed(value: float, step: float) -> tuple[int, int]:
    """The digits as an integer and the power of ten of the last one."""
    exponent = Decimal(repr(step)).adjusted() if step > 0 else 0
    mantissa = int((Decimal(repr(abs(value))).scaleb(-exponent)).to_integral_value())
    surplus = max(0, len(str(mantissa)) - _MOST)
    return mantissa // 10**surplus, exponent + surplus


def _rounded(mantissa: int, exponent: int, dropped: int) -> str:
    return f"{(mantissa + 5 * 10**dropped // 10) // 10**dropped}e{exponent + dropped}"


def _value(mantissa: int, exponent: int) -> str:
    """The value whatever its precision: 2000 and 2千 are one."""
    written = str(mantissa)
    digits = written.rstrip("0") or "0"
    return f"v{digits}e{exponent + len(written) - len(digits) if mantissa else 0}"

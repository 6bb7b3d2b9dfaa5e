"""When a printed number agrees with another: interval arithmetic on the precision as printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicators import printed
from indicators.quantities import Quantity

Agreement = Literal["match", "rounded"]

# Digits from which a count is as good as the official print: 7.72亿 for 77198万.
ENOUGH_DIGITS = 100
# How far 约 may stray from the figure it stands for and a bound be missed by rounding, and how near
# 近 and 超 must come to a figure to single it out, as shares of the value.
ABOUT, NEAR = 0.005, 0.05
# How far 翻一番 may stray from twice: hardly below it, rather above.
DOUBLED = (0.9, 1.25)
_HALF_A_TENTH = 0.05  # percentages are printed to a tenth of a point
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Band:
    """All the values a printed number may stand for, ends included."""

    low: float
    high: float

    @classmethod
    def around(cls, value: float, step: float) -> Band:
        """What rounds to ``value`` when ``step`` is the unit of its last digit."""
        return cls(value - step / 2, value + step / 2)

    def __add__(self, other: Band) -> Band:
        return Band(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Band) -> Band:
        return Band(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Band) -> Band:
        """The product of two bands of positive numbers."""
        return Band(self.low * other.low, self.high * other.high)

    def __truediv__(self, other: Band) -> Band:
        """The quotient of two bands of positive numbers; the divisor's low end is above zero."""
        return Band(self.low / other.high, self.high / other.low)

    def scaled(self, factor: float) -> Band:
        return Band(self.low * factor, self.high * factor)

    def widened(self, by: float) -> Band:
        return Band(self.low - by, self.high + by)

    def folded(self) -> Band:
        """The sizes of its values, whatever their sign."""
        if self.low >= 0:
            return self
        return Band(max(0.0, -self.high), max(self.high, -self.low))

    def meets(self, other: Band) -> bool:
        """Whether the two have more than an end point in common."""
        dust = _DUST * max(1.0, abs(self.high), abs(other.high))
        return self.low < other.high - dust and other.low < self.high - dust


@dataclass(frozen=True, slots=True)
class Measured:
    """A value together with everything its print may stand for."""

    value: float
    band: Band


@dataclass(frozen=True, slots=True)
class Figure:
    """An official value with the unit of its last printed digit, and how sure it is."""

    value: float
    step: float
    slack: float = 0.0  # further room: a derived figure may miss the print by one last digit

    @property
    def measured(self) -> Measured:
        return Measured(self.value, Band.around(self.value, self.step).widened(self.slack))


def printed_step(print_: str, value: float) -> float:
    """The unit of a print's last digit (7.72亿 -> 1000000), or of the value without a print."""
    whole, _, decimals = print_.removesuffix("%").partition(".")
    if decimals.isdecimal() and whole.isdecimal():
        return float(f"1e-{len(decimals)}")
    numeral = printed.read(print_) if print_ else None
    return numeral.step if numeral else _own_step(value)


def _own_step(value: float) -> float:
    """The decimal unit of the last digit that is not zero, of at most four after the point."""
    digits = f"{value:.4f}".rstrip("0")
    decimals = len(digits.partition(".")[2])
    if decimals:
        return float(f"1e-{decimals}")
    whole = digits.rstrip(".")
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if value else 1.0


def printed_band(quantity: Quantity) -> Band:
    """What a quantity may stand for, its 约 or 超 set aside; a range from end to end."""
    high = quantity.value if quantity.high is None else quantity.high
    if "番" in quantity.surface:
        return Band(DOUBLED[0] * quantity.value, DOUBLED[1] * quantity.value)
    return Band(quantity.value - quantity.step / 2, high + quantity.step / 2)


def claimed_band(quantity: Quantity) -> Band:
    """What a quantity says of the value: 超过 is open above, 近 and 不足 are open below."""
    plain = printed_band(quantity)
    if quantity.high is not None:
        return Band(quantity.value, quantity.high).widened(_rounding(quantity))
    if quantity.approx == "over":
        return Band(quantity.value - _rounding(quantity), float("inf"))
    if quantity.approx == "under":
        return Band(float("-inf"), quantity.value + _rounding(quantity))
    if quantity.approx == "about":
        return plain.widened(_about(quantity) - quantity.step / 2)
    return plain


def _rounding(quantity: Quantity) -> float:
    """How far a bound may be missed: 超7.72亿 of 7.7198亿, but not 突破11亿 of 10.67亿."""
    return min(quantity.step / 2, max(ABOUT * abs(quantity.value), _HALF_A_TENTH))


def _about(quantity: Quantity) -> float:
    size = abs(quantity.value)
    return max(quantity.step / 2, min(quantity.step, NEAR * size), ABOUT * size)


def agreement(quantity: Quantity, figure: Figure) -> Agreement | None:
    """How a quantity agrees with an official figure, or None.

    match: as precise as the official print. rounded: coarser, or qualified (近, 超, 约, a range).
    A bound that is loose but true agrees.
    """
    if not _within(claimed_band(quantity), quantity, figure):
        return None
    return "match" if _as_printed(quantity, figure) and _precise(quantity, figure) else "rounded"


def singles_out(quantity: Quantity, figure: Figure) -> bool:
    """Whether a quantity points at this figure: it agrees, and a bound comes near to it.

    A figure printed in one or two digits is met by too many finer numbers to be pointed at.
    """
    if _is_far(quantity, figure):
        return False
    if figure.step > quantity.step and abs(figure.value) < ENOUGH_DIGITS * figure.step:
        return False
    if quantity.approx not in ("over", "under"):
        return agreement(quantity, figure) is not None
    near = max(quantity.step / 2, NEAR * abs(quantity.value))
    claim = claimed_band(quantity)
    nearby = Band(
        max(claim.low, quantity.value - near),
        min(claim.high, quantity.value + near),
    )
    return _within(nearby, quantity, figure)


def _is_far(quantity: Quantity, figure: Figure) -> bool:
    """Whether a figure is farther off than any precision or bound reaches: a first look."""
    if quantity.high is not None or quantity.unit == "times":
        return False
    reach = max(quantity.step, figure.step, NEAR * abs(quantity.value)) + figure.slack
    return abs(figure.value - quantity.value) > 2 * reach


def digits(quantity: Quantity) -> float:
    """How finely a quantity is printed: its value in units of its last digit.

    The noughts of a bound tell nothing: 超过6000个 is as fine as 超过6千.
    """
    if quantity.approx in ("over", "under") and quantity.value.is_integer():
        return float(str(int(quantity.value)).rstrip("0") or 0)
    return abs(quantity.value) / quantity.step if quantity.step else float("inf")


def _within(band: Band, quantity: Quantity, figure: Figure) -> bool:
    """Whether the figure lies in the band; the coarser print of the two gives the tolerance."""
    room = max(0.0, figure.step - quantity.step) / 2 + figure.slack
    room += _DUST * max(1.0, abs(figure.value))
    return band.low - room <= figure.value <= band.high + room


def _as_printed(quantity: Quantity, figure: Figure) -> bool:
    """Whether the number is the figure itself; a 约 before it then changes nothing."""
    if quantity.approx == "about":
        return _within(printed_band(quantity), quantity, figure)
    return quantity.approx == "exact"


def _precise(quantity: Quantity, figure: Figure) -> bool:
    return quantity.step <= figure.step * (1 + _DUST) or digits(quantity) >= ENOUGH_DIGITS

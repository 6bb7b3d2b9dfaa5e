"""How a figure moved between two times: its difference, its growth, its multiple."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from indicators.checks import direction
from indicators.checks.agreement import Band, Measured, claimed_band
from indicators.quantities import Quantity

Mode = Literal["difference", "growth", "multiple"]
_NOTHING = Band(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Movement:
    """A change as two figures give it; ``value`` and ``band`` are signed."""

    mode: Mode
    value: float
    band: Band

    def agrees(self, quantity: Quantity) -> bool:
        """Whether a quantity, which tells only the size, can be this change."""
        claim, size = claimed_band(quantity), self.band.folded()
        return claim.meets(size) or claim.low <= abs(self.value) <= claim.high

    def opposes(self, said: direction.Direction) -> bool:
        """Whether every value it may have goes the other way than the words say."""
        return (said > 0 and self.band.high < 0) or (said < 0 and self.band.low > 0)


def difference(start: Measured, end: Measured) -> Movement:
    """End minus start: points for percentages, the base unit for counts, places for ranks."""
    return Movement("difference", end.value - start.value, end.band - start.band)


def growth(start: Measured, end: Measured) -> Movement:
    """Relative change in percent."""
    if start.band.low <= 0 or end.band.low <= 0:
        return Movement("growth", 0.0, _NOTHING)
    ratio = end.band / start.band
    value = (end.value / start.value - 1) * 100
    return Movement("growth", value, Band(ratio.low * 100 - 100, ratio.high * 100 - 100))


def multiple(start: Measured, end: Measured, less: float = 0.0) -> Movement:
    """How many times the start the end is, less one where only the growth is counted."""
    if start.band.low <= 0 or end.band.low <= 0:
        return Movement("multiple", 0.0, _NOTHING)
    ratio = end.band / start.band
    return Movement(
        "multiple", end.value / start.value - less, Band(ratio.low - less, ratio.high - less)
    )


def readings(
    text: str, quantity: Quantity, rate: bool, start: Measured, end: Measured
) -> Iterator[Movement]:
    """The movement in the unit of the words; ``rate`` if the figures themselves are percentages."""
    if quantity.unit == "percent":
        yield growth(start, end)
    elif quantity.unit == "times":
        yield multiple(start, end)
        if direction.counts_growth_only(text, quantity):
            yield multiple(start, end, less=1.0)
    elif rate or quantity.unit != "point":
        yield difference(start, end)

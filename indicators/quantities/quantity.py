"""The quantity: one number of a text with its unit, printed precision, approximation and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Approximation = Literal["exact", "about", "over", "under", "range"]
QuantityUnit = Literal["count", "percent", "point", "times", "rank", "number"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity in a clean text.

    ``start``/``end`` run from the first digit to the end of the unit and its touching classifier,
    without 约/近/超过 before it. ``value`` is in base units: 7.72亿 -> 772000000, 5‰ -> 0.5
    (percent), 六成 -> 60 (percent). ``step`` is the unit of the last printed digit, in the same
    base units (7.72亿 -> 1000000; 48.8% -> 0.1), so the printed value stands for value ± step/2.
    ``high`` is the upper end of a range. ``unit`` "number" is a bare number (an index, or the
    member of a list whose unit follows later and could not be shared).
    """

    start: int
    end: int
    surface: str
    value: float
    high: float | None
    step: float
    unit: QuantityUnit
    classifier: str  # 人, 个, 项, 家 … or ""
    approx: Approximation

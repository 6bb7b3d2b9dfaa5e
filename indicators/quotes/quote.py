"""The quote: a quantity with what it claims to measure, for where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicators.quantities import Quantity

Basis = Literal["stated", "inherited", "relative", "report", "plan", "headline", "none"]
Area = Literal["total", "urban", "rural"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quantity that quotes a catalogue indicator; offsets are those of the clean text.

    ``indicator`` is what the words claim (the true one for a misnomer such as 手机普及率).
    ``as_of`` is YYYY-MM or None where the passage alone does not tell; ``inferred`` is then the
    month a report number, a headline's body or the publication date gives, or None.
    ``current`` marks a figure presented as the state of now (目前, 如今, or no date at all).
    ``since`` is the start of a change (较2016年底), ``average_of`` the number of surveys or years
    a mean is taken over (近5次 … 平均值).
    """

    quantity: Quantity
    sentence: tuple[int, int]
    label: str
    misnomer: bool
    indicator: str
    kind: Literal["level", "change"]
    geo: str
    area: Area
    level: str | None
    scope: str | None
    as_of: str | None
    basis: Basis
    inferred: str | None
    current: bool
    since: str | None
    average_of: int | None

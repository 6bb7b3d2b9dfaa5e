"""The EGDI taken apart: its three parts, their weights, and what each adds to a change.

The index is the mean of the online service, telecommunication infrastructure and human capital
indices. The editions of 2008 and 2010 count the online services with 0.34 and the others with
0.33 each; with these weights every printed index follows from its printed parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.series import Observation

PARTS = ("osi", "tii", "hci")
INDEX, RANK = "egdi", "egdi_rank"
THIRDS: tuple[float, float, float] = (1 / 3, 1 / 3, 1 / 3)
UNEQUAL: Mapping[str, tuple[float, float, float]] = {
    "2008": (0.34, 0.33, 0.33),
    "2010": (0.34, 0.33, 0.33),
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One country in one edition (a year): the printed index and its parts in order of PARTS."""

    year: str
    index: float
    parts: tuple[float, float, float]

    @property
    def weights(self) -> tuple[float, float, float]:
        return UNEQUAL.get(self.year, THIRDS)

    @property
    def shares(self) -> tuple[float, ...]:
        """What each part brings to the index: its value times its weight."""
        return tuple(w * part for w, part in zip(self.weights, self.parts, strict=True))

    @property
    def recomputed(self) -> float:
        return sum(self.shares)


@dataclass(frozen=True, slots=True)
class Change:
    """From one edition to another. The parts and the rest (rounding) add to the whole change."""

    first: Edition
    last: Edition
    parts: tuple[float, ...]
    rest: float

    @property
    def whole(self) -> float:
        return self.last.index - self.first.index


def editions(
    observations: Mapping[str, Sequence[Observation]], geo: str = "CN"
) -> Mapping[str, Edition]:
    """The editions that have the index of a country and all its parts, by year, oldest first."""
    values = {
        id: {seen.as_of[:4]: seen.value for seen in observations.get(id, ()) if seen.geo == geo}
        for id in (INDEX, *PARTS)
    }
    years = sorted(set.intersection(*(set(by_year) for by_year in values.values())))
    return {
        year: Edition(
            year,
            values[INDEX][year],
            (values["osi"][year], values["tii"][year], values["hci"][year]),
        )
        for year in years
    }


def change(first: Edition, last: Edition) -> Change:
    """What each part added between two editions, each with the weights of its own."""
    parts = tuple(b - a for a, b in zip(first.shares, last.shares, strict=True))
    return Change(first, last, parts, last.index - first.index - sum(parts))

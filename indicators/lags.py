"""How late a text quotes a figure: the months from what the figure is of to the text's own date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indicators import periods


@dataclass(frozen=True, slots=True)
class Lag:
    """Months from a figure's as_of to the text's date: ``least`` to ``most``, both included.

    They are one where the text tells its month, a year apart where it tells only its year. A text
    without a date gives a lower bound alone: ``most`` is None.
    """

    least: int
    most: int | None

    @property
    def exact(self) -> bool:
        """Whether the lag is one number of months."""
        return self.least == self.most


def lag(as_of: str, published: str | None, quoted: Iterable[str]) -> Lag:
    """The lag of a figure of the month ``as_of`` (YYYY-MM).

    ``published`` is the text's date as far as it is known (YYYY[-MM[-DD]]). Without one, the text
    was written no earlier than the latest figure it quotes: ``quoted`` are the months of them all.
    """
    if published is None:
        return Lag(periods.between(as_of, max([*quoted, as_of])), None)
    if len(published) < len("2017-12"):
        first = f"{published}-01"
        return Lag(periods.between(as_of, first), periods.between(as_of, first) + 11)
    months = periods.between(as_of, published[:7])
    return Lag(months, months)

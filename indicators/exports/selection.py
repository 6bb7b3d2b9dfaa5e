"""Which figures a caller asks for (?area= &geo= &from= &to=), or why that cannot be."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from indicators import periods
from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.series import Observation

FILTERS = ("area", "geo", "from", "to")
_NEAR = 5  # names offered instead of an unknown one


class RequestError(Exception):
    """A request that cannot be answered.

    ``code`` names a sentence of the string files (``api.<code>``) that ``facts`` fills; ``near``
    are names that would do.
    """

    def __init__(self, status: int, code: str, near: Collection[str] = (), **facts: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.near = tuple(near)
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep: None keeps all. ``first`` and ``last`` are months, both included."""

    area: str | None = None
    geo: str | None = None
    first: str | None = None
    last: str | None = None

    def of(self, points: Sequence[Observation]) -> tuple[Observation, ...]:
        """The figures that are asked for, in their order."""
        return tuple(point for point in points if self._keeps(point))

    def _keeps(self, point: Observation) -> bool:
        return (
            self.area in (None, point.area)
            and self.geo in (None, point.geo)
            and (self.first or "") <= point.as_of <= (self.last or "9")
        )


def parse(pairs: Sequence[tuple[str, str]], indicator: Indicator, library: Library) -> Selection:
    """Read the parameters of an address; RequestError (400) for what nobody knows."""
    known_filters(pairs, FILTERS)
    given = dict(pairs)
    area, geo = given.get("area"), given.get("geo")
    if area is not None and area not in indicator.areas:
        raise RequestError(400, "unknown_area", indicator.areas, value=area, indicator=indicator.id)
    if geo is not None and geo not in library.places:
        raise RequestError(400, "unknown_geo", near(geo, library.places), value=geo)
    first, last = _month(given, "from", "01"), _month(given, "to", "12")
    if first and last and first > last:
        raise RequestError(400, "backwards", value=f"{first}..{last}")
    return Selection(area, geo, first, last)


def known_filters(pairs: Sequence[tuple[str, str]], known: Collection[str]) -> None:
    """Refuse parameters nobody reads, and those given twice: most are slips."""
    seen: set[str] = set()
    for name, _ in pairs:
        if name not in known:
            raise RequestError(400, "unknown_filter", known, value=name)
        if name in seen:
            raise RequestError(400, "twice", value=name)
        seen.add(name)


def near(name: str, known: Collection[str]) -> list[str]:
    """The known names most like this one."""
    return difflib.get_close_matches(name[:80], known, n=_NEAR, cutoff=0.5)


def _month(given: Mapping[str, str], name: str, month: str) -> str | None:
    """YYYY-MM as it is, YYYY as its first or last month."""
    value = given.get(name)
    if value is None:
        return None
    whole = f"{value}-{month}" if periods.is_date(value) and len(value) == 4 else value
    if not periods.is_month(whole):
        raise RequestError(400, "unknown_month", value=value, name=name)
    return whole

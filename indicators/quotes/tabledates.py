"""The month of a figure in a table: told by its row, its column, its section or the caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators import periods
from indicators.quotes import dates
from indicators.quotes.dateforms import Role, When
from indicators.quotes.dates import Moment
from indicators.quotes.headings import Heading
from indicators.quotes.walk import Walk

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Times:
    """When a figure was measured, and for a change, since when."""

    moment: Moment | None
    since: str | None = None


def resolve(
    walk: Walk,
    near: Sequence[Heading],
    around: Sequence[Heading],
    changes: bool,
    columns: Sequence[Sequence[Heading]],
) -> Times:
    """The times of a figure.

    ``near`` are its row and column, ``around`` its section, the corner and the caption.
    """
    month = next((heading.month for heading in around if heading.month is not None), None)
    context = _first(walk, around, month)
    told = context.month if context else None
    moment = _near(walk, near, told, month, changes)
    if not changes:
        return Times(moment or context or walk.moment)
    base = next(_whens(near, ("base", "from")), None)
    across = sorted(_across(walk, columns, told, month)) if moment is None else []
    if across:
        since = across[0] if len(across) > 1 else None
        return Times(Moment(across[-1], None, "stated"), since)
    end = moment or context or walk.moment
    start = _against(walk, base, end.month if end else None) if base else None
    return Times(end, start.month if start else None)


def _first(walk: Walk, around: Sequence[Heading], month: int | None) -> Moment | None:
    for heading in around:
        years = {when.year for when, role in heading.dates if role == "date"}
        if len(years) > 1:
            return None
        moment = _absolute(walk, heading, month)
        if moment is not None:
            return moment
    return None


def _absolute(walk: Walk, heading: Heading, month: int | None) -> Moment | None:
    """The month of a year, a date with a year, or a report's number."""
    if heading.year is not None:
        return Moment(periods.month(heading.year, month or _DECEMBER), None, "stated")
    for when in _whens((heading,), ("date", "since", "start")):
        if when.year is not None or when.report is not None:
            return dates.resolve(when, None, walk.published, walk.library)
    return None


def _near(
    walk: Walk, near: Sequence[Heading], told: str | None, month: int | None, changes: bool
) -> Moment | None:
    """The month that row and column tell; one told relatively counts from the other, or around."""
    own = [moment for heading in near if (moment := _absolute(walk, heading, month)) is not None]
    anchor = own[0].month if own else told
    roles: tuple[Role, ...] = ("date",) if changes else ("date", "since", "start", "base", "from")
    for when in _whens(near, roles):
        if when.year is None and when.report is None:
            return _against(walk, when, anchor)
    return own[0] if own else None


def _against(walk: Walk, when: When, told: str | None) -> Moment:
    """The month of a date counted from another; 上年 and 上年同期 are the same month a year ago."""
    if told is not None and when.month is None and when.months is None and when.year is None:
        when = replace(when, month=periods.split(told)[1])
    return dates.resolve(when, told or walk.told, walk.published, walk.library)


def _across(
    walk: Walk, columns: Sequence[Sequence[Heading]], told: str | None, month: int | None
) -> Iterator[str]:
    """The months that stand above the columns of levels."""
    for above in columns:
        if not any(heading.change for heading in above):
            moment = _near(walk, above, told, month, False)
            if moment is not None and moment.month is not None:
                yield moment.month


def _whens(near: Sequence[Heading], roles: Sequence[Role]) -> Iterator[When]:
    for heading in near:
        for when, role in heading.dates:
            if role in roles:
                yield when

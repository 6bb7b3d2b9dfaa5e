"""The live refresh: a series of an open API compared with our figures, before anything is written.

A source with a ``live`` code (data/sources/<id>.toml) stands for one series of the World Bank's
API; every figure of ours that cites it is compared. Other publishers' figures are never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators import printed
from indicators.errors import InputError
from indicators.library import Library
from indicators.refresh.worldbank import Answer
from indicators.series import Observation

Fetch = Callable[[str, Sequence[str]], Answer]
Key = tuple[str, str]  # geo, as_of


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that differs, as printed. ``gone`` is one the API no longer gives: it is kept."""

    what: Literal["new", "changed", "gone"]
    source: str
    indicator: str
    geo: str
    as_of: str
    before: str  # "" for a new one
    after: str  # "" for one that is gone


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a source has to say: its date and every difference, by indicator, month and place."""

    source: str
    updated: str  # YYYY-MM-DD
    changes: tuple[Change, ...]


def sources(library: Library) -> tuple[str, ...]:
    """The ids of the sources that can be refreshed."""
    return tuple(source.id for source in library.sources.values() if source.live)


def compare(library: Library, source: str, fetch: Fetch) -> Refresh:
    """Ask for the series of one source and list what differs from our figures.

    ``fetch`` takes the code of the series and our places. Raises InputError, as ``fetch`` does,
    and where the answer has not a single figure.
    """
    cited = {
        indicator: _plain(seen)
        for indicator, seen in library.observations.items()
        if any(one.source == source for one in seen)
    }
    places = sorted({geo for ours in cited.values() for geo, _ in _of(source, ours)})
    answer = fetch(library.sources[source].live or "", places)
    if not answer.figures:
        raise InputError("no_figures", source=source)
    # By convention a figure of a year is dated to its December.
    theirs = {(geo, f"{year}-12"): value for (geo, year), value in answer.figures.items()}
    changes = [
        change
        for indicator, ours in cited.items()
        for change in _changes(indicator, source, ours, theirs)
    ]
    return Refresh(source, answer.updated, tuple(changes))


def _plain(seen: Sequence[Observation]) -> Mapping[Key, Observation]:
    """The figures an API's series can be compared with: of the whole, as they stand today."""
    return {(one.geo, one.as_of): one for one in seen if (one.area, one.scope) == ("total", "")}


def _of(source: str, ours: Mapping[Key, Observation]) -> Iterator[Key]:
    return (key for key, one in ours.items() if one.source == source)


def _changes(
    indicator: str, source: str, ours: Mapping[Key, Observation], theirs: Mapping[Key, float]
) -> list[Change]:
    changes = []
    for geo, as_of in sorted({*_of(source, ours), *theirs}, key=lambda key: (key[1], key[0])):
        one, value = ours.get((geo, as_of)), theirs.get((geo, as_of))
        if one is None and value is not None:
            changes.append(Change("new", source, indicator, geo, as_of, "", shown(value)))
        elif one is not None and one.source == source:
            if value is None:
                changes.append(Change("gone", source, indicator, geo, as_of, one.printed, ""))
            elif not printed.agrees(one.printed, value):
                changes.append(
                    Change("changed", source, indicator, geo, as_of, one.printed, shown(value))
                )
    return changes


def shown(value: float) -> str:
    """A figure as our files print it: at most six decimals, no zeros behind."""
    return f"{value:.6f}".rstrip("0").rstrip(".")

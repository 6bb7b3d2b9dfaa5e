"""Everything under data/ that the engine and the pages need, loaded once and never changed."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from indicators import catalogue, places, series, sources, texts
from indicators.catalogue import Indicator
from indicators.datafiles import read_toml
from indicators.errors import DataError
from indicators.places import Place
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document

DATA = Path(__file__).resolve().parent.parent / "data"

Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class Library:
    """The loaded data. ``problems`` lists what could not be loaded; the rest works without it."""

    indicators: Mapping[str, Indicator]  # in family and order
    observations: Mapping[str, tuple[Observation, ...]]  # by indicator id, sorted by as_of
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    places: Mapping[str, Place]
    version: str  # data version, from data/version.toml
    problems: tuple[DataError, ...]

    def report_period(self, series: str, number: int) -> str | None:
        """The survey month of a numbered report: ("cnnic", 41) -> "2017-12"."""
        for source in self.sources.values():
            if source.series == series and source.number == number:
                return source.as_of
        return None

    def report_number(self, series: str, month: str) -> int | None:
        """Which numbered report surveyed this month: ("cnnic", "2017-12") -> 41."""
        for source in self.sources.values():
            if source.series == series and month in (source.as_of, source.resources_as_of):
                return source.number
        return None


def default() -> Library:
    """The shipped data, or what the environment variable INDICATORS_DATA points to; cached."""
    return _cached(Path(os.environ.get("INDICATORS_DATA") or DATA))


@functools.cache
def _cached(root: Path) -> Library:
    return load(root)


def load(root: Path = DATA) -> Library:
    """All data under a root. A broken file becomes one of ``problems``; nothing is raised."""
    problems: list[DataError] = []
    known_places = _attempt(lambda: places.load(root / "places.csv"), problems) or {}
    known_sources = _sources(root, problems)
    indicators = _indicators(root, problems)
    observations = {
        id: _attempt(
            functools.partial(series.load, _csv(root, id), known, known_sources, known_places),
            problems,
        )
        or ()
        for id, known in indicators.items()
    }
    documents = _each(root / "texts", texts.load, problems)
    return Library(
        indicators=indicators,
        observations=observations,
        sources=known_sources,
        documents={document.slug: document for document in documents},
        places=known_places,
        version=_attempt(lambda: _version(root), problems) or "",
        problems=tuple(problems),
    )


def _csv(root: Path, indicator: str) -> Path:
    return root / "indicators" / f"{indicator}.csv"


def _attempt(read: Callable[[], Loaded], problems: list[DataError]) -> Loaded | None:
    try:
        return read()
    except DataError as problem:
        problems.append(problem)
        return None


def _each(
    folder: Path, read: Callable[[Path], Loaded], problems: list[DataError]
) -> Iterable[Loaded]:
    for path in sorted(folder.glob("*.toml")):
        loaded = _attempt(functools.partial(read, path), problems)
        if loaded is not None:
            yield loaded


def _sources(root: Path, problems: list[DataError]) -> Mapping[str, Source]:
    loaded = {source.id: source for source in _each(root / "sources", sources.load, problems)}
    return {
        path.stem: loaded.get(path.stem) or sources.unreadable(path.stem)
        for path in sorted((root / "sources").glob("*.toml"))
    }


def _indicators(root: Path, problems: list[DataError]) -> Mapping[str, Indicator]:
    loaded = _each(root / "indicators", catalogue.load, problems)
    order = {family: place for place, family in enumerate(catalogue.FAMILIES)}
    ranked = sorted(loaded, key=lambda known: (order[known.family], known.order, known.id))
    return {known.id: known for known in ranked}


def _version(root: Path) -> str:
    return read_toml(root / "version.toml").text("version")

"""Everything under data/ that the engine and the pages need, loaded once and never changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from indicators import (
    catalogue,
    corrections,
    gazetteer,
    gtmi,
    periods,
    places,
    policies,
    provinces,
    series,
    sources,
    texts,
    themes,
)
from indicators.catalogue import Indicator
from indicators.corrections import Correction
from indicators.datafiles import read_toml
from indicators.errors import DataError
from indicators.gazetteer import Gazetteer
from indicators.gtmi import Grouping
from indicators.places import Place
from indicators.policies import Policy
from indicators.provinces import Province
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document
from indicators.themes import Theme

DATA = Path(__file__).resolve().parent.parent / "data"

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, eq=False)
class Library:
    """The loaded data. ``problems`` lists what could not be loaded; the rest works without it.

    Compared by identity, so that what is derived from a library can be cached by it.
    """

    indicators: Mapping[str, Indicator]  # in family and order
    observations: Mapping[str, tuple[Observation, ...]]  # by indicator id, sorted by as_of
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    places: Mapping[str, Place]
    version: str  # data version, from data/version.toml
    problems: tuple[DataError, ...]
    corrections: tuple[Correction, ...] = ()
    released: str = ""  # YYYY-MM-DD of that version
    provinces: tuple[Province, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)  # in the order of their file
    moves: Mapping[str, Theme] = field(default_factory=dict)  # of an argument, in their order
    gtmi: tuple[Grouping, ...] = ()
    policies: Mapping[str, Policy] = field(default_factory=dict)  # by date
    gazetteer: Gazetteer = gazetteer.EMPTY

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


def root() -> Path:
    """The folder of the data: the shipped one, or what INDICATORS_DATA points to."""
    return Path(os.environ.get("INDICATORS_DATA") or DATA)


def default() -> Library:
    """The data in ``root``, loaded once."""
    return _cached(root())


@cache
def _cached(root: Path) -> Library:
    return load(root)


def load(root: Path = DATA) -> Library:
    """All data under a root. A broken file becomes one of ``problems``; nothing is raised."""
    problems: list[DataError] = []
    known_places = (
        _attempt(lambda: places.load(root / "places.csv"), problems) or places.CHINA_ALONE
    )
    known_sources = _sources(root, problems)
    indicators = _indicators(root, known_sources, problems)
    observations = {
        id: _attempt(
            partial(series.load, _csv(root, id), known, known_sources, known_places), problems
        )
        or ()
        for id, known in indicators.items()
    }
    documents = _documents(root, indicators, known_places, problems)
    version, released = _attempt(lambda: _version(root), problems) or ("", "")
    corrected = _corrections(root, observations, problems)
    grid = _provinces(root, known_places, problems)
    argued = _attempt(lambda: themes.load(root / "themes.toml"), problems) or themes.NONE
    grouped = _attempt(lambda: gtmi.load(root / "gtmi.csv", known_sources, known_places), problems)
    issued = _attempt(lambda: policies.load(root / "policies.csv"), problems)
    named = _attempt(lambda: gazetteer.load(root, known_places, grid), problems) if grid else None
    return Library(
        indicators=indicators,
        observations=observations,
        sources=known_sources,
        documents=documents,
        places=known_places,
        version=version,
        released=released,
        problems=tuple(problems),
        corrections=corrected,
        provinces=grid,
        themes=argued.themes,
        moves=argued.moves,
        gtmi=grouped or (),
        policies=issued or {},
        gazetteer=named or gazetteer.EMPTY,
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
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        problems.append(DataError(folder, 0, "no .toml file in this folder"))
    for stray in sorted([*folder.glob("*.csv"), *folder.glob("*.txt")]):
        if not stray.with_name(f"{stray.name.partition('.')[0]}.toml").exists():
            problems.append(DataError(stray, 0, "no .toml file of the same name beside it"))
    for path in paths:
        loaded = _attempt(partial(read, path), problems)
        if loaded is not None:
            yield loaded


def _sources(root: Path, problems: list[DataError]) -> Mapping[str, Source]:
    loaded = {source.id: source for source in _each(root / "sources", sources.load, problems)}
    return {
        path.stem: loaded.get(path.stem) or sources.unreadable(path.stem)
        for path in sorted((root / "sources").glob("*.toml"))
    }


def _indicators(
    root: Path, known_sources: Mapping[str, Source], problems: list[DataError]
) -> Mapping[str, Indicator]:
    folder = root / "indicators"
    loaded = list(_each(folder, catalogue.load, problems))
    for indicator in loaded:
        path = folder / f"{indicator.id}.toml"
        _attempt(partial(_check_breaks, path, indicator, known_sources), problems)
    order = {family: place for place, family in enumerate(catalogue.FAMILIES)}
    ranked = sorted(loaded, key=lambda known: (order[known.family], known.order, known.id))
    return {known.id: known for known in ranked}


def _check_breaks(path: Path, indicator: Indicator, known_sources: Mapping[str, Source]) -> None:
    for change in indicator.breaks:
        if change.source and change.source not in known_sources:
            raise DataError(path, 0, f"breaks: unknown source {change.source!r}")


def _documents(
    root: Path,
    indicators: Mapping[str, Indicator],
    known_places: Mapping[str, Place],
    problems: list[DataError],
) -> Mapping[str, Document]:
    folder = root / "texts"
    documents = {document.slug: document for document in _each(folder, texts.load, problems)}
    # Where an indicator's own file is broken, that is the one thing to report.
    if len(indicators) == len(list((root / "indicators").glob("*.toml"))):
        for slug, document in documents.items():
            path = folder / f"{slug}.toml"
            _attempt(partial(texts.check, path, document, indicators, known_places), problems)
    return documents


def _corrections(
    root: Path, observations: Mapping[str, tuple[Observation, ...]], problems: list[DataError]
) -> tuple[Correction, ...]:
    path = root / "corrections.toml"
    loaded = _attempt(lambda: corrections.load(path), problems) or ()
    # Where a series is missing or broken, that is the one thing to report.
    if not problems:
        _attempt(lambda: corrections.check(path, loaded, observations), problems)
    return loaded


def _provinces(
    root: Path, known_places: Mapping[str, Place], problems: list[DataError]
) -> tuple[Province, ...]:
    # Where the file of places is broken, that is the one thing to report.
    if known_places is places.CHINA_ALONE:
        return ()
    path = root / "provinces.csv"
    return _attempt(lambda: provinces.load(path, known_places), problems) or ()


def _version(root: Path) -> tuple[str, str]:
    table = read_toml(root / "version.toml")
    table.only("version", "date", "note")
    if not periods.is_date(table.text("date")):
        raise table.fail("date", f"{table.text('date')!r} is not a date (YYYY-MM-DD)")
    catalogue.bilingual(table.table("note"))
    return table.text("version"), table.text("date")

"""Files of data/ read one by one: a broken one becomes a problem, and the rest is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from indicators import (
    catalogue,
    corrections,
    gazetteer,
    gtmi,
    licences,
    places,
    population,
    provinces,
    series,
    sources,
    texts,
    vintages,
)
from indicators.catalogue import Indicator
from indicators.corrections import Correction
from indicators.errors import DataError
from indicators.gazetteer import Gazetteer
from indicators.gtmi import Grouping
from indicators.licences import Terms
from indicators.places import Place
from indicators.population import Count
from indicators.provinces import Province
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document
from indicators.vintages import Vintage

Loaded = TypeVar("Loaded")


def attempt(read: Callable[[], Loaded], problems: list[DataError]) -> Loaded | None:
    """What ``read`` gives; a DataError becomes one of the problems, and None."""
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
        loaded = attempt(partial(read, path), problems)
        if loaded is not None:
            yield loaded


def all_places(root: Path, problems: list[DataError]) -> Mapping[str, Place]:
    """Every place by its code; China alone where their file is broken."""
    return attempt(lambda: places.load(root / "places.csv"), problems) or places.CHINA_ALONE


def all_figures(
    root: Path,
    indicators: Mapping[str, Indicator],
    known_sources: Mapping[str, Source],
    known_places: Mapping[str, Place],
    problems: list[DataError],
) -> Mapping[str, tuple[Observation, ...]]:
    """The figures of every indicator; none where their file is broken."""
    folder = root / "indicators"
    return {
        id: attempt(
            partial(series.load, folder / f"{id}.csv", known, known_sources, known_places), problems
        )
        or ()
        for id, known in indicators.items()
    }


def all_sources(root: Path, problems: list[DataError]) -> Mapping[str, Source]:
    """Every publication by id; one whose file is broken has a stand-in."""
    loaded = {source.id: source for source in _each(root / "sources", sources.load, problems)}
    return {
        path.stem: loaded.get(path.stem) or sources.unreadable(path.stem)
        for path in sorted((root / "sources").glob("*.toml"))
    }


def all_indicators(
    root: Path, known_sources: Mapping[str, Source], problems: list[DataError]
) -> Mapping[str, Indicator]:
    """Every indicator by id, in family and order."""
    folder = root / "indicators"
    loaded = list(_each(folder, catalogue.load, problems))
    for indicator in loaded:
        path = folder / f"{indicator.id}.toml"
        attempt(partial(_check_breaks, path, indicator, known_sources), problems)
    order = {family: place for place, family in enumerate(catalogue.FAMILIES)}
    ranked = sorted(loaded, key=lambda known: (order[known.family], known.order, known.id))
    return {known.id: known for known in ranked}


def _check_breaks(path: Path, indicator: Indicator, known_sources: Mapping[str, Source]) -> None:
    for change in indicator.breaks:
        if change.source and change.source not in known_sources:
            raise DataError(path, 0, f"breaks: unknown source {change.source!r}")


def all_documents(
    root: Path,
    indicators: Mapping[str, Indicator],
    known_places: Mapping[str, Place],
    problems: list[DataError],
) -> Mapping[str, Document]:
    """Every text by its slug, its reviewed quotes held against the catalogue."""
    folder = root / "texts"
    documents = {document.slug: document for document in _each(folder, texts.load, problems)}
    # Where an indicator's own file is broken, that is the one thing to report.
    if len(indicators) == len(list((root / "indicators").glob("*.toml"))):
        for slug, document in documents.items():
            path = folder / f"{slug}.toml"
            attempt(partial(texts.check, path, document, indicators, known_places), problems)
    return documents


def all_corrections(
    root: Path, observations: Mapping[str, tuple[Observation, ...]], problems: list[DataError]
) -> tuple[Correction, ...]:
    """Every correction, held against the series."""
    path = root / "corrections.toml"
    loaded = attempt(lambda: corrections.load(path), problems) or ()
    # Where a series is missing or broken, that is the one thing to report.
    if not problems:
        attempt(lambda: corrections.check(path, loaded, observations), problems)
    return loaded


def all_provinces(
    root: Path, known_places: Mapping[str, Place], problems: list[DataError]
) -> tuple[Province, ...]:
    """The provinces on their grid."""
    # Where the file of places is broken, that is the one thing to report.
    if known_places is places.CHINA_ALONE:
        return ()
    path = root / "provinces.csv"
    return attempt(lambda: provinces.load(path, known_places), problems) or ()


def all_names(
    root: Path,
    known_places: Mapping[str, Place],
    grid: tuple[Province, ...],
    problems: list[DataError],
) -> Gazetteer:
    """The names of places that texts write; none where the provinces are broken."""
    if not grid:
        return gazetteer.EMPTY
    named = attempt(lambda: gazetteer.load(root, known_places, grid), problems)
    return named or gazetteer.EMPTY


def all_terms(root: Path, known: Mapping[str, Source], problems: list[DataError]) -> Terms:
    """The licences, and that sources name no other."""
    loaded = attempt(lambda: licences.load(root / "licences.toml"), problems)
    if loaded is None:
        return licences.NONE
    attempt(lambda: licences.check(root / "sources", loaded, known), problems)
    return loaded


def all_groups(
    root: Path,
    known_sources: Mapping[str, Source],
    known_places: Mapping[str, Place],
    problems: list[DataError],
) -> tuple[Grouping, ...]:
    """The groups of the GovTech Maturity Index."""
    path = root / "gtmi.csv"
    return attempt(lambda: gtmi.load(path, known_sources, known_places), problems) or ()


def all_counts(
    root: Path, known_sources: Mapping[str, Source], problems: list[DataError]
) -> tuple[Count, ...]:
    """The population at year-end."""
    path = root / "population.csv"
    return attempt(lambda: population.load(path, known_sources), problems) or ()


def all_vintages(
    root: Path,
    observations: Mapping[str, tuple[Observation, ...]],
    known_sources: Mapping[str, Source],
    problems: list[DataError],
) -> tuple[Vintage, ...]:
    """What was official until a revision."""
    path = root / "vintages.csv"
    return attempt(lambda: vintages.load(path, observations, known_sources), problems) or ()

"""Everything under data/ that the engine and the pages need, loaded once and never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from indicators import (
    examples,
    gazetteer,
    licences,
    missing,
    policies,
    shelves,
    themes,
    versions,
)
from indicators.catalogue import Indicator
from indicators.corrections import Correction
from indicators.errors import DataError
from indicators.examples import Example
from indicators.gazetteer import Gazetteer
from indicators.gtmi import Grouping
from indicators.licences import Terms
from indicators.missing import Missing
from indicators.places import Place
from indicators.policies import Policy
from indicators.population import Count
from indicators.provinces import Province
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document
from indicators.themes import Theme
from indicators.versions import Version
from indicators.vintages import Vintage

DATA = Path(__file__).resolve().parent.parent / "data"


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
    problems: tuple[DataError, ...]
    corrections: tuple[Correction, ...] = ()
    versions: tuple[Version, ...] = ()  # of the data, the present one first
    provinces: tuple[Province, ...] = ()
    themes: Mapping[str, Theme] = field(default_factory=dict)  # in the order of their file
    moves: Mapping[str, Theme] = field(default_factory=dict)  # of an argument, in their order
    gtmi: tuple[Grouping, ...] = ()
    population: tuple[Count, ...] = ()
    vintages: tuple[Vintage, ...] = ()
    policies: Mapping[str, Policy] = field(default_factory=dict)  # by date
    gazetteer: Gazetteer = gazetteer.EMPTY
    terms: Terms = licences.NONE
    missing: Missing = missing.NOTHING
    examples: tuple[Example, ...] = ()

    @property
    def version(self) -> str:
        """The version of the data, "" where its file is broken."""
        return self.versions[0].name if self.versions else ""

    @property
    def released(self) -> str:
        """The day of that version, YYYY-MM-DD."""
        return self.versions[0].date if self.versions else ""

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
    # The name as it is given: a path is costly to make, and pages ask hundreds of times.
    return _cached(os.environ.get("INDICATORS_DATA") or DATA)


@cache
def _cached(root: str | Path) -> Library:
    return load(Path(root))


def load(root: Path = DATA) -> Library:
    """All data under a root. A broken file becomes one of ``problems``; nothing is raised."""
    problems: list[DataError] = []
    known_places = shelves.all_places(root, problems)
    known_sources = shelves.all_sources(root, problems)
    indicators = shelves.all_indicators(root, known_sources, problems)
    observations = shelves.all_figures(root, indicators, known_sources, known_places, problems)
    documents = shelves.all_documents(root, indicators, known_places, problems)
    published = shelves.attempt(lambda: versions.load(root / "version.toml"), problems) or ()
    corrected = shelves.all_corrections(root, observations, problems)
    grid = shelves.all_provinces(root, known_places, problems)
    argued = shelves.attempt(lambda: themes.load(root / "themes.toml"), problems) or themes.NONE
    grouped = shelves.all_groups(root, known_sources, known_places, problems)
    issued = shelves.attempt(lambda: policies.load(root / "policies.csv"), problems)
    named = shelves.all_names(root, known_places, grid, problems)
    terms = shelves.all_terms(root, known_sources, problems)
    lacking = shelves.attempt(lambda: missing.load(root / "gaps.toml"), problems)
    shown = shelves.attempt(lambda: examples.load(root / "examples.toml"), problems)
    return Library(
        indicators=indicators,
        observations=observations,
        sources=known_sources,
        documents=documents,
        places=known_places,
        versions=published,
        corrections=corrected,
        provinces=grid,
        themes=argued.themes,
        moves=argued.moves,
        gtmi=grouped,
        population=shelves.all_counts(root, known_sources, problems),
        vintages=shelves.all_vintages(root, observations, known_sources, problems),
        policies=issued or {},
        gazetteer=named,
        terms=terms,
        missing=lacking or missing.NOTHING,
        examples=shown or (),
        problems=tuple(problems),  # last: reading the others may add some
    )

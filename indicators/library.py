"""Everything under data/ that the engine and the pages need, loaded once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.catalogue import Indicator
from indicators.errors import DataError
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document


@dataclass(frozen=True)
class Library:
    """The loaded data. ``problems`` lists what could not be loaded; the rest works without it."""

    indicators: Mapping[str, Indicator]  # in family and order
    observations: Mapping[str, tuple[Observation, ...]]  # by indicator id, sorted by as_of
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    places: Mapping[str, object]  # geo code -> Place
    version: str  # data version, from data/version.toml
    problems: tuple[DataError, ...]

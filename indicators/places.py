"""The places figures are about: China, its provinces, other countries, the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from indicators.datafiles import read_csv

COLUMNS = ("code", "zh", "en", "also")


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``code`` is CN, an ISO 3166-2 code (CN-HA), an ISO3 country code or WLD.

    ``also`` holds further names that texts use: 河南省, 豫, 美利坚合众国.
    """

    code: str
    zh: str
    en: str
    also: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh

    @property
    def is_province(self) -> bool:
        return self.code.startswith("CN-")


# What national series need, should the file of places be broken.
CHINA_ALONE: Mapping[str, Place] = MappingProxyType({"CN": Place("CN", "全国", "China")})


def load(path: Path) -> Mapping[str, Place]:
    """All places of data/places.csv by code, in the file's order; DataError with file and row."""
    places: dict[str, Place] = {}
    for row in read_csv(path, COLUMNS):
        code, zh, en, also = (row[name] for name in COLUMNS)
        if not (code and zh and en):
            raise row.fail("code, zh and en are all required")
        if code in places:
            raise row.fail(f"place {code!r} stands here twice")
        places[code] = Place(code, zh, en, tuple(name for name in also.split("|") if name))
    return places

"""The names of places and bodies that texts write: cities by their province, organs of state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue import Bilingual
from indicators.datafiles import read_csv
from indicators.places import Place
from indicators.provinces import Province

PLACE_COLUMNS = ("name", "place", "en")
BODY_COLUMNS = ("name", "en", "also")
# Groups of countries, and the world: nobody is there.
_NOWHERE = frozenset(("CN", "WLD", "EAS", "HIC", "UMC", "MIC", "LIC", "OED", "CN-XPCC"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a place or a body. ``place`` is the code of its province or country, "" for a
    body; ``called`` is what it is listed under: 广州 for 广州市."""

    place: str
    called: Bilingual


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name with what it names; None for a word that only holds a name: 推广东部.

    ``pattern`` finds the names, of several that begin together the longest.
    """

    names: Mapping[str, Entry | None]
    pattern: re.Pattern[str]


def of(names: Mapping[str, Entry | None]) -> Gazetteer:
    """The gazetteer of these names; without any it finds nothing."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return Gazetteer(names, re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"))


EMPTY = of({})


def load(root: Path, places: Mapping[str, Place], provinces: tuple[Province, ...]) -> Gazetteer:
    """The names of place_names.csv and bodies.csv under a root, with those of the places."""
    names: dict[str, Entry | None] = {}
    for place in places.values():
        if place.code not in _NOWHERE:
            called = Bilingual(place.zh, place.en)
            names |= dict.fromkeys((place.zh, *place.also), Entry(place.code, called))
    cities = _cities(root / "place_names.csv", {province.code for province in provinces})
    return of({**names, **cities, **_bodies(root / "bodies.csv")})


def _cities(path: Path, provinces: set[str]) -> Mapping[str, Entry | None]:
    found: dict[str, Entry | None] = {}
    for row in read_csv(path, PLACE_COLUMNS):
        name, place, en = row["name"], row["place"], row["en"]
        if not name or name in found:
            raise row.fail(f"name: {name!r} stands here twice" if name else "name is required")
        if place and place not in provinces:
            raise row.fail(f"place: {place!r} is no province of data/provinces.csv")
        if bool(place) != bool(en):
            raise row.fail("place and en are both required, or neither for a word that is no place")
        found[name] = Entry(place, Bilingual(name, en)) if place else None
    return found


def _bodies(path: Path) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for row in read_csv(path, BODY_COLUMNS):
        if not (row["name"] and row["en"]):
            raise row.fail("name and en are required")
        entry = Entry("", Bilingual(row["name"], row["en"]))
        for name in (row["name"], *filter(None, row["also"].split("|"))):
            if name in found:
                raise row.fail(f"{name!r} stands here twice")
            found[name] = entry
    return found

"""What an indicator page is about: the address read against the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.catalogue import Indicator
from indicators.figures.lines import Key, Line, lines_of
from indicators.figures.names import line_names
from indicators.library import Library
from indicators.strings import text
from indicators.ui import evidence, load, problems, registry, state
from indicators.ui.load import Citation
from indicators.ui.state import State


@dataclass(frozen=True, slots=True)
class Topic:
    """What an indicator page is about, once the address has been read."""

    here: State
    slug: str
    library: Library
    members: tuple[Indicator, ...]
    indicator: Indicator
    areas: tuple[str, ...]  # to choose from
    geos: tuple[str, ...]
    lines: tuple[Line, ...]  # those of the chosen area and place
    names: Mapping[Key, str]
    citations: tuple[Citation, ...]


def open_topic(here: State, slug: str) -> Topic | None:
    """Read the address for this page: indicator, area, place, quote; None without indicators."""
    library = load.library()
    page = registry.page(slug)
    members = _members(page, library)
    if not members:
        return None
    indicator = _chosen(here, members, library)
    areas = tuple(area for area in indicator.areas if area in (page.areas or indicator.areas))
    every = _lines(library, indicator, areas)
    geos = tuple(dict.fromkeys(line.key.geo for line in every))
    area = _one_of(here, "area", here.area, areas)
    geo = _one_of(here, "geo", here.geo, geos) or ("CN" if "CN" in geos else None)
    lines = tuple(
        line for line in every if area in (None, line.key.area) and geo in (None, line.key.geo)
    )
    names = line_names([line.key for line in lines], indicator, library.places, here.lang)
    citations = evidence.citing(indicator.id, (area,) if area else page.areas)
    return Topic(here, slug, library, members, indicator, areas, geos, lines, names, citations)


def _lines(library: Library, indicator: Indicator, areas: Sequence[str]) -> tuple[Line, ...]:
    """The lines of an indicator in its own order of areas and levels, the default scope first."""

    def rank(line: Line) -> tuple[int, int, bool, int]:
        level = indicator.levels.index(line.key.level) if line.key.level else -1
        usual = line.key.scope == indicator.default_scope
        return areas.index(line.key.area), level, not usual, -len(line.points)

    lines = lines_of(library, indicator.id)
    return tuple(sorted((line for line in lines if line.key.area in areas), key=rank))


def _members(page: registry.Page, library: Library) -> tuple[Indicator, ...]:
    also = [library.indicators[id] for id in page.also if id in library.indicators]
    family = [known for known in library.indicators.values() if known.family == page.family]
    return (*also, *family)


def _chosen(here: State, members: Sequence[Indicator], library: Library) -> Indicator:
    """The indicator the address names, by itself or through a quote; else the page's first."""
    quote = load.citations().get(here.c or "")
    wanted = here.id or (quote.finding.quote.indicator if quote else None)
    for known in members:
        if known.id == wanted:
            return known
    if here.id:
        _elsewhere(here, library.indicators[here.id])
    return members[0]


def _one_of(here: State, param: str, value: str | None, offered: Sequence[str]) -> str | None:
    if value and value not in offered:
        problems.unknown(here.lang, param, value)
        return None
    return value


def _elsewhere(here: State, indicator: Indicator) -> None:
    """The address names an indicator of another page: say so, and lead there."""
    page = registry.of_family(indicator.family)
    name = indicator.name[here.lang]
    words = text(here.lang, "topic.elsewhere", indicator=name)
    href = state.href(page.slug, here.lang, id=indicator.id) if page else ""
    problems.say(words, href, text(here.lang, "topic.go_there", indicator=name))

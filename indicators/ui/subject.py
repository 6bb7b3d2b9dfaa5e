"""What an indicator page is about: the address read against the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Indicator
from indicators.figures.lines import Key, Line, lines_of
from indicators.figures.names import line_names
from indicators.library import Library
from indicators.strings import text
from indicators.ui import evidence, load, problems, registry, state
from indicators.ui.load import Citation
from indicators.ui.state import State

KEPT = 96  # views of which what is drawn is kept


@dataclass(frozen=True, eq=False, slots=True)
class Topic:
    """What an indicator page is about, once the address has been read.

    Read once for an address and compared by identity, as the library is: what is drawn of it can be
    kept by it. ``unknown`` and ``elsewhere`` are what the address names in vain on this page.
    """

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
    unknown: tuple[tuple[str, str], ...] = ()
    elsewhere: Indicator | None = None


def open_topic(here: State, slug: str) -> Topic | None:
    """Read the address for this page: indicator, area, place, quote; None without indicators.

    What it names in vain is said.
    """
    # Kept for all visitors: without what one of them has searched for or mistyped.
    topic = _read(replace(here, q=None, unknown=()), slug)
    if topic and topic.elsewhere:
        _elsewhere(here, topic.elsewhere)
    for name, value in topic.unknown if topic else ():
        problems.unknown(here.lang, name, value)
    return topic


@load.kept(KEPT)
def _read(here: State, slug: str) -> Topic | None:
    library = load.library()
    page = registry.page(slug)
    members = _members(page, library)
    if not members:
        return None
    indicator = _chosen(here, members)
    areas = tuple(area for area in indicator.areas if area in (page.areas or indicator.areas))
    every = _lines(library, indicator, areas)
    geos = tuple(dict.fromkeys(line.key.geo for line in every))
    asked = (("area", here.area, areas), ("geo", here.geo, geos))
    unknown = tuple((name, value) for name, value, known in asked if value and value not in known)
    area = here.area if here.area in areas else None
    geo = here.geo if here.geo in geos else "CN" if "CN" in geos else None
    lines = tuple(
        line for line in every if area in (None, line.key.area) and geo in (None, line.key.geo)
    )
    names = line_names([line.key for line in lines], indicator, library.places, here.lang)
    citations = evidence.citing(indicator.id, (area,) if area else page.areas)
    missed = library.indicators[here.id] if here.id not in (None, indicator.id) else None
    return Topic(
        here, slug, library, members, indicator, areas, geos, lines, names, citations,
        unknown, missed,
    )  # fmt: skip


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


def _chosen(here: State, members: Sequence[Indicator]) -> Indicator:
    """The indicator the address names, by itself or through a quote; else the page's first."""
    quote = load.citations().get(here.c or "")
    wanted = here.id or (quote.finding.quote.indicator if quote else None)
    return next((known for known in members if known.id == wanted), members[0])


def _elsewhere(here: State, indicator: Indicator) -> None:
    """The address names an indicator of another page: say so, and lead there."""
    page = registry.of_family(indicator.family)
    name = indicator.name[here.lang]
    words = text(here.lang, "topic.elsewhere", indicator=name)
    href = state.href(page.slug, here.lang, id=indicator.id) if page else ""
    problems.say(words, href, text(here.lang, "topic.go_there", indicator=name))

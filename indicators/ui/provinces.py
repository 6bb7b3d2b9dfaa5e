"""The provinces of an indicator: beside a national series as tiles; those absent by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indicators import periods, units
from indicators.figures.lines import split
from indicators.figures.names import scope_name
from indicators.library import Library
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import table, tiles
from indicators.ui.markup import Cell, escape, folded
from indicators.ui.markup import table as html_table
from indicators.ui.subject import KEPT, Topic

FEW = 3  # provinces that make a grid worth drawing

Group = tuple[Observation, ...]  # the provinces of one survey in one scope


def draw(topic: Topic) -> str:
    """Draw nothing where there are no provinces or the address names one place; gives back HTML as
    ``plots.show`` says.

    Where there is no national series the chart itself shows them, and only words are added.
    """
    found = groups(topic.library.observations.get(topic.indicator.id, ()))
    if not found or topic.here.geo not in (None, "CN"):
        return ""
    told, figures = _words(topic)
    if "CN" not in topic.geos:
        return told
    lang, widest = topic.here.lang, found[0]
    heading = f"<h2>{escape(text(lang, 'provinces.title'))}</h2>"
    if len(widest) < FEW:
        return heading + figures
    buttons = tiles.draw(split(widest), topic.indicator, topic.library, lang, heading)
    return buttons + told + folded(text(lang, "provinces.table"), figures)


@lru_cache(maxsize=KEPT)
def _words(topic: Topic) -> tuple[str, str]:
    """What is told below the grid, and the table."""
    found = groups(topic.library.observations[topic.indicator.id])
    told = "".join(f'<p class="quiet">{escape(words)}</p>' for words in _told(topic, found[0]))
    return told, _table(topic, found)


def groups(observations: Sequence[Observation]) -> tuple[Group, ...]:
    """The figures of provinces by survey and scope, the one with the most provinces first."""
    found: dict[tuple[str, str, str], list[Observation]] = {}
    for seen in observations:
        if seen.geo.startswith("CN-"):
            found.setdefault((seen.as_of, seen.level, seen.scope), []).append(seen)
    widest = sorted(found.items(), key=lambda item: (len(item[1]), item[0][0]), reverse=True)
    return tuple(tuple(group) for _, group in widest)


def absent(group: Group, library: Library) -> tuple[str, ...]:
    """The codes of the units on the grid that the group has no figure of."""
    held = {seen.geo for seen in group}
    return tuple(unit.code for unit in library.provinces if unit.code not in held)


def _told(topic: Topic, group: Group) -> list[str]:
    """The scope, which units have no figure, by name, and those that have one and no tile."""
    lang, library = topic.here.lang, topic.library
    names = [library.places[code].name(lang) for code in absent(group, library)]
    words = []
    if len(topic.indicator.scopes) > 1:
        scope = scope_name(topic.indicator, group[0].scope, lang)
        words.append(text(lang, "provinces.scope", scope=scope))
    if names:
        listed = text(lang, "provinces.list").join(names)
        words.append(text(lang, "provinces.absent", number=len(names), names=listed))
    on_grid = {unit.code for unit in library.provinces}
    words += [
        text(
            lang,
            "provinces.beside",
            place=library.places[seen.geo].name(lang),
            value=units.text(seen.value, topic.indicator.unit, lang),
        )
        for seen in group
        if seen.geo not in on_grid
    ]
    return words


def _table(topic: Topic, found: Sequence[Group]) -> str:
    """A row a figure, the highest first within a survey; then the units that have none."""
    lang, indicator = topic.here.lang, topic.indicator
    scopes = len(indicator.scopes) > 1
    columns = [
        text(lang, "provinces.unit"),
        text(lang, "table.value", unit=units.noun(indicator.unit, lang)),
        text(lang, "table.as_of"),
        *([text(lang, "table.series")] if scopes else []),
        text(lang, "table.source"),
    ]
    rows = [
        _row(topic, seen, scopes)
        for group in found
        for seen in sorted(group, key=lambda seen: -seen.value)
    ]
    missing = absent(found[0], topic.library) if len(found[0]) >= FEW else ()
    blank = [Cell("")] * (len(columns) - 2)
    for code in missing:
        name = topic.library.places[code].name(lang)
        rows.append([Cell(name), Cell(text(lang, "tiles.none"), number=True), *blank])
    caption = text(lang, "provinces.caption", indicator=indicator.name[lang])
    return html_table(caption, columns, rows)


def _row(topic: Topic, seen: Observation, scopes: bool) -> list[Cell]:
    lang, library = topic.here.lang, topic.library
    return [
        Cell(library.places[seen.geo].name(lang)),
        Cell(units.figure(seen.value, topic.indicator.unit), number=True),
        Cell(periods.text(seen.as_of, lang, "table")),
        *([Cell(scope_name(topic.indicator, seen.scope, lang))] if scopes else []),
        Cell(table.short_source(library.sources[seen.source], lang)),
    ]

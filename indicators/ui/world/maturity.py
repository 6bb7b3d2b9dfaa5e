"""The GovTech Maturity Index: the groups economies are in, listed by name and never ranked."""

from __future__ import annotations

from collections.abc import Collection

from indicators.gtmi import GROUPS, Group
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import licences, load
from indicators.ui.markup import Cell, escape, folded, table
from indicators.ui.subject import Topic

MOST = 64  # choices of countries that are kept, of some 3 kB


def told(topic: Topic, peers: Collection[str]) -> str:
    """China's group in words, the groups of China and its peers, then of all there are, as HTML."""
    return _told(topic.here.lang, tuple(peers)) if topic.library.gtmi else ""


@load.kept(MOST)
def _told(lang: Lang, peers: tuple[str, ...]) -> str:
    library = load.library()
    groupings = library.gtmi
    every = {grouping.geo for grouping in groupings}
    all_of_them = text(lang, "world.gtmi_all", number=len(every))
    return (
        f"<h2>{escape(text(lang, 'world.gtmi_title'))}</h2>"
        f"<p>{escape(text(lang, 'world.gtmi') + _china(library, lang))}</p>"
        + _table(library, {"CN", *peers}, text(lang, "world.gtmi_caption"), lang)
        + folded(all_of_them, _table(library, every, all_of_them, lang))
        + licences.notices((grouping.source for grouping in groupings), library, lang)
    )


def _china(library: Library, lang: Lang) -> str:
    own = [
        text(lang, "world.gtmi_in", year=grouping.edition, group=grouping.group)
        for grouping in library.gtmi
        if grouping.geo == "CN"
    ]
    return text(lang, "world.gtmi_china", groups=text(lang, "topic.comma").join(own)) if own else ""


def _table(library: Library, geos: Collection[str], caption: str, lang: Lang) -> str:
    """A row a group, a column an edition; in each cell the economies, in the order of places."""
    editions = sorted({grouping.edition for grouping in library.gtmi}, reverse=True)
    columns = [text(lang, "world.gtmi_group"), *editions]
    rows = [
        [
            Cell(text(lang, f"world.gtmi_{group.lower()}")),
            *(Cell(_members(library, edition, group, geos, lang)) for edition in editions),
        ]
        for group in GROUPS
    ]
    return table(caption, columns, rows)


def _members(
    library: Library, edition: str, group: Group, geos: Collection[str], lang: Lang
) -> str:
    places = library.places
    inside = {
        grouping.geo
        for grouping in library.gtmi
        if (grouping.edition, grouping.group) == (edition, group) and grouping.geo in geos
    }
    names = [
        text(lang, "world.china") if geo == "CN" else places[geo].name(lang)
        for geo in places
        if geo in inside
    ]
    return text(lang, "world.list").join(names) or "—"

"""The GovTech Maturity Index: the groups economies are in, listed by name and never ranked."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from indicators.gtmi import GROUPS, Group
from indicators.strings import text
from indicators.ui import licences
from indicators.ui.markup import Cell, escape, table
from indicators.ui.subject import Topic


def draw(topic: Topic, peers: Collection[str]) -> None:
    """China's group in words, the groups of China and its peers, then of all there are."""
    lang, groupings = topic.here.lang, topic.library.gtmi
    if not groupings:
        return
    every = {grouping.geo for grouping in groupings}
    st.html(
        f"<h2>{escape(text(lang, 'world.gtmi_title'))}</h2>"
        f"<p>{escape(text(lang, 'world.gtmi') + _china(topic))}</p>"
        + _table(topic, {"CN", *peers}, text(lang, "world.gtmi_caption"))
    )
    with st.expander(text(lang, "world.gtmi_all", number=len(every))):
        st.html(_table(topic, every, text(lang, "world.gtmi_all", number=len(every))))
    licences.draw([grouping.source for grouping in groupings], topic.library, lang)


def _china(topic: Topic) -> str:
    lang = topic.here.lang
    own = [
        text(lang, "world.gtmi_in", year=grouping.edition, group=grouping.group)
        for grouping in topic.library.gtmi
        if grouping.geo == "CN"
    ]
    return text(lang, "world.gtmi_china", groups=text(lang, "topic.comma").join(own)) if own else ""


def _table(topic: Topic, geos: Collection[str], caption: str) -> str:
    """A row a group, a column an edition; in each cell the economies, in the order of places."""
    lang, groupings = topic.here.lang, topic.library.gtmi
    editions = sorted({grouping.edition for grouping in groupings}, reverse=True)
    columns = [text(lang, "world.gtmi_group"), *editions]
    rows = [
        [
            Cell(text(lang, f"world.gtmi_{group.lower()}")),
            *(Cell(_members(topic, edition, group, geos)) for edition in editions),
        ]
        for group in GROUPS
    ]
    return table(caption, columns, rows)


def _members(topic: Topic, edition: str, group: Group, geos: Collection[str]) -> str:
    lang, places = topic.here.lang, topic.library.places
    inside = {
        grouping.geo
        for grouping in topic.library.gtmi
        if (grouping.edition, grouping.group) == (edition, group) and grouping.geo in geos
    }
    names = [
        text(lang, "world.china") if geo == "CN" else places[geo].name(lang)
        for geo in places
        if geo in inside
    ]
    return text(lang, "world.list").join(names) or "—"

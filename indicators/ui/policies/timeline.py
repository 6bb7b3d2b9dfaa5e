"""The documents on a time axis below the indicator of the visitor's choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from indicators import periods
from indicators.catalogue import Indicator
from indicators.figures import words
from indicators.figures.lines import Line, lines_of
from indicators.figures.names import scope_name
from indicators.figures.series import Chart
from indicators.figures.still import Still, still
from indicators.figures.timeline import Event, Timeline, timeline_figure
from indicators.library import Library
from indicators.policies import THEMES, Policy
from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui import load, plots, registry, saving, state
from indicators.ui.components.document import mode
from indicators.ui.markup import escape, link
from indicators.ui.policies import choice
from indicators.ui.policies.choice import SCOPE
from indicators.ui.policies.shelf import MOST, Shelf, shelf
from indicators.ui.state import State

KEY = "timeline"
FIRST = "internet_penetration"  # no other series runs over all these years
LEAST = 4  # figures that make a line worth choosing


def draw(here: State) -> None:
    """Draw the choice of an indicator and the chart."""
    offered = _offered()
    if not offered:
        return
    _picker(here, load.library(), offered, _chosen(here))
    drawn = _drawn(here, mode())
    plots.show(drawn.figure, KEY, drawn.alt, _selected, drawn.caption)
    st.html(drawn.buttons)


class Drawn(NamedTuple):
    """The chart with what is said above it, what it shows in words, and the buttons below it."""

    caption: str
    figure: Still
    alt: str
    buttons: str


@state.kept(MOST)
def _drawn(here: State, mode: Mode) -> Drawn:
    library, id = load.library(), _chosen(here)
    indicator, line = library.indicators[id], _offered()[id]
    shown = choice.shown(here, tuple(library.policies.values()))
    spec = specification(here, indicator, line, shown, shelf(), mode)
    source = saving.sources(line.points, library, here.lang)
    return Drawn(
        f'<p class="quiet">{_caption(here.lang, indicator, line)}</p>',
        still(timeline_figure, spec),
        describe(spec),
        saving.buttons(KEY, text(here.lang, "page.policies.title"), here.lang, source),
    )


@load.kept(1)
def _offered() -> Mapping[str, Line]:
    return lines(load.library())


def _chosen(here: State) -> str:
    """The indicator of the address where it has a line, else the first that has."""
    offered = _offered()
    return next((id for id in (here.id, FIRST) if id and id in offered), next(iter(offered)))


def lines(library: Library) -> Mapping[str, Line]:
    """For each indicator of the whole country the one line that stands for it."""
    found = {}
    for id, indicator in library.indicators.items():
        every = [line for line in lines_of(library, id) if line.key.geo == "CN"]
        if every:
            best = max(every, key=lambda line: _rank(line, indicator))
            if len(best.points) >= LEAST:
                found[id] = best
    return found


def _rank(line: Line, indicator: Indicator) -> tuple[bool, bool, int]:
    key = line.key
    usual = key.scope == indicator.default_scope
    return key.area == indicator.areas[0], usual, len(line.points)


def _picker(here: State, library: Library, offered: Mapping[str, Line], id: str) -> None:
    st.selectbox(
        text(here.lang, "policies.indicator"),
        list(offered),
        format_func=lambda id: library.indicators[id].name[here.lang],
        key=state.show("id", id, SCOPE),
        on_change=state.follow,
        args=("id", SCOPE),
        width=360,
    )


def _caption(lang: Lang, indicator: Indicator, line: Line) -> str:
    """What is drawn, as HTML, with the way to the indicator's own page."""
    page = registry.of_family(indicator.family)
    name = escape(indicator.name[lang])
    if page:
        name = link(state.href(page.slug, lang, id=indicator.id), indicator.name[lang])
    about = [text(lang, f"area.{line.key.area}")] if len(indicator.areas) > 1 else []
    about += [text(lang, f"level.{line.key.level}")] if line.key.level else []
    about += [scope_name(indicator, line.key.scope, lang)] if line.key.scope else []
    parts = (
        f"{name} ({escape(', '.join(about))})"
        if lang == "en"
        else f"{name}（{escape('、'.join(about))}）"
    )
    before, after = escape(text(lang, "policies.chart", indicator="\0")).split("\0")
    return before + (parts if about else name) + after


def specification(
    here: State,
    indicator: Indicator,
    line: Line,
    shown: Sequence[Policy],
    kept: Shelf,
    mode: Mode = "light",
) -> Timeline:
    """What the chart is to show."""
    lanes = {
        id: text(here.lang, f"policy.theme.{id}")
        for id in THEMES
        if any(policy.theme == id for policy in shown)
    }
    return Timeline(
        chart=Chart(indicator, [line], {line.key: ""}, (), here.lang, mode),
        events=[_event(here.lang, policy, kept) for policy in shown],
        lanes=lanes,
        selected=here.policy,
    )


def _event(lang: Lang, policy: Policy, kept: Shelf) -> Event:
    found = kept.cited.get(policy.id, ())
    lines = [policy.short[lang], dated(lang, policy)]
    if found:
        lines.append(text(lang, "policies.named_in", count=len(found)))
    return Event(
        policy.id, policy.issued, policy.theme, policy.short[lang], "\n".join(lines), bool(found)
    )


def dated(lang: Lang, policy: Policy) -> str:
    """The date of a document; one that was not seen in print says so."""
    when = periods.text(policy.issued, lang)
    if {"issued", "day"} & set(policy.unconfirmed):
        return text(lang, "policies.unsure", fact=when)
    return when


def describe(spec: Timeline) -> str:
    """The chart in words."""
    lang = spec.chart.lang
    return text(
        lang,
        "policies.alt",
        line=words.describe(spec.chart),
        count=len(spec.events),
        named=sum(event.cited for event in spec.events),
    )


def _selected() -> None:
    """A click on a document selects it; a second one lets it go."""
    for id in plots.clicked(KEY)[:1]:
        state.go(policy=None if id == state.current().policy else id)

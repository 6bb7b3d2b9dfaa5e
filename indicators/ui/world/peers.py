"""Which countries China is compared with: a preset or the visitor's own choice, in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.egdi import RANK
from indicators.library import Library
from indicators.strings import text
from indicators.ui import load, state, telling
from indicators.ui import topic as page
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.subject import Topic

# Those of them that the data have; the page says which are missing.
NEIGHBOURS = ("JPN", "KOR", "IND", "KAZ", "VNM")
BRICS = ("BRA", "IND", "ZAF", "ARE", "IDN")
INCOMPLETE = ("neighbours", "brics")
LEADERS = 4  # the first so many of the newest edition: with China they fit into one panel
_PICKED, _PRESET = "peers_picked", "peers_preset"


def presets(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The ready-made choices; the first one is shown where the address names no country."""
    known = load.known().peers
    choices = {"leaders": leaders(library), "neighbours": NEIGHBOURS, "brics": BRICS}
    return {name: tuple(code for code in codes if code in known) for name, codes in choices.items()}


def leaders(library: Library) -> tuple[str, ...]:
    """The countries that stand first in the newest edition, in order of rank."""
    ranks = library.observations.get(RANK, ())
    newest = max((seen.as_of for seen in ranks), default="")
    first = sorted((s for s in ranks if s.as_of == newest), key=lambda s: s.value)
    return tuple(seen.geo for seen in first if seen.geo != "CN")[:LEADERS]


def chosen(here: State, library: Library) -> tuple[str, ...]:
    """The codes of the countries to show beside China."""
    if here.peers:
        return tuple(here.peers.split(","))
    if here.geo in load.known().peers:
        return (str(here.geo),)
    return next(iter(presets(library).values()), ())


def draw(topic: Topic, codes: tuple[str, ...]) -> None:
    """The row of controls: presets, countries, chart or table."""
    lang, library = topic.here.lang, topic.library
    ready = presets(library)
    preset = next((name for name, own in ready.items() if set(own) == set(codes)), None)
    st.session_state[_PRESET], st.session_state[_PICKED] = preset, list(codes)
    known = load.known().peers
    with st.container(horizontal=True, key="controls"):
        st.segmented_control(
            text(lang, "world.presets"),
            list(ready),
            format_func=lambda name: text(lang, f"world.{name}"),
            key=_PRESET,
            on_change=_follow_preset,
        )
        st.multiselect(
            text(lang, "world.peers"),
            [code for code in library.places if code in known],
            format_func=lambda code: library.places[code].name(lang),
            key=_PICKED,
            on_change=_follow_picked,
            placeholder=text(lang, "world.choose"),
            width=420,
        )
        page.view(topic)
        telling.draw(topic, pick_base=False)
    if preset in INCOMPLETE:
        st.html(f'<p class="quiet">{escape(text(lang, f"world.missing_{preset}"))}</p>')


def _follow_preset() -> None:
    name = st.session_state[_PRESET]
    codes = presets(load.library()).get(name, ()) if name else ()
    _go(tuple(codes))


def _follow_picked() -> None:
    _go(tuple(st.session_state[_PICKED]))


def _go(codes: tuple[str, ...]) -> None:
    """Put the choice into the address; the first preset is the default and is left out."""
    default = next(iter(presets(load.library()).values()), ())
    state.go(peers=None if set(codes) == set(default) else ",".join(codes), geo=None)

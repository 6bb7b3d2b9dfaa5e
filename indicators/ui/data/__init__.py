"""数据与方法: what there is, where it comes from, how it is judged, and how to take it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from indicators import gaps
from indicators.library import Library
from indicators.strings import LANGS, Lang, text
from indicators.ui import frame, load, state
from indicators.ui.data import about, corrections, dictionary, missing, rules, sources, use
from indicators.ui.state import PARTS, State

SLUG = "data"
_DRAW: Mapping[str, Callable[[State, Library], None]] = {
    "dictionary": dictionary.draw,
    "sources": sources.draw,
    "corrections": corrections.draw,
    "rules": rules.draw,
    "gaps": missing.draw,
    "use": use.draw,
    "about": about.draw,
}


def draw() -> None:
    """Draw the part that the address names."""
    here, library = state.current(), load.library()
    frame.title(here, SLUG, _answer(here.lang))
    st.segmented_control(
        text(here.lang, "data.parts"),
        PARTS,
        format_func=lambda name: text(here.lang, f"data.{name}"),
        key=state.show("part", here.part),
        on_change=state.follow,
        args=("part", "", ("q",)),
        required=True,
        label_visibility="collapsed",
    )
    _DRAW[here.part](here, library)


@load.kept(len(LANGS))
def _answer(lang: Lang) -> str:
    library = load.library()
    return text(
        lang,
        "data.answer",
        indicators=len(library.indicators),
        figures=f"{sum(map(len, library.observations.values())):,}",
        sources=len(library.sources),
        corrections=len(library.corrections),
        gaps=len(gaps.find(library)),
    )

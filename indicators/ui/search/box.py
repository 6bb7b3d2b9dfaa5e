"""The box to type into, and what narrows the sentences found."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.search import LONGEST
from indicators.strings import Lang, text
from indicators.ui import evidence, load, state
from indicators.ui.markup import escape, link
from indicators.ui.search.shelf import shelf
from indicators.ui.state import State

SCOPE = "search"
FILTERS = ("doc", "theme", "id", "t")


def draw(here: State) -> None:
    """The box with its button; Enter searches too."""
    with (
        st.form("search_form", border=False),
        st.container(key="search_box", horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            text(here.lang, "search.label"),
            key=state.show("q", (here.q or "")[:LONGEST], SCOPE),
            placeholder=text(here.lang, "search.placeholder"),
            max_chars=LONGEST,
        )
        st.form_submit_button(
            text(here.lang, "search.go"), type="primary", on_click=state.follow, args=("q", SCOPE)
        )


def draw_filters(here: State) -> None:
    """A choice each of text, theme, indicator and year, and a way out of them."""
    with st.container(key="search_filters", horizontal=True, vertical_alignment="bottom"):
        for param, named in choices(here.lang, here).items():
            _choice(here, param, named)
    if any(getattr(here, param) for param in FILTERS):
        label = escape(text(here.lang, "search.unfiltered"))
        address = escape(state.href("search", here.lang, q=here.q))
        st.html(f'<p class="quiet"><a href="{address}" target="_self">{label}</a></p>')


def _choice(here: State, param: str, named: Mapping[str, str]) -> None:
    chosen = getattr(here, param) or ""
    st.selectbox(
        text(here.lang, f"search.filter_{param}"),
        list(named),
        format_func=lambda value: named.get(value, value),
        key=state.show(param, chosen, SCOPE),
        on_change=state.follow,
        args=(param, SCOPE),
    )


def choices(lang: Lang, here: State) -> Mapping[str, Mapping[str, str]]:
    """What each filter offers, by the value in the address; "" is all of them."""
    library, passages = load.library(), shelf().passages
    present = {id for passage in passages for id in passage.indicators}
    told = {id for passage in passages for id in passage.themes}
    years = sorted({year for passage in passages for year in passage.years}, reverse=True)
    found: dict[str, dict[str, str]] = {
        "doc": {slug: evidence.full_title(library, slug, lang) for slug in library.documents},
        "theme": {id: theme.name[lang] for id, theme in library.themes.items() if id in told},
        "id": {id: one.name[lang] for id, one in library.indicators.items() if id in present},
        "t": {year: text(lang, "search.year", year=year) for year in years},
    }
    for param, named in found.items():
        chosen = getattr(here, param)
        if chosen and chosen not in named:  # a range, or an indicator that no text quotes
            known = library.indicators.get(chosen) if param == "id" else None
            named[chosen] = known.name[lang] if known else chosen
    return {
        param: {"": text(lang, f"search.every_{param}"), **named} for param, named in found.items()
    }


def query_link(lang: Lang, query: str, label: str = "", here: State | None = None) -> str:
    """A link that asks something else, with the filters of ``here`` kept."""
    kept = {param: getattr(here, param) for param in FILTERS} if here else {}
    return link(state.href("search", lang, q=query, **kept), label or query, "query")

"""What is said where nothing is found: which word is missing, what comes near, what else to ask."""

from __future__ import annotations

import difflib

import streamlit as st

from indicators import search
from indicators.search import Answer, analyser
from indicators.strings import Lang, text
from indicators.ui import load
from indicators.ui.markup import escape
from indicators.ui.search import box, examples, hits
from indicators.ui.search.shelf import shelf
from indicators.ui.state import State

NEAREST, CUTOFF = 4, 0.34


def draw(here: State, answer: Answer) -> None:
    """Similar names, the nearest sentences, examples; nothing where it is for the filters.

    ``answer`` is what is found without them.
    """
    lang = here.lang
    if answer.total:
        return
    if names := like(answer.missing):
        links = " ".join(box.query_link(lang, name, here=here) for name in names)
        st.html(f'<p class="asks">{escape(text(lang, "search.like"))}{links}</p>')
    if answer.near:
        st.html(f"<h2>{escape(text(lang, 'search.near'))}</h2>{hits.listed(lang, answer.near)}")
    examples.draw(lang)


def reason(lang: Lang, answer: Answer) -> str:
    """Which parts of the query no sentence has, or that the filters leave nothing, in words."""
    if answer.total:
        return text(lang, "search.filtered", count=answer.total)
    if not answer.missing:
        return text(lang, "search.apart")
    quoted = (text(lang, "search.word", word=word) for word in answer.missing)
    return text(lang, "search.missing", words=text(lang, "search.joint").join(quoted))


def like(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names of indicators and themes that resemble the words and that some sentence has."""
    library, kept = load.library(), shelf()
    themes = (theme.name.zh for theme in library.themes.values())
    names = [*(one.name.zh for one in library.indicators.values()), *themes]
    close = [
        name
        for word in words
        for name in difflib.get_close_matches(analyser.normal(word), names, NEAREST, CUTOFF)
    ]
    return tuple(
        name
        for name in dict.fromkeys(close)
        if search.find(kept.index, search.parse(name, kept.synonyms), limit=1).total
    )[:NEAREST]

"""What is said where nothing is found: which word is missing, what comes near, what else to ask."""

from __future__ import annotations

import difflib

import streamlit as st

from indicators import search
from indicators.search import Answer, Query, analyser
from indicators.strings import Lang, text
from indicators.ui import load, problems
from indicators.ui.markup import escape
from indicators.ui.search import box, examples, hits
from indicators.ui.search.shelf import shelf
from indicators.ui.state import State

NEAREST, CUTOFF = 4, 0.34


def draw(here: State, query: Query) -> None:
    """The reason; where it is not the filters, similar names, the nearest sentences, examples."""
    lang = here.lang
    answer = search.find(shelf().index, query)
    if answer.total:
        problems.say(text(lang, "search.filtered", count=answer.total))
        return
    problems.say(missing(lang, answer))
    names = like(answer.missing)
    if names:
        links = " ".join(box.query_link(lang, name, here=here) for name in names)
        st.html(f'<p class="asks">{escape(text(lang, "search.like"))}{links}</p>')
    if answer.near:
        st.html(f"<h2>{escape(text(lang, 'search.near'))}</h2>{hits.listed(lang, answer.near)}")
    examples.draw(lang)


def missing(lang: Lang, answer: Answer) -> str:
    """Which parts of the query no sentence has, in words."""
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

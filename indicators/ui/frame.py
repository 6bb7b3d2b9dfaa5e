"""What stands around every page: the header with navigation and language, notices, the footer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from indicators.strings import Lang, text
from indicators.theme import css_variables
from indicators.ui import load, problems, registry, state
from indicators.ui.components.document import describe_document
from indicators.ui.markup import escape
from indicators.ui.state import State

STYLE = Path(__file__).with_name("style.css")


@contextmanager
def around(here: State, slug: str) -> Iterator[None]:
    """Draw the frame around a page; embedded, the page stands alone with its source line."""
    st.html(f"<style>.stApp {{{css_variables()}}}{STYLE.read_text('utf-8')}</style>")
    describe_document(text(here.lang, "app.tag"))
    if not st.context.is_embedded:
        _header(here, slug)
    problems.notices(here)
    yield
    _footer(here)


def title(here: State, slug: str, answer: str = "") -> None:
    """The page's H1 and the one sentence that answers; ``answer`` is plain text."""
    heading = escape(text(here.lang, f"page.{slug}.title"))
    lead = f'<p class="lead">{escape(answer)}</p>' if answer else ""
    st.html(f'<h1 class="title">{heading}</h1>{lead}')


def _header(here: State, slug: str) -> None:
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        with st.container(key="brand", width="content"):
            state.link(registry.PAGES[0].slug, text(here.lang, "app.name"), here.lang)
        with st.container(key="groups", horizontal=True, width="content"):
            _groups(here, slug)
        with st.container(key="language", width="content"):
            _language(here, slug)
    with st.container(key="pages", horizontal=True):
        for page in registry.in_group(registry.page(slug).group):
            _nav_link(here, page.slug, text(here.lang, f"page.{page.slug}.nav"), page.slug == slug)


def _groups(here: State, slug: str) -> None:
    group = registry.page(slug).group
    for name in registry.groups():
        first = registry.in_group(name)[0]
        _nav_link(here, first.slug, text(here.lang, f"nav.{name}"), name == group, "group")


def _nav_link(here: State, slug: str, label: str, active: bool, kind: str = "page") -> None:
    suffix = "active" if active else "link"
    with st.container(key=f"nav_{kind}_{slug}_{suffix}", width="content"):
        state.link(slug, label, here.lang)


def _language(here: State, slug: str) -> None:
    """One link to the same view in the other language, named in that language."""
    other: Lang = "en" if here.lang == "zh" else "zh"
    same = {name: value for name, value in state.query(here).items() if name != "lang"}
    state.link(slug, text(here.lang, "frame.other_language"), other, **same)


def _footer(here: State) -> None:
    shelf = load.library()
    words = (
        text(here.lang, "frame.source"),
        text(here.lang, "frame.version", version=shelf.version or "—"),
        text(here.lang, "frame.licence"),
    )
    st.html('<footer class="foot">' + "".join(f"<p>{escape(w)}</p>" for w in words) + "</footer>")

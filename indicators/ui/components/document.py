"""The document around the pages: its language, its mode, and links that keep the session.

Assistive software and the choice of Han glyphs need the document's language. A plain link would
load the whole page anew, and turning the page from Python (st.switch_page with parameters) leaves
two entries in the browser's history, so that the back button seems not to work. So a click on one
of our links (they begin with "./") moves the browser's own history by one step and lets Streamlit
follow it, as it does for the back button. Streamlit does not say when the visitor turns to dark or
light, and charts are drawn in Python, so the document says it; charts are scaled for paper. Where
the connection is back after a break, the visit may be with another server that has never drawn the
page and would take the next click for nothing: the document asks for the page anew. Streamlit's own
few words, English whatever the page, are said in the page's language.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui.components.wording import words

KEY = "document"
_MODE = "mode"  # what the component says, read once in a run
_HERE = Path(__file__).parent
_document = st.components.v2.component(
    "zhibiao.document",
    js="".join((_HERE / name).read_text("utf-8") for name in ("wording.js", "document.js")),
)


def describe_document(lang: Lang) -> None:
    """Set the document's language, follow links, watch the mode; once in a run, before all else."""
    st.session_state[_MODE] = shown = _shown()
    _document(
        data=[{"lang": text(lang, "app.tag"), "mode": shown, "told": words(lang)}],
        key=KEY,
        on_mode_change=lambda: None,
        on_returned_change=lambda: None,
    )


def mode() -> Mode:
    """Light or dark, as the visitor's browser shows the page now."""
    told: Mode | None = st.session_state.get(_MODE)
    return told or _shown()


def _shown() -> Mode:
    told = st.session_state.get(KEY)
    seen = told.get("mode") if told else None
    return "dark" if (seen or st.context.theme.type) == "dark" else "light"

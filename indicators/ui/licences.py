"""Whose figures these are and what their licence asks: a line for each publisher and licence."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui.markup import escape

KEYS = {
    "CC BY 4.0": "cc_by",
    "CC BY-NC-SA 3.0 IGO": "cc_by_nc_sa",
    "© United Nations": "un",
}


def draw(sources: Iterable[str], library: Library, lang: Lang) -> None:
    """Draw the notices that the figures of these publications need."""
    words = "".join(
        f'<p class="quiet">{escape(notice)}</p>' for notice in of(sources, library, lang)
    )
    if words:
        st.html(words)


def of(sources: Iterable[str], library: Library, lang: Lang) -> list[str]:
    """One sentence for each publisher and licence, in the order of the sources."""
    used = [library.sources[id] for id in dict.fromkeys(sources)]
    needed = dict.fromkeys(
        (source.publisher_en if lang == "en" else source.publisher_zh, source.licence)
        for source in used
        if source.licence
    )
    return [
        text(lang, f"licence.{KEYS.get(licence, 'other')}", publisher=publisher, licence=licence)
        for publisher, licence in needed
    ]

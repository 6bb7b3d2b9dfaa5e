"""Whose figures these are and what their licence asks: a line for each publisher and licence."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators.library import Library
from indicators.strings import Lang
from indicators.ui.markup import escape


def draw(sources: Iterable[str], library: Library, lang: Lang) -> None:
    """Draw the notices that the figures of these publications need."""
    used = [library.sources[id] for id in dict.fromkeys(sources)]
    words = "".join(
        f'<p class="quiet">{escape(notice[lang])}</p>' for notice in library.terms.notices(used)
    )
    if words:
        st.html(words)

"""The check page: a visitor's own text, each quoted figure judged, to correct and take away."""

from __future__ import annotations

import streamlit as st

from indicators.strings import text
from indicators.ui import frame, state, workers
from indicators.ui.check import answer, desk, entry, progress, result, takeaway
from indicators.ui.markup import escape


def draw() -> None:
    """Draw the page."""
    here, mine = state.current(), desk.current()
    desk.collect(0.0)
    frame.title(here, "check", answer.sentence(here.lang, mine))
    entry.draw(here.lang, mine)
    st.html(f'<p class="quiet">{escape(text(here.lang, "check.privacy"))}</p>')
    if mine.running:
        progress.follow(here.lang, mine)
    elif mine.outcomes:
        answer.draw(here.lang, mine)
        if mine.reading:
            result.draw(here, mine, mine.reading)
            takeaway.draw(here.lang, mine, mine.reading)
    else:
        workers.start()

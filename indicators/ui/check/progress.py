"""Waiting for the checks: how far they are, what is done already, and a way to stop."""

from __future__ import annotations

import streamlit as st

from indicators.strings import Lang, text
from indicators.ui.check import answer, desk
from indicators.ui.check.desk import Desk

AT_ONCE, STEP = 0.6, 0.4  # seconds: what is done at once needs no bar
# Elements of an earlier result would stand, greyed, until the run is over: these take their place.
LEFT_OVER = 12


def follow(lang: Lang, mine: Desk) -> None:
    """Wait until everything is done or stopped, then run the page anew."""
    if len(mine.running) == 1:
        desk.collect(AT_ONCE)
    if mine.running:
        here = st.container(key="check_running")
        for _ in range(LEFT_OVER):
            st.empty()
        with here:
            if len(mine.jobs) > 1:
                _several(lang, mine)
            else:
                _one(lang, mine)
    st.rerun()


# In the loops below each call of Streamlit's is also where a visitor's click on "cancel", or
# their leaving the page, breaks in.


def _one(lang: Lang, mine: Desk) -> None:
    with st.spinner(text(lang, "check.running_one"), show_time=True):
        _cancel(lang)
        place = st.empty()
        while mine.running:
            desk.collect(STEP)
            place.empty()


def _several(lang: Lang, mine: Desk) -> None:
    bar = st.progress(0.0)
    _cancel(lang)
    listing = st.empty()
    shown = -1
    while mine.running:
        done = len(mine.outcomes)
        words = text(lang, "check.running", done=done, files=len(mine.jobs))
        bar.progress(done / len(mine.jobs), text=words)
        if done > shown:
            listing.html(answer.listing(lang, mine))
            shown = done
        desk.collect(STEP)


def _cancel(lang: Lang) -> None:
    st.button(text(lang, "check.cancel"), on_click=desk.cancel, key="check_cancel")

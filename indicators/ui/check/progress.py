"""Waiting for the checks: how far they are, what is done already, and a way to stop."""

from __future__ import annotations

import streamlit as st

from indicators.strings import Lang, text
from indicators.ui.check import answer, desk
from indicators.ui.check.desk import Desk

AT_ONCE, STEP = 0.6, 0.2  # seconds: what is done at once needs no bar


def follow(lang: Lang, mine: Desk) -> None:
    """Wait until everything is done or stopped, then run the page anew."""
    if len(mine.running) == 1:
        desk.collect(AT_ONCE)
    if mine.running:
        bar = st.progress(0.0, text=_said(lang, mine))
        st.button(text(lang, "check.cancel"), on_click=desk.cancel, key="check_cancel")
        done = st.empty()
        while mine.running:
            before = len(mine.running)
            desk.collect(STEP)
            # Each call is also where a visitor's click on "cancel" breaks in.
            bar.progress(len(mine.outcomes) / len(mine.jobs), text=_said(lang, mine))
            if len(mine.jobs) > 1 and len(mine.running) < before:
                done.html(answer.listing(lang, mine))
    st.rerun()


def _said(lang: Lang, mine: Desk) -> str:
    if len(mine.jobs) > 1:
        return text(lang, "check.running", done=len(mine.outcomes), files=len(mine.jobs))
    return text(lang, "check.running_one")

"""The result: the month of the text, the text with its figures marked, and beside it their list."""

from __future__ import annotations

import hashlib

import streamlit as st

from indicators import periods
from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.ui import load
from indicators.ui.check import desk, entry, figures
from indicators.ui.check.desk import Desk
from indicators.ui.components.reader import Chosen, draw_reader
from indicators.ui.markup import escape
from indicators.ui.notes import note
from indicators.ui.reader_data import reader_data
from indicators.ui.state import State

MONTH = "check_month"


def draw(here: State, mine: Desk, read: Reading) -> None:
    """The month, then the text left and its figures right; below each other on a phone."""
    _month(here.lang, mine, read)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _text(here.lang, mine, read)
    with right, st.container(key="check_side"):
        if read.findings:
            figures.draw(here)
        else:
            st.html(f'<p class="quiet">{escape(text(here.lang, "check.none_next"))}</p>')


def _month(lang: Lang, mine: Desk, read: Reading) -> None:
    """When the text came out, guessed from it and to be changed; and the way to another text."""
    st.session_state[MONTH] = st.session_state.get("check_mistyped") or read.published or ""
    given = mine.jobs[mine.shown].published is not None
    hint = "given" if given else "guessed" if read.published else "unknown"
    mistyped = st.session_state.pop("check_mistyped", None)
    key = "check.month_wrong" if mistyped else f"check.month_{hint}"
    with st.container(horizontal=True, vertical_alignment="bottom", key="check_head_row"):
        st.text_input(
            text(lang, "check.month"),
            key=MONTH,
            placeholder="2021-04",
            max_chars=10,
            help=text(lang, "check.month_why"),
            on_change=_set_month,
            width=180,
        )
        st.html(f'<p class="quiet">{escape(text(lang, key))}</p>', width="content")
        entry.another(lang, mine)


def _set_month() -> None:
    written = st.session_state[MONTH].strip().replace("/", "-").replace(".", "-")
    year, _, month = written.partition("-")
    written = f"{year}-{month.zfill(2)}" if month else written
    if written and not periods.is_month(written):
        st.session_state["check_mistyped"] = st.session_state[MONTH]
    else:
        desk.again(written)


def _text(lang: Lang, mine: Desk, read: Reading) -> None:
    if lang not in mine.drawn:
        notes = [note(finding, load.library(), lang) for finding in read.findings]
        digest = hashlib.sha256(read.clean.raw.encode("utf-8", "replace")).hexdigest()[:12]
        slug = f"{digest}-{read.published}"
        held = {"apart": True, "view": "clean", "sentence": 0, "verdict": ""}
        mine.drawn[lang] = {**reader_data(lang, slug, read, notes, elsewhere=False), **held}
    draw_reader(mine.drawn[lang], "check_reader", _viewed)


def _viewed(_: Chosen) -> None:
    """Nothing to do: what is picked is held beside the text, and the view is the browser's."""

"""Bringing a text: a box to paste into, files to upload, three samples one click away."""

from __future__ import annotations

import json

import streamlit as st

from indicators.documents import READABLE
from indicators.jobs import Job, limits
from indicators.library import DATA
from indicators.strings import Lang, text
from indicators.ui import problems
from indicators.ui.check import desk
from indicators.ui.check.desk import Desk
from indicators.ui.markup import escape

SAMPLES = ("clean", "damaged", "errors")
# What is longer than may be checked is refused in words; what is longer than this, by the box: the
# connection would break (server.maxWidgetStateSize).
MOST_SENT = 3_000_000
PASTED, ROUND = "check_pasted", "check_round"


def draw(lang: Lang, mine: Desk) -> None:
    """The box and the files; once there is a result, only when they are asked for.

    No expander: it would keep the text in the page, send it with every click and, as it
    opens, lay it out at every step.
    """
    if not mine.readings or mine.more:
        _inputs(lang)


def another(lang: Lang, mine: Desk) -> None:
    """The button that brings the box back."""
    if not mine.more:
        st.button(text(lang, "check.another"), key="check_more", on_click=mine.bring_more)


def _inputs(lang: Lang) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="check_form_box"):
        _paste(lang)
    with right:
        _upload(lang)
        _samples(lang)


def _paste(lang: Lang) -> None:
    with st.form("check_form", border=False):
        st.text_area(
            text(lang, "check.paste"),
            key=PASTED,
            height=220,
            max_chars=MOST_SENT,
            placeholder=text(lang, "check.placeholder"),
            persist_state="session",
        )
        st.form_submit_button(text(lang, "check.go"), type="primary", on_click=_check_pasted)
    if st.session_state.pop("check_blank", False):
        problems.say(text(lang, "check.blank"))


def _check_pasted() -> None:
    pasted = st.session_state.get(PASTED) or ""
    if pasted.strip():
        desk.begin([Job("", pasted)])
    else:
        st.session_state["check_blank"] = True


def _upload(lang: Lang) -> None:
    most = limits()
    key = f"check_files_{st.session_state.setdefault(ROUND, 0)}"
    choose = json.dumps(text(lang, "check.choose"), ensure_ascii=False)
    with st.container(key="check_upload"):
        st.html(f"<style>.st-key-check_upload {{ --choose: {choose} }}</style>")
        st.file_uploader(
            text(lang, "check.upload"),
            type=[suffix.lstrip(".") for suffix in READABLE],
            accept_multiple_files=True,
            max_upload_size=most.megabytes,
            key=key,
            on_change=_check_files,
            args=(key,),
        )
    told: dict[str, str | int] = {
        "files": most.files,
        "size": most.megabytes,
        "length": f"{most.characters:,}",
        "known": " ".join(READABLE),
    }
    st.html(f'<p class="quiet">{escape(text(lang, "check.limits", **told))}</p>')


def _check_files(key: str) -> None:
    files = st.session_state.get(key) or []
    if files:
        desk.begin([Job(file.name, file.getvalue()) for file in files])


def _samples(lang: Lang) -> None:
    st.html(f'<p class="label">{escape(text(lang, "check.samples"))}</p>')
    with st.container(horizontal=True, key="check_samples"):
        for name in SAMPLES:
            label = text(lang, f"check.sample_{name}")
            st.button(label, key=f"check_sample_{name}", on_click=_check_sample, args=(name,))


def _check_sample(name: str) -> None:
    """Put the sample into the box, so that it can be changed, and check it."""
    sample = (DATA / "samples" / f"{name}.txt").read_text("utf-8")
    st.session_state[PASTED] = sample
    desk.begin([Job("", sample)])


def forget() -> None:
    """Empty the box and the list of files, and clear the desk."""
    st.session_state[PASTED] = ""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    desk.clear()

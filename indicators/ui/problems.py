"""Notices above a page: what a link names that is unknown, and which data files are broken."""

from __future__ import annotations

import os

import streamlit as st

from indicators.errors import DataError
from indicators.strings import Lang, text
from indicators.ui import load
from indicators.ui.markup import escape, link
from indicators.ui.state import State

LONGEST = 40  # characters of an unknown value that are repeated to the visitor


def notices(here: State) -> None:
    """Say what could not be done; draw nothing when all is well."""
    for name, value in here.unknown:
        unknown(here.lang, name, value)
    broken = load.library().problems
    if broken:
        _broken(here.lang, broken)


def unknown(lang: Lang, name: str, value: str) -> None:
    """A link named something that does not exist: say which, the default is shown instead."""
    shown = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    say(text(lang, f"problem.unknown_{name}", value=shown))


def say(words: str, address: str = "", label: str = "") -> None:
    """One notice, in plain text, with a link where there is one."""
    st.html(notice(words, address, label))


def notice(words: str, address: str = "", label: str = "") -> str:
    """The same as HTML, read aloud by screen readers."""
    further = f" {link(address, label)}" if address else ""
    return f'<p class="notice" role="status">{escape(words)}{further}</p>'


def _broken(lang: Lang, broken: tuple[DataError, ...]) -> None:
    items = "".join(f"<li>{escape(_describe(lang, problem))}</li>" for problem in broken)
    st.html(
        f'<div class="notice" role="status"><p>{escape(text(lang, "problem.data"))}</p>'
        f"<ul>{items}</ul><p>{escape(text(lang, 'problem.data_next'))}</p></div>"
    )


def _describe(lang: Lang, problem: DataError) -> str:
    path = os.path.relpath(problem.path, os.path.dirname(load.root()))
    if problem.line:
        return text(lang, "problem.row", path=path, line=problem.line, what=problem.what)
    return text(lang, "problem.file", path=path, what=problem.what)

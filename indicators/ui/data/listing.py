"""A long table with a box that filters its rows; what is typed stands in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.strings import text
from indicators.ui import state
from indicators.ui.markup import Cell, escape, table
from indicators.ui.state import State

Rows = Sequence[Sequence[Cell]]
_JOINER = "\u2060"


def draw(here: State, part: str, columns: Sequence[str], rows: Rows) -> None:
    """The box, how many rows it leaves, and the table. ``columns`` name sentences of the part."""
    lang = here.lang
    st.text_input(
        text(lang, "data.filter"),
        key=state.show("q", here.q or "", part),
        on_change=state.follow,
        args=("q", part),
        placeholder=text(lang, f"data.{part}_filter"),
        max_chars=80,
        width=400,
    )
    kept = matching(rows, here.q or "")
    if not kept:
        st.html(f"<p>{escape(text(lang, 'data.no_row', query=here.q or ''))}</p>")
        return
    name = text(lang, f"data.{part}")
    key = "data.rows" if len(kept) == len(rows) else "data.rows_of"
    caption = text(lang, key, name=name, kept=len(kept), all=len(rows))
    headings = [text(lang, f"data.{part}_{column}") for column in columns]
    draw_table(caption, headings, kept)


def draw_table(caption: str, headings: Sequence[str], rows: Rows) -> None:
    """A table whose cells hold sentences: its first column breaks into lines too."""
    st.html(f'<div class="listing">{table(caption, headings, rows)}</div>')


def matching(rows: Rows, query: str) -> Rows:
    """The rows that hold every word of the query, in any cell and in any case."""
    words = query.casefold().split()
    return [row for row in rows if all(word in _words(row) for word in words)]


def unbroken(month: str) -> str:
    """A month that a narrow column does not break after its hyphen."""
    return month.replace("-", f"-{_JOINER}")


def _words(row: Sequence[Cell]) -> str:
    return " ".join(cell.text for cell in row).casefold().replace(_JOINER, "")

"""The sections of the page and their charts: a click on a mark narrows the page to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import streamlit as st

from indicators.strings import Lang, text
from indicators.ui import plots, saving, state
from indicators.ui.corpus import shelf
from indicators.ui.markup import escape, folded

MOST = 32  # sections of a kind that are kept, for filters that visitors choose again


@dataclass(frozen=True, slots=True)
class Section:
    """A section as far as it is the same for all who ask for the same: ``shown`` is what its chart
    is drawn from, ``alt`` what that says in words, ``note`` stands between chart and table."""

    answer: str
    shown: Sequence[Any]
    alt: str
    table: str
    note: str = ""


def section(lang: Lang, name: str, answer: str) -> None:
    """Draw the heading of a section and the sentence that answers it."""
    st.html(section_html(lang, name, answer))


def section_html(lang: Lang, name: str, answer: str) -> str:
    """The same as HTML, for what follows in the same element."""
    heading = escape(text(lang, f"{name}.title"))
    return f'<h2 class="part">{heading}</h2><p>{escape(answer)}</p>'


def table_below(lang: Lang, table: str, note: str = "") -> None:
    """The table of a chart, folded below it, and what is to be noted about both."""
    said = f'<p class="quiet">{escape(note)}</p>' if note else ""
    st.html(said + folded(text(lang, "table.title"), table))


def plot(figure: Any, key: str, words: str, lang: Lang, params: tuple[str, ...] = ()) -> None:
    """Draw a figure; the values that a mark carries become these parameters of the address.

    ``words`` say what it shows to those who cannot see it.
    """
    plots.show(figure, key, words, (lambda: _clicked(key, params)) if params else None)
    source = text(lang, "corpus.made_up_short") if shelf.is_made_up() else ""
    saving.below(key, text(lang, f"{key}.title"), lang, source)


def _clicked(key: str, params: tuple[str, ...]) -> None:
    chart = cast(Mapping[str, Any], st.session_state[key])
    for point in chart["selection"]["points"]:
        data = point["customdata"]
        values = [str(data[at] if isinstance(data, list) else data[str(at)]) for at in range(2)]
        asked = {param: value or None for param, value in zip(params, values, strict=True)}
        state.go(**asked, v=None, p="1")
        return

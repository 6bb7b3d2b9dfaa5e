"""Charts of the library: drawn with a table folded below, a click opens what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import streamlit as st

from indicators.strings import Lang, text
from indicators.ui import evidence, load, plots, saving
from indicators.ui.components.opening import open_next
from indicators.ui.markup import escape
from indicators.ui.themes.shelf import short_names

TITLE = {"zh": 18, "en": 25}  # characters of a title over a band, also on a phone


def plot(figure: Any, key: str, words: str, lang: Lang, address: Callable[[str, str], str]) -> None:
    """Draw a figure whose marks carry two values as customdata, from which ``address`` makes the
    link that a click follows. ``words`` say what it shows to those who cannot see it."""
    plots.show(figure, key, words, lambda: _clicked(key, address))
    saving.below(key, text(lang, f"{key}.title"), lang)


def _clicked(key: str, address: Callable[[str, str], str]) -> None:
    chart = cast(Mapping[str, Any], st.session_state[key])
    for point in chart["selection"]["points"]:
        values = point["customdata"]
        first, second = (values[at] for at in ((0, 1) if isinstance(values, list) else "01"))
        open_next(address(str(first), str(second)))
        return


def section(lang: Lang, name: str, answer: str) -> None:
    """The heading of a section and the sentence that answers it."""
    heading = escape(text(lang, f"{name}.title"))
    st.html(f'<h2 class="part">{heading}</h2><p>{escape(answer)}</p>')


def folded(lang: Lang, table: str) -> None:
    """The table of a chart, folded below it."""
    with st.expander(text(lang, "table.title")):
        st.html(table)


def name(slug: str, lang: Lang) -> str:
    """The title of a text, cut so that it fits over a band; where two are then the same, the name
    of its authors."""
    library = load.library()
    titles = {
        one: evidence.short_title(library, one, lang, TITLE[lang]) for one in library.documents
    }
    return who(slug, lang) if list(titles.values()).count(titles[slug]) > 1 else titles[slug]


def who(slug: str, lang: Lang) -> str:
    """Who wrote a text, for a narrow column."""
    return short_names(load.library().documents, lang)[slug]

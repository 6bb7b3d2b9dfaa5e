"""Every correction: a wrong figure in circulation or a publisher's slip, and the official figure."""

from __future__ import annotations

from indicators import units
from indicators.corrections import Correction
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import registry, state
from indicators.ui.data import listing
from indicators.ui.data.naming import line_name
from indicators.ui.markup import Cell, escape
from indicators.ui.state import State

import streamlit as st

COLUMNS = ("name", "as_of", "printed", "official", "why", "origin")


def draw(here: State, library: Library) -> None:
    """Draw them in the order of their file."""
    st.html(f"<p>{escape(text(here.lang, 'data.corrections_lead'))}</p>")
    known = [one for one in library.corrections if one.indicator in library.indicators]
    listing.draw(here, "corrections", COLUMNS, [_row(one, library, here.lang) for one in known])


def _row(one: Correction, library: Library, lang: Lang) -> list[Cell]:
    indicator = library.indicators[one.indicator]
    page = registry.of_family(indicator.family)
    href = state.href(page.slug, lang, id=indicator.id) if page else ""
    official = "—" if one.expect is None else units.text(one.expect, indicator.unit, lang)
    return [
        Cell(line_name(indicator, one, library, lang), href=href),
        Cell(one.as_of, number=True),
        Cell(one.printed, lang="zh-CN"),
        Cell(official),
        Cell(one.why[lang], wide=True),
        Cell(text(lang, f"data.origin_{one.origin}")),
    ]

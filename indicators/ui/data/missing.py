"""The gaps: which periods each series lacks, what else is missing, and where to look for it."""

from __future__ import annotations

import streamlit as st

from indicators import gaps
from indicators.gaps import Gap, Run
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import registry, state
from indicators.ui.data import listing
from indicators.ui.data.naming import line_name
from indicators.ui.markup import Cell, escape
from indicators.ui.state import State

COLUMNS = ("name", "periods", "count", "where")


def draw(here: State, library: Library) -> None:
    """Draw what a program finds missing, then what only people know."""
    lang = here.lang
    st.html(f"<p>{escape(text(lang, 'data.gaps_lead'))}</p>")
    rows = [_row(gap, library, lang) for gap in gaps.find(library)]
    listing.draw(here, "gaps", COLUMNS, rows)
    undated = sum(source.published is None for source in library.sources.values())
    known = [
        [Cell(one.what[lang], wide=True), Cell(one.where[lang], wide=True)]
        for one in library.missing.known
    ]
    if known:
        columns = [text(lang, "data.known_what"), text(lang, "data.known_where")]
        st.html(f"<h2>{escape(text(lang, 'data.known'))}</h2>")
        listing.draw_table(text(lang, "data.known"), columns, known)
    if undated:
        st.html(f"<p>{escape(text(lang, 'data.undated', count=undated))}</p>")


def _row(gap: Gap, library: Library, lang: Lang) -> list[Cell]:
    indicator = library.indicators[gap.key.indicator]
    page = registry.of_family(indicator.family)
    runs = text(lang, "package.comma").join(_run(run, lang) for run in gap.runs)
    return [
        Cell(
            line_name(indicator, gap.key, library, lang),
            href=state.href(page.slug, lang, id=indicator.id) if page else "",
        ),
        Cell(runs, wide=True),
        Cell(str(gap.count), number=True),
        Cell(_where(gap, library, lang), wide=True),
    ]


def _run(run: Run, lang: Lang) -> str:
    """2008-06 · 2010-06 to 2015-06 (reports 26 to 36) · between 2015-11 and 2017-03."""
    first, last = listing.unbroken(run.first), listing.unbroken(run.last)
    if not run.reports:
        return text(lang, "data.run_between", first=first, last=last)
    low, high = run.reports[0], run.reports[-1]
    if low == high:
        return text(lang, "data.run_one", month=first, number=low)
    return text(lang, "data.run_many", first=first, last=last, low=low, high=high)


def _where(gap: Gap, library: Library, lang: Lang) -> str:
    """What the data say about where to look; else the publishers of the series' own figures."""
    told = library.missing.where.get(gap.key.indicator)
    if told:
        return told[lang]
    used = [library.sources[p.source] for p in library.observations[gap.key.indicator]]
    names = dict.fromkeys(one.publisher_en if lang == "en" else one.publisher_zh for one in used)
    return text(lang, "data.publishers", names=text(lang, "package.comma").join(names))

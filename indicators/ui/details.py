"""What stands below an indicator's chart: definition and breaks, sources, citation, downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from indicators import citations, periods
from indicators.catalogue import Indicator
from indicators.figures.lines import Key, Line
from indicators.library import Library
from indicators.series import Observation
from indicators.sources import Source
from indicators.strings import Lang, text
from indicators.ui import table
from indicators.ui.markup import escape
from indicators.ui.state import State


def draw(
    indicator: Indicator,
    lines: Sequence[Line],
    names: Mapping[Key, str],
    library: Library,
    here: State,
) -> None:
    """Draw all of it."""
    del names
    _definition(indicator, here.lang)
    shown = [point for line in lines for point in line.points]
    used = sources(shown, library)
    if used:
        _sources(used, here.lang)
        _citation(used, shown, here.lang)
        _downloads(indicator, shown, library, here.lang)


def sources(points: Sequence[Observation], library: Library) -> list[Source]:
    """The publications these figures come from, the newest first."""
    newest: dict[str, str] = {}
    for point in points:
        newest[point.source] = max(point.as_of, newest.get(point.source, ""))
    return [library.sources[id] for id in sorted(newest, key=newest.__getitem__, reverse=True)]


def _definition(indicator: Indicator, lang: Lang) -> None:
    items = [f"<li>{escape(indicator.definition[lang])}</li>"]
    for change in indicator.breaks:
        when = periods.text(change.as_of, lang)
        words = text(lang, "topic.break", when=when, note=change.note[lang])
        items.append(f"<li>{escape(words)}</li>")
    items += [f"<li>{escape(caveat[lang])}</li>" for caveat in indicator.caveats]
    st.html(f"<h2>{escape(text(lang, 'topic.definition'))}</h2><ul>{''.join(items)}</ul>")


def _sources(used: Sequence[Source], lang: Lang) -> None:
    items = "".join(f"<li>{_source(source, lang)}</li>" for source in used[:8])
    st.html(f"<h2>{escape(text(lang, 'topic.sources'))}</h2><ul>{items}</ul>")
    if len(used) > 8:
        rest = "".join(f"<li>{_source(source, lang)}</li>" for source in used[8:])
        with st.expander(text(lang, "topic.more_sources", number=len(used) - 8)):
            st.html(f"<ul>{rest}</ul>")


def _source(source: Source, lang: Lang) -> str:
    title = escape(table.source_title(source, lang))
    if source.url:
        title = f'<a href="{escape(source.url)}" rel="noopener">{title}</a>'
    publisher = source.publisher_en if lang == "en" else source.publisher_zh
    when = periods.text(source.published, lang) if source.published else ""
    rest = [escape(part) for part in (publisher, when) if part]
    return text(lang, "topic.comma").join([title, *rest])


def _citation(used: Sequence[Source], points: Sequence[Observation], lang: Lang) -> None:
    st.html(f"<h2>{escape(text(lang, 'cite.title'))}</h2>")
    style = st.segmented_control(
        text(lang, "cite.title"),
        citations.STYLES,
        default=citations.STYLES[0],
        format_func=lambda style: text(lang, f"cite.{style}"),
        label_visibility="collapsed",
        required=True,
        key="cite_style",
    )
    latest = max((p for p in points if p.source == used[0].id), key=lambda p: p.as_of)
    words = citations.cite(used[0], latest, style or citations.STYLES[0], lang)
    st.code(words, language=None, wrap_lines=True)


def _downloads(
    indicator: Indicator, shown: Sequence[Observation], library: Library, lang: Lang
) -> None:
    st.html(f"<h2>{escape(text(lang, 'topic.downloads'))}</h2>")
    every = library.observations.get(indicator.id, ())
    with st.container(horizontal=True, key="downloads"):
        for kind, points in (("shown", shown), ("all", every)):
            st.download_button(
                text(lang, f"topic.csv_{kind}", rows=len(points)),
                data=partial(table.csv_bytes, points, indicator, library),
                file_name=f"{indicator.id}_{kind}.csv"
                if kind == "shown"
                else f"{indicator.id}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"csv_{kind}",
            )

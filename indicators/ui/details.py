"""What stands below an indicator's chart: definition and breaks, sources, citation, downloads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import streamlit as st

from indicators import periods
from indicators.catalogue import Indicator
from indicators.exports import rows
from indicators.library import Library
from indicators.series import Observation
from indicators.sources import Source
from indicators.strings import Lang, text
from indicators.ui import addresses, cite, licences, state, table
from indicators.ui.markup import escape, folded, link
from indicators.ui.subject import KEPT, Topic

LISTED = 4  # sources shown before the rest is folded away


def draw(topic: Topic, above: str) -> str:
    """Draw all of it; takes and gives back HTML as ``plots.show`` says."""
    words = above + _words(topic)
    if not topic.lines:
        return words
    if words:
        st.html(words)
    here, name = topic.here, topic.indicator.name[topic.here.lang]
    same = {param: value for param, value in state.query(here).items() if param != "lang"}
    view = state.href(topic.slug, here.lang, **same)
    return _downloads(topic, cite.figure(here.lang, *_cited(topic), name, view))


@lru_cache(maxsize=KEPT)
def _cited(topic: Topic) -> tuple[Source, Observation]:
    """The newest publication that the figures come from, and the newest figure from it."""
    shown = [point for line in topic.lines for point in line.points]
    used = sources(shown, topic.library)[0]
    return used, max((p for p in shown if p.source == used.id), key=lambda p: p.as_of)


@lru_cache(maxsize=KEPT)
def _words(topic: Topic) -> str:
    lang, library = topic.here.lang, topic.library
    used = sources([point for line in topic.lines for point in line.points], library)
    return _definition(topic.indicator, lang) + _sources(used, library, lang)


def sources(points: Sequence[Observation], library: Library) -> list[Source]:
    """The publications these figures come from, the newest first."""
    newest: dict[str, str] = {}
    for point in points:
        newest[point.source] = max(point.as_of, newest.get(point.source, ""))
    return [library.sources[id] for id in sorted(newest, key=newest.__getitem__, reverse=True)]


def _definition(indicator: Indicator, lang: Lang) -> str:
    items = []
    for change in indicator.breaks:
        when = periods.text(change.as_of, lang)
        words = text(lang, "topic.break", when=when, note=change.note[lang])
        items.append(f"<li>{escape(words)}</li>")
    items += [f"<li>{escape(caveat[lang])}</li>" for caveat in indicator.caveats]
    heading = escape(text(lang, "topic.definition"))
    return f"<h2>{heading}</h2><ul>{''.join(items)}</ul>" if items else ""


def _sources(used: Sequence[Source], library: Library, lang: Lang) -> str:
    if not used:
        return ""
    items = [f"<li>{_source(source, lang)}</li>" for source in used]
    more = text(lang, "topic.more_sources", number=len(used) - LISTED)
    rest = f"<ul>{''.join(items[LISTED:])}</ul>"
    return (
        f"<h2>{escape(text(lang, 'topic.sources'))}</h2><ul>{''.join(items[:LISTED])}</ul>"
        + (folded(more, rest) if len(used) > LISTED else "")
        + licences.notices((source.id for source in used), library, lang)
    )


def _source(source: Source, lang: Lang) -> str:
    title = escape(table.source_title(source, lang))
    if source.url:
        title = f'<a href="{escape(source.url)}" rel="noopener">{title}</a>'
    publisher = source.publisher_en if lang == "en" else source.publisher_zh
    when = periods.text(source.published, lang) if source.published else ""
    rest = [escape(part) for part in (publisher, when, source.licence) if part]
    return text(lang, "topic.comma").join([title, *rest])


def _downloads(topic: Topic, above: str) -> str:
    """The figures as files, and the address that programs read."""
    lang = topic.here.lang
    st.html(f'{above}<h2 class="saving">{escape(text(lang, "topic.downloads"))}</h2>')
    with st.container(horizontal=True):
        _files(topic)
    here = f"<code>{escape(addresses.of(f'indicators/{topic.indicator.id}.csv'))}</code>"
    more = link(state.href("data", lang, part="use"), text(lang, "topic.api_more"))
    return f'<p class="quiet saving">{escape(text(lang, "topic.api"))}{here} {more}</p>'


def _files(topic: Topic) -> None:
    """A button a file; further kinds of files get theirs here."""
    indicator, library, lang = topic.indicator, topic.library, topic.here.lang
    shown = [point for line in topic.lines for point in line.points]
    every = library.observations.get(indicator.id, ())
    for key, points, write in (
        ("csv_shown", shown, rows.csv_file),
        ("csv_all", every, rows.csv_file),
        ("json_all", every, rows.json_file),
    ):
        kind, _, extent = key.partition("_")
        st.download_button(
            text(lang, f"topic.{key}", rows=len(points)),
            data=partial(write, points, indicator, library),
            file_name=f"{indicator.id}{'_shown' if extent == 'shown' else ''}.{kind}",
            mime="text/csv" if kind == "csv" else "application/json",
            on_click="ignore",
            key=key,
        )

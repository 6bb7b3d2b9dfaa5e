"""China beside its peers: one indicator as lines and as a table of editions; the rank apart."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from indicators import periods, units
from indicators.figures.breaks import breaks_within
from indicators.figures.lines import Key, is_broken, lines_of
from indicators.figures.peers import TOGETHER, peers_figure
from indicators.figures.series import Chart, axis_words, months
from indicators.figures.transforms import unit_of, value_words
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui import chart, table, telling, topic
from indicators.ui.components.document import mode
from indicators.ui.markup import Cell, escape, folded
from indicators.ui.markup import table as html_table
from indicators.ui.subject import KEPT, Topic

Values = dict[Key, dict[str, Observation]]  # by line and month
EVERY_TWO_YEARS = ("index", "rank")  # units of what the survey publishes by editions


@lru_cache(maxsize=KEPT)
def among(china: Topic, id: str, peers: tuple[str, ...]) -> Topic:
    """The page about an indicator in China and these countries, in this order."""
    library, lang = china.library, china.here.lang
    indicator = library.indicators[id]
    own = {
        line.key.geo: line
        for line in lines_of(library, indicator.id)
        if line.key.scope == indicator.default_scope and line.key.area == "total"
    }
    lines = tuple(own[geo] for geo in ("CN", *peers) if geo in own)
    names = {line.key: _country(china, line.key.geo, lang) for line in lines}
    return replace(china, indicator=indicator, lines=lines, names=names)


def _country(topic: Topic, geo: str, lang: Lang) -> str:
    return text(lang, "world.china") if geo == "CN" else topic.library.places[geo].name(lang)


def draw(subject: Topic) -> str:
    """The chart with its table below; the sentences that quote China's figures beside it.

    What is to follow is given back as HTML.
    """
    if not subject.citations:
        return _comparison(subject, chart.KEY) + topic.unquoted(subject)
    left, right = st.columns([3, 2], gap="large")
    with left:
        alone(subject)
    with right:
        topic.quotes(subject)
    return ""


def alone(subject: Topic) -> None:
    """The chart with its table below, and nothing else."""
    st.html(_comparison(subject, chart.KEY))


def rank(subject: Topic, above: str) -> str:
    """The same countries by rank, 1 on top; takes and gives back HTML as ``plots.show`` says."""
    heading = f"<h2>{escape(text(subject.here.lang, 'world.rank_title'))}</h2>"
    return _comparison(subject, "rank_chart", above + heading)


def _comparison(subject: Topic, key: str, above: str = "") -> str:
    lang = subject.here.lang
    if not subject.lines:
        return f"{above}<p>{escape(text(lang, 'chart.empty'))}</p>"
    if subject.here.view == "table":
        return above + editions_table(subject)
    buttons = chart.plot(_drawn(subject, mode()), key, above)
    below = _notes(subject) + folded(text(lang, "table.title"), editions_table(subject))
    # The page's first chart is saved with the page's own buttons.
    return below if key == chart.KEY else buttons + below


@lru_cache(maxsize=KEPT)
def _drawn(subject: Topic, mode: Mode) -> chart.Drawn:
    spec = replace(chart.specification(subject, mode), strong=subject.lines[0].key)
    return chart.drawn(spec, peers_figure)


@lru_cache(maxsize=KEPT)
def _notes(subject: Topic) -> str:
    """What is told, gaps, and the breaks that small multiples have no room for."""
    spec = chart.specification(subject)
    lang, found = spec.lang, telling.notes(spec, subject.lines)
    if len(spec.lines) > TOGETHER:
        found.append(text(lang, "world.panels"))
        within = breaks_within(spec.indicator.breaks, months(spec))
        found += [chart.rule(change, lang) for change in within]
    if spec.indicator.unit in EVERY_TWO_YEARS:
        found.append(text(lang, "world.no_edition"))
    elif any(is_broken(line) for line in spec.lines):
        found.append(text(lang, "chart.gap"))
    return chart.paragraphs(found)


@lru_cache(maxsize=KEPT)
def editions_table(subject: Topic) -> str:
    """A row an edition or year, the newest first, a column a country, and where it was printed.

    The figures are those of the chart: levels, changes or an index.
    """
    spec = chart.specification(subject)
    lang, indicator = spec.lang, spec.indicator
    values: Values = {
        line.key: {point.as_of: point for point in line.points} for line in spec.lines
    }
    when = sorted({month for points in values.values() for month in points}, reverse=True)
    unit = units.noun(unit_of(indicator, spec.transform), lang)
    columns = [
        text(lang, "table.as_of"),
        *(text(lang, "world.column", country=subject.names[key], unit=unit) for key in values),
        text(lang, "table.source"),
    ]
    rows = [_row(month, values, subject, spec) for month in when]
    caption = text(lang, "table.caption", indicator=indicator.name[lang])
    if spec.transform != "level":
        caption = text(lang, "world.caption_told", caption=caption, told=axis_words(spec))
    return html_table(caption, columns, rows)


def _row(month: str, values: Values, subject: Topic, spec: Chart) -> list[Cell]:
    seen = [points.get(month) for points in values.values()]
    sources = dict.fromkeys(point.source for point in seen if point)
    lang, library = spec.lang, subject.library
    told = text(lang, "world.list").join(
        table.source_title(library.sources[id], lang) for id in sources
    )
    figures = [Cell(_figure(point, spec) if point else "—", number=True) for point in seen]
    return [Cell(periods.text(month, lang, "table")), *figures, Cell(told)]


def _figure(point: Observation, spec: Chart) -> str:
    if spec.transform == "level":
        return units.figure(point.value, spec.indicator.unit)
    return value_words(point.value, spec.indicator, spec.transform, spec.lang)

"""The chart of an indicator page with its table: drawn, described, and told what was clicked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

import streamlit as st

from indicators import periods
from indicators.catalogue import Break, Indicator
from indicators.figures import choice, words
from indicators.figures.breaks import breaks_within
from indicators.figures.labels import clause
from indicators.figures.lines import Key, Line, bounds, is_broken
from indicators.figures.panels import shown
from indicators.figures.series import MOST_LINES, Chart, axis_words, months
from indicators.figures.still import still
from indicators.figures.transforms import transformed, value_words
from indicators.strings import Lang, text
from indicators.ui import evidence, load, plots, saving, table, telling, tiles
from indicators.ui.components.document import mode
from indicators.ui.load import Citation
from indicators.ui.markup import escape, folded
from indicators.ui.state import State

KEY = "chart"


def draw(
    here: State,
    indicator: Indicator,
    lines: Sequence[Line],
    names: Mapping[Key, str],
    citations: Sequence[Citation],
) -> None:
    """The chart with its table folded below it, or the table alone."""
    library = load.library()
    spec = specification(here, indicator, lines, names, citations)
    figures = table.figures_table(lines, names, indicator, library, here.lang, told(spec))
    if here.view == "table" or not lines:
        st.html(figures if lines else f"<p>{escape(text(here.lang, 'chart.empty'))}</p>")
        return
    if tiles.suits(lines):
        tiles.draw(lines, indicator, library, here.lang)
        found = []
    else:
        plot(spec)
        found = notes(spec, lines)
    below = "".join(f'<p class="quiet">{escape(note)}</p>' for note in found)
    st.html(below + folded(text(here.lang, "table.title"), figures))


def specification(
    here: State,
    indicator: Indicator,
    lines: Sequence[Line],
    names: Mapping[Key, str],
    citations: Sequence[Citation],
) -> Chart:
    """What the chart is to show. Quotes are levels, so a chart of changes has none."""
    way = telling.of(here, lines, indicator)
    drawn = transformed(lines, way.transform, way.base)
    level = way.transform == "level"
    marks = evidence.marks(citations, indicator, load.library(), here.lang) if level else ()
    return Chart(
        indicator,
        drawn,
        names,
        marks,
        here.lang,
        mode(),
        way.transform,
        here.c,
        base=way.base,
        editions=way.editions,
    )


def told(spec: Chart) -> table.Told | None:
    """What the chart shows instead of levels, for the table below it."""
    if spec.transform == "level":
        return None
    values = {
        (line.key, point.as_of): value_words(point.value, spec.indicator, spec.transform, spec.lang)
        for line in spec.lines
        for point in line.points
    }
    return table.Told(axis_words(spec), values)


def plot(spec: Chart, figure: Callable[[Chart], Any] = choice.draw, key: str = KEY) -> None:
    """The chart as this figure draws it; a click on a quote selects it."""
    if not spec.lines and not spec.marks:
        st.html(f'<p class="notice">{escape(text(spec.lang, "chart.no_change"))}</p>')
        return
    alt = text(spec.lang, "chart.alt_table", chart=words.describe(spec))
    plots.show(still(figure, spec), key, alt, partial(_selected, key))
    if key != KEY:  # the page's first chart is saved with the page's own buttons
        points = [point for line in spec.lines for point in line.points]
        source = saving.sources(points, load.library(), spec.lang)
        saving.below(key, spec.indicator.name[spec.lang], spec.lang, source)


def _selected(key: str) -> None:
    """A click on a quote's marker selects it; a click beside the markers changes nothing."""
    chart = cast(Mapping[str, Any], st.session_state[key])
    for point in chart["selection"]["points"]:
        claim = point.get("customdata")
        if claim:
            evidence.toggle(claim[0] if isinstance(claim, (list, tuple)) else claim["0"])
            return


def rule(change: Break, lang: Lang) -> str:
    """What a rule on the chart stands for, where the chart has no room to say it."""
    when = periods.text(change.as_of, lang)
    return text(lang, "chart.rule", when=when, note=clause(change.note[lang], room=60))


def notes(spec: Chart, lines: Sequence[Line]) -> list[str]:
    """What a reader must know of this chart: bounds, gaps, scopes that are not drawn."""
    lang = spec.lang
    found = telling.notes(spec, lines)
    if any(bounds(line) for line in spec.lines):
        found.append(text(lang, "chart.bound"))
    if any(is_broken(line) for line in spec.lines):
        found.append(text(lang, "chart.gap"))
    if len(spec.lines) > MOST_LINES:
        found += [
            rule(change, lang) for change in breaks_within(spec.indicator.breaks, months(spec))
        ]
        drawn = {line.key for line in shown(spec)}
        alone = [spec.names[line.key] for line in lines if line.key not in drawn]
        if alone:
            listed = text(lang, "topic.comma").join(alone)
            found.append(text(lang, "chart.single", names=listed))
    return found

"""The chart of an indicator page with its table: drawn, described, and told what was clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from indicators import periods
from indicators.catalogue import Break
from indicators.figures import choice, words
from indicators.figures.breaks import breaks_within
from indicators.figures.labels import clause
from indicators.figures.lines import Line, bounds, is_broken
from indicators.figures.panels import shown
from indicators.figures.series import MOST_LINES, Chart, axis_words, months
from indicators.figures.still import Still, still
from indicators.figures.transforms import transformed, value_words
from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui import evidence, load, plots, saving, table, telling, tiles
from indicators.ui.components.document import mode
from indicators.ui.markup import escape, folded
from indicators.ui.subject import KEPT, Topic

KEY = "chart"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as it is shown: the figure, None where nothing can be drawn, and what it shows in
    words; ``title`` and ``source`` go into its picture."""

    figure: Still | None
    alt: str
    title: str
    source: str
    lang: Lang


def draw(topic: Topic) -> None:
    """The chart with its table folded below it, or the table alone."""
    lang = topic.here.lang
    if not topic.lines:
        st.html(f"<p>{escape(text(lang, 'chart.empty'))}</p>")
    elif topic.here.view == "table":
        st.html(_table(topic))
    elif tiles.suits(topic.lines):
        buttons = tiles.draw(topic.lines, topic.indicator, topic.library, lang)
        st.html(buttons + folded(text(lang, "table.title"), _table(topic)))
    else:
        # Saved with the page's own buttons.
        plot(_drawn(topic, mode()), KEY)
        st.html(_notes(topic) + folded(text(lang, "table.title"), _table(topic)))


@lru_cache(maxsize=KEPT)
def _drawn(topic: Topic, mode: Mode) -> Drawn:
    return drawn(specification(topic, mode))


@lru_cache(maxsize=KEPT)
def _notes(topic: Topic) -> str:
    return paragraphs(notes(specification(topic), topic.lines))


@lru_cache(maxsize=KEPT)
def _table(topic: Topic) -> str:
    return table.figures_table(
        topic.lines, topic.names, topic.indicator, topic.library, topic.here.lang,
        told(specification(topic)),
    )  # fmt: skip


def paragraphs(notes: Iterable[str]) -> str:
    """Notes as HTML, one below the other."""
    return "".join(f'<p class="quiet">{escape(note)}</p>' for note in notes)


def specification(topic: Topic, mode: Mode = "light") -> Chart:
    """What the chart is to show. Quotes are levels, so a chart of changes has none."""
    here, indicator = topic.here, topic.indicator
    way = telling.of(here, topic.lines, indicator)
    level = way.transform == "level"
    marks = evidence.marks(topic.citations, indicator, topic.library, here.lang) if level else ()
    return Chart(
        indicator,
        transformed(topic.lines, way.transform, way.base),
        topic.names,
        marks,
        here.lang,
        mode,
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


def drawn(spec: Chart, figure: Callable[[Chart], Any] = choice.draw) -> Drawn:
    """The chart as this figure draws it."""
    points = [point for line in spec.lines for point in line.points]
    return Drawn(
        still(figure, spec) if spec.lines or spec.marks else None,
        text(spec.lang, "chart.alt_table", chart=words.describe(spec)),
        spec.indicator.name[spec.lang],
        saving.sources(points, load.library(), spec.lang),
        spec.lang,
    )


def plot(drawn: Drawn, key: str, above: str = "") -> str:
    """Show the chart below some HTML; a click on a quote selects it. Its buttons, as HTML."""
    if drawn.figure is None:
        none = escape(text(drawn.lang, "chart.no_change"))
        st.html(f'{above}<p class="notice">{none}</p>')
        return ""
    plots.show(drawn.figure, key, drawn.alt, partial(_selected, key), above)
    return saving.buttons(key, drawn.title, drawn.lang, drawn.source)


def _selected(key: str) -> None:
    """A click on a quote's marker selects it; a click beside the markers changes nothing."""
    for claim in plots.clicked(key)[:1]:
        evidence.toggle(claim)


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

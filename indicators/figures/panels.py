"""Small multiples: one panel a line, all on the same two axes, where one panel would be a knot."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from indicators import theme
from indicators.figures import labels, layout
from indicators.figures.breaks import breaks_within, rule_panels
from indicators.figures.lines import Line
from indicators.figures.marks import draw_marks
from indicators.figures.series import (
    Chart,
    axis_words,
    line_colour,
    months,
    scale_of,
    values,
)
from indicators.figures.strokes import draw_line
from indicators.theme import Palette
from indicators.units import Scale

COLUMNS = 2
PANEL = 160  # pixels
WIDEST_TITLE = 10  # characters in a line: two panels fit side by side on a phone
MANY = 6  # lines; beyond it, one that is a single figure is left to the table


def shown(chart: Chart) -> list[Line]:
    """The lines that get a panel: where there are many, single unquoted figures are left out."""
    quoted = {mark.line for mark in chart.marks}
    few = len(chart.lines) <= MANY
    return [line for line in chart.lines if few or len(line.points) > 1 or line.key in quoted]


def panels_figure(chart: Chart) -> go.Figure:
    """A panel for each line that is shown."""
    lines = shown(chart)
    figure, scale, colours = grid(chart, [chart.names[line.key] for line in lines])
    for place, line in enumerate(lines):
        panel = at(place)
        draw_line(figure, line, line_colour(line, 0, colours), scale.divisor, **panel)
        marks = [mark for mark in chart.marks if mark.line == line.key]
        draw_marks(figure, marks, scale.divisor, colours, chart.selected, **panel)
    rule_panels(figure, breaks_within(chart.indicator.breaks, months(chart)), colours)
    return figure


def at(place: int) -> dict[str, int]:
    """Where in the grid the panel stands that comes at this place, counted from 0."""
    return {"row": place // COLUMNS + 1, "col": place % COLUMNS + 1}


def grid(chart: Chart, titles: Sequence[str]) -> tuple[go.Figure, Scale, Palette]:
    """Empty panels with these titles, all on the axes of the whole chart."""
    rows = -(-len(titles) // COLUMNS)
    colours = theme.palette(chart.mode)
    figure = make_subplots(
        rows=rows,
        cols=COLUMNS,
        shared_xaxes=True,
        shared_yaxes=True,
        subplot_titles=[labels.wrapped(title, WIDEST_TITLE) for title in titles],
        vertical_spacing=0.36 / max(rows, 1),
        horizontal_spacing=0.06,
    )
    layout.dress(figure, colours, rows * PANEL)
    figure.update_layout(margin_t=layout.UNIT_ROW + 42)
    figure.update_annotations(font_size=layout.TEXT_SIZE, font_color=colours.text)
    scale = scale_of(chart)
    figure.update_xaxes(layout.time_axis(colours, months(chart), most_ticks=3))
    scaled = [value / scale.divisor for value in values(chart)]
    axis = layout.value_axis(colours, scaled, chart.downwards)
    figure.update_yaxes({**axis, "nticks": 4})
    layout.unit_above(figure, axis_words(chart), shift=40)
    return figure, scale, colours

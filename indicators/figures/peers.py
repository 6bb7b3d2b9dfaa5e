"""China among other countries: all in one panel while their names fit, else a panel for each."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from indicators.figures.breaks import breaks_within, rule_panels
from indicators.figures.marks import draw_marks
from indicators.figures.panels import at, grid
from indicators.figures.series import (
    STRONG,
    Chart,
    line_colour,
    months,
    official_hover,
    series_figure,
)
from indicators.figures.strokes import draw_line

TOGETHER = 5  # lines that one panel holds; there are so many colours


def peers_figure(chart: Chart) -> go.Figure:
    """The first line is China's: it stands out, and it stands in every panel where there are many.

    Its quotes are marked in the one panel, or in the first one.
    """
    if len(chart.lines) <= TOGETHER:
        return series_figure(chart)
    china, *others = chart.lines
    figure, scale, colours = grid(chart, [chart.names[line.key] for line in others])
    for place, line in enumerate(others):
        panel = at(place)
        draw_line(figure, line, line_colour(line, 1, colours), scale.divisor, **panel)
        draw_line(figure, china, line_colour(china, 0, colours), scale.divisor, STRONG, **panel)
        marks = chart.marks if place == 0 else ()
        pair = replace(chart, lines=(china, line), marks=marks)
        official_hover(figure, pair, scale, **panel)
        draw_marks(figure, marks, scale.divisor, colours, chart.selected, **panel)
    rule_panels(figure, breaks_within(chart.indicator.breaks, months(chart)), colours)
    return figure

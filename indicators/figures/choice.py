"""Which form of chart suits the lines there are."""

from __future__ import annotations

import plotly.graph_objects as go

from indicators.figures.gap import gap_figure
from indicators.figures.panels import panels_figure
from indicators.figures.series import MOST_LINES, Chart, series_figure


def draw(chart: Chart) -> go.Figure:
    """A knot of lines goes into panels; town and country are drawn with their gap."""
    if len(chart.lines) > MOST_LINES:
        return panels_figure(chart)
    rates = chart.indicator.unit == "percent" and not chart.indicator.adds_to_100
    pair = {line.key.area for line in chart.lines} == {"urban", "rural"}
    if rates and pair and chart.transform == "level":
        return gap_figure(chart)
    return series_figure(chart)

"""The gap between town and country: both rates on one scale, their difference below."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from indicators import periods, theme, units
from indicators.figures import layout
from indicators.figures.breaks import breaks_within
from indicators.figures.lines import Line
from indicators.figures.series import PLOT, Chart, draw_panel, months
from indicators.figures.strokes import draw_line
from indicators.strings import text
from indicators.theme import Palette

BELOW = 150  # pixels of the lower panel
BETWEEN = 56  # room for its unit


def difference(lines: Sequence[Line]) -> Line | None:
    """Urban minus rural, in points, in the months that have both; None where there are none."""
    by_area = {line.key.area: {point.as_of: point for point in line.points} for line in lines}
    urban, rural = by_area.get("urban", {}), by_area.get("rural", {})
    points = tuple(
        replace(urban[month], value=round(urban[month].value - rural[month].value, 10))
        for month in sorted(urban.keys() & rural.keys())
    )
    if not points:
        return None
    return Line(replace(lines[0].key, area="gap"), points)


def gap_figure(chart: Chart) -> go.Figure:
    """Two panels over one time axis: the rates with their quotes, and the gap in points."""
    colours = theme.palette(chart.mode)
    breaks = breaks_within(chart.indicator.breaks, months(chart))
    whole = PLOT + BETWEEN + BELOW
    figure = make_subplots(
        rows=2,
        cols=1,
        shared_xaxes=True,
        row_heights=[PLOT / whole, BELOW / whole],
        vertical_spacing=BETWEEN / whole,
    )
    layout.dress(figure, colours, whole, len(breaks))
    draw_panel(figure, chart, colours, breaks, row=1, col=1)
    gap = difference(chart.lines)
    if gap is not None:
        _draw_gap(figure, chart, gap, colours)
    return figure


def _draw_gap(figure: go.Figure, chart: Chart, gap: Line, colours: Palette) -> None:
    figure.update_xaxes(layout.time_axis(colours, months(chart)), row=2, col=1)
    axis = layout.value_axis(colours, [point.value for point in gap.points])
    figure.update_yaxes({**axis, "nticks": 4}, row=2, col=1)
    draw_line(figure, gap, colours.text, 1.0, row=2, col=1)
    figure.add_trace(
        go.Scatter(
            name="official",
            mode="markers",
            x=[layout.day(point.as_of) for point in gap.points],
            y=[point.value for point in gap.points],
            text=[
                html.escape(
                    text(
                        chart.lang,
                        "chart.official",
                        when=periods.text(point.as_of, chart.lang),
                        name=text(chart.lang, "gap.name"),
                        value=units.text(point.value, "point", chart.lang),
                    )
                )
                for point in gap.points
            ],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
            marker={"size": 12, "opacity": 0},
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
        ),
        row=2,
        col=1,
    )
    layout.unit_above(figure, text(chart.lang, "gap.unit"), "2")

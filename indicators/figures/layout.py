"""The common look of all charts: type, margins, a true time axis, values from zero, the unit."""

from __future__ import annotations

import calendar
import html
import math
from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from indicators import periods
from indicators.figures import labels
from indicators.theme import FONT, Palette

TEXT_SIZE = 13
LINE_HEIGHT = 19  # pixels, for stacking labels
UNIT_ROW, ROW = 26, 18  # pixels above the plot: the unit, then a row for each break
ABOVE, BELOW = 10, 40  # pixels over the uppermost row, and for the ticks under the plot
BESIDE, UNDER = 9, 33  # pixels of the margin beside the widest tick, and under the time axis


def day(month: str) -> str:
    """The last day of a month, where a figure as of that month stands on the time axis."""
    year, number = periods.split(month)
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"


def empty(colours: Palette, plot_height: int, breaks: int = 0) -> go.Figure:
    """A figure with nothing in it but the type and the colours, and room for so many breaks."""
    return dress(go.Figure(), colours, plot_height, breaks)


def dress(figure: go.Figure, colours: Palette, plot_height: int, breaks: int = 0) -> go.Figure:
    """Give any figure the type, the colours and the margins of all charts."""
    above = UNIT_ROW + ABOVE + ROW * breaks
    figure.update_layout(
        template=go.layout.Template(),  # not Plotly's own, which has other colours
        height=plot_height + above + BELOW,
        paper_bgcolor=colours.background,
        plot_bgcolor=colours.background,
        font={"family": FONT, "size": TEXT_SIZE, "color": colours.text},
        margin={"l": 8, "r": 16, "t": above, "b": 8, "autoexpand": True},
        showlegend=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": colours.background,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.text},
            "align": "left",
        },
        dragmode=False,
        clickmode="event+select",
    )
    return figure


def time_axis(colours: Palette, months: Iterable[str], most_ticks: int = 7) -> dict[str, Any]:
    """A true time axis over these months, with ticks on whole years."""
    ordered = sorted(months)
    first, last = (ordered[0], ordered[-1]) if ordered else ("2010-01", "2025-12")
    margin = max(2, round(periods.between(first, last) * 0.02))
    years = max(1, (periods.between(first, last) + 2 * margin) // 12)
    step = next(step for step in (1, 2, 5, 10, 20, 50) if years / step <= most_ticks)
    return {
        "type": "date",
        "range": [day(periods.shift(first, -margin)), day(periods.shift(last, margin))],
        "tick0": "2000-01-01",
        "dtick": f"M{12 * step}",
        "tickformat": "%Y",
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": colours.rule,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.rule,
        "tickfont": {"color": colours.text, "size": TEXT_SIZE},
        "tickangle": 0,
        "automargin": True,
        "fixedrange": True,
    }


def value_axis(colours: Palette, values: Sequence[float], reverse: bool = False) -> dict[str, Any]:
    """A value axis that starts at zero (at rank 1, downwards, for ranks)."""
    top, bottom = max([*values, 0.0]), min([*values, 0.0])
    reach = top - bottom or 1.0
    span = [top + reach * 0.08, 0.5] if reverse else [bottom, top + reach * 0.12]
    if bottom < 0:
        span[0] = bottom - reach * 0.08
    return {
        "range": span,
        "gridcolor": colours.grid,
        "gridwidth": 1,
        "zeroline": bottom < 0,
        "zerolinecolor": colours.rule,
        "showline": False,
        "ticks": "",
        "nticks": 6,
        "tickfont": {"color": colours.text, "size": TEXT_SIZE},
        "tickformat": ",~r" if top >= 1000 else "",
        "separatethousands": True,
        "automargin": True,
        "fixedrange": True,
    }


def room_for_axes(figure: go.Figure) -> None:
    """Leave the first axes the room that their ticks will take.

    Left to itself, Plotly finds it out by drawing the chart a second time.
    """
    low, high = sorted(figure.layout.yaxis.range)
    rough = (high - low) / figure.layout.yaxis.nticks
    base = 10.0 ** math.floor(math.log10(rough))
    step = base * next((by for by in (2, 5, 10) if rough / base <= by), 10)
    ticks = (step * at for at in range(math.ceil(low / step), math.floor(high / step) + 1))
    widest = max(labels.width(f"{tick:,.{decimals(step)}f}") for tick in ticks)
    figure.update_layout(
        margin={"l": widest + BESIDE, "b": UNDER},
        xaxis_automargin=False,
        yaxis_automargin=False,
    )


def decimals(step: float) -> int:
    """How many decimals ticks so far apart are written with."""
    return max(0, -math.floor(math.log10(step) + 1e-9))


def unit_above(figure: go.Figure, unit: str, axis: str = "", shift: int = 8) -> None:
    """Name the unit above the value axis, not rotated beside it."""
    figure.add_annotation(
        text=html.escape(unit),
        xref=f"x{axis} domain",
        yref=f"y{axis} domain",
        x=0,
        y=1,
        xanchor="left",
        yanchor="bottom",
        xshift=-4,
        yshift=shift,
        showarrow=False,
        align="left",
        bgcolor=figure.layout.paper_bgcolor,  # a break's rule may pass here
    )

"""A change of the EGDI as steps: from one edition to another by way of its three parts."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import labels, layout
from indicators.strings import Lang, text
from indicators.theme import Mode, Palette

STEP = 44  # pixels a bar takes
WIDEST = 8  # characters in a line of a bar's name


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: ``name`` on the axis, from ``start`` to ``end``, ``words`` at its end.

    ``whole`` is a bar of the index itself, from zero; the others are what a part added.
    """

    name: str
    start: float
    end: float
    words: str
    whole: bool = False


def parts_figure(steps: Sequence[Step], lang: Lang, mode: Mode) -> go.Figure:
    """The steps from top to bottom, rises and falls each in a colour."""
    colours = theme.palette(mode)
    figure = layout.empty(colours, STEP * len(steps))
    figure.add_trace(
        go.Bar(
            name="steps",
            orientation="h",
            y=[labels.wrapped(step.name, WIDEST) for step in steps],
            base=[min(step.start, step.end) for step in steps],
            x=[abs(step.end - step.start) for step in steps],
            marker={"color": [_colour(step, colours) for step in steps], "line": {"width": 0}},
            width=0.6,
            hoverinfo="skip",
        )
    )
    top = max(max(step.start, step.end) for step in steps)
    figure.update_xaxes({**layout.value_axis(colours, [top]), "range": [0, top * 1.3]})
    figure.update_yaxes(
        autorange="reversed",
        automargin=True,
        fixedrange=True,
        tickfont={"color": colours.text, "size": layout.TEXT_SIZE},
    )
    for place, step in enumerate(steps):
        figure.add_annotation(
            text=html.escape(step.words),
            x=max(step.start, step.end),
            y=place,
            xanchor="left",
            xshift=4,
            showarrow=False,
            font={"color": colours.text},
        )
    layout.unit_above(figure, text(lang, "chart.unit", unit=text(lang, "world.index")))
    return figure


def _colour(step: Step, colours: Palette) -> str:
    if step.whole:
        return colours.rule
    return colours.series[1 if step.end >= step.start else 2]

"""Bands: a row or more for each text below its title, on one scale, each mark a way into a text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from indicators.figures.layout import TEXT_SIZE, dress
from indicators.theme import Palette

ROW = 27  # pixels of a row
TITLE, BETWEEN = 0.9, 0.5  # rows that a title takes, and the room between two bands
ABOVE, BELOW = 4, 30  # pixels over the first title, and under the last row for the axis


def stacked(heights: Sequence[float]) -> tuple[list[float], float]:
    """Where the first row of each band of so many rows begins, from the top, and the depth of
    all, in rows."""
    tops: list[float] = []
    place = 0.0
    for height in heights:
        tops.append(place + TITLE)
        place += TITLE + height + BETWEEN
    return tops, place


def framed(depth: float, titles: Sequence[tuple[float, str]], colours: Palette) -> go.Figure:
    """A figure of so many rows with a title over each band; ``titles`` are (top, words)."""
    figure = dress(go.Figure(), colours, round(depth * ROW))
    figure.update_layout(
        height=round(depth * ROW) + ABOVE + BELOW,
        margin={"t": ABOVE, "b": BELOW},
        barmode="overlay",
        yaxis={"range": [depth, 0], "visible": False, "fixedrange": True},
    )
    for top, words in titles:
        figure.add_annotation(
            text=html.escape(words, quote=False), x=0, xref="paper", xanchor="left",
            y=top - TITLE / 2, showarrow=False, font={"color": colours.text, "size": TEXT_SIZE},
        )  # fmt: skip
    return figure


def scale(colours: Palette, **axis: Any) -> dict[str, Any]:
    """The axis below the bands."""
    return {
        "showgrid": False, "zeroline": False, "fixedrange": True, "ticks": "outside", "ticklen": 4,
        "tickcolor": colours.rule, "linecolor": colours.rule, "showline": True,
        "tickfont": {"color": colours.text, "size": TEXT_SIZE}, **axis,
    }  # fmt: skip


def faint(colour: str, share: float) -> str:
    """A #rrggbb colour, so much of it over what lies behind."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"

"""Strips: a lane for each text, from beginning to end, with a tick wherever it says a word."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators.figures.labels import wrapped
from indicators.figures.layout import TEXT_SIZE, dress
from indicators.strings import Lang, text
from indicators.theme import Palette

LANE, TITLE = 26, 1.1  # pixels a lane takes; lanes that a title above it takes
ABOVE, BELOW = 4, 28  # pixels over the lanes, and under them for the words at the ends
HOVER, LONGEST = 26, 78  # characters in a line, and in all, of what hovering says


@dataclass(frozen=True, slots=True)
class Tick:
    """One occurrence: its place in the text, 0 to 1, and the sentence it stands in, from 1."""

    place: float
    slug: str
    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of ticks. ``title`` stands above the lane that opens a group; ``colour`` is the place
    of its colour among those of series."""

    label: str
    ticks: tuple[Tick, ...]
    title: str = ""
    colour: int = 0


def draw_strips(lanes: Sequence[Lane], lang: Lang, colours: Palette) -> go.Figure:
    """The lanes from the top down; each tick carries its text and sentence as customdata."""
    rows = _rows(lanes)
    depth = rows[-1] + 1 if rows else 1
    figure = dress(go.Figure(), colours, round(depth * LANE))
    for lane, row in zip(lanes, rows, strict=True):
        _lane(figure, lane, row, colours)
    ends = [text(lang, "themes.beginning"), "50%", text(lang, "themes.end")]
    font = {"color": colours.text, "size": TEXT_SIZE}
    figure.update_layout(
        height=round(depth * LANE) + ABOVE + BELOW,
        margin={"t": ABOVE, "b": BELOW},
        xaxis={
            "range": [-0.01, 1.01], "tickvals": [0, 0.5, 1], "ticktext": ends, "tickfont": font,
            "showgrid": False, "zeroline": False, "fixedrange": True, "ticks": "",
        },
        yaxis={
            "range": [depth, -0.4], "tickvals": rows, "tickfont": font, "showgrid": False,
            "ticktext": [html.escape(lane.label) + " " for lane in lanes], "zeroline": False,
            "fixedrange": True, "automargin": True, "ticks": "",
        },
    )  # fmt: skip
    return figure


def _rows(lanes: Sequence[Lane]) -> list[float]:
    """How far down each lane stands, in lanes: a title takes room above its lane."""
    rows: list[float] = []
    place = 0.0
    for lane in lanes:
        place += TITLE if lane.title else 0.0
        rows.append(place + 0.2)
        place += 1
    return rows


def _lane(figure: go.Figure, lane: Lane, row: float, colours: Palette) -> None:
    colour = colours.series[lane.colour]
    figure.add_shape(
        type="line", x0=0, x1=1, y0=row, y1=row, layer="below",
        line={"color": colours.grid, "width": 1},
    )  # fmt: skip
    if lane.title:
        figure.add_annotation(
            text=html.escape(lane.title), x=0, y=row - 0.95, xanchor="left", showarrow=False,
            font={"color": colours.text, "size": TEXT_SIZE, "weight": 600},
        )  # fmt: skip
    figure.add_trace(
        go.Scatter(
            name=lane.label,
            mode="markers",
            x=[tick.place for tick in lane.ticks],
            y=[row] * len(lane.ticks),
            customdata=[[tick.slug, tick.number] for tick in lane.ticks],
            text=[_hover(tick.sentence) for tick in lane.ticks],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
            marker={
                "symbol": "line-ns",
                "size": 9,
                "opacity": 1,
                "line": {"color": colour, "width": 2},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )


def _hover(sentence: str) -> str:
    short = sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
    return wrapped(short, HOVER)

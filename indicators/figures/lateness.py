"""How late each text quotes its figures: a dot for each quote, shaped by verdict, over years."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import bands
from indicators.lags import Lag
from indicators.strings import Lang, text
from indicators.theme import Palette

DOT = 0.75  # rows that a dot takes where several stand over one another
CELLS = 36  # dots that fit beside one another on a phone


@dataclass(frozen=True, slots=True)
class Dot:
    """One quote: its claim, its lag, its verdict, and what hovering says."""

    claim: str
    lag: Lag
    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A text: what stands over it and its dots."""

    title: str
    dots: tuple[Dot, ...]


def draw_lateness(rows: Sequence[Row], lang: Lang, colours: Palette) -> go.Figure:
    """All quotes on one scale of years; a dot carries its claim, a line runs to what is unsure."""
    lags = [dot.lag for row in rows for dot in row.dots]
    end = max([1.0, *(1.08 * (late.most or late.least) / 12 for late in lags)])
    heights = [max(1.0, DOT * _tallest(row, end)) for row in rows]
    tops, depth = bands.stacked(heights)
    titles = [(top, row.title) for top, row in zip(tops, rows, strict=True)]
    figure = bands.framed(depth, titles, colours)
    for row, top, height in zip(rows, tops, heights, strict=True):
        _row(figure, row, top + height, end, colours)
    first = min([0.0, *(late.least / 12 for late in lags)]) - end * 0.03
    figure.update_layout(
        xaxis=bands.scale(
            colours, range=[first, end], nticks=8, tickformat="~g",
            ticksuffix=text(lang, "lateness.unit"), showticksuffix="last", zeroline=True,
            zerolinecolor=colours.grid,
        ),
    )  # fmt: skip
    return figure


def _cells(row: Row, end: float) -> dict[int, int]:
    """The stack that each lag stands in, by its first lag: dots that would overlap share one."""
    cells: dict[int, int] = {}
    first: int | None = None
    for months in sorted({dot.lag.least for dot in row.dots}):
        if first is None or (months - first) / 12 > end / CELLS:
            first = months
        cells[months] = first
    return cells


def _tallest(row: Row, end: float) -> int:
    cells = _cells(row, end)
    return max(Counter(cells[dot.lag.least] for dot in row.dots).values(), default=0)


def _row(figure: go.Figure, row: Row, floor: float, end: float, colours: Palette) -> None:
    """The dots of a text, those of one stack over one another from the floor up."""
    cells, place = _cells(row, end), Counter[int]()
    heights: dict[str, float] = {}
    for dot in row.dots:
        heights[dot.claim] = floor - DOT * (place[cells[dot.lag.least]] + 0.6)
        place[cells[dot.lag.least]] += 1
    for late in dict.fromkeys(dot.lag for dot in row.dots):
        _unsure(figure, late, floor - DOT * (place[cells[late.least]] / 2 + 0.1), end, colours)
    for verdict, same in groupby(
        sorted(row.dots, key=lambda dot: dot.verdict), lambda d: d.verdict
    ):
        _trace(figure, verdict, list(same), heights, colours)


def _unsure(figure: go.Figure, late: Lag, height: float, end: float, colours: Palette) -> None:
    """A line over the months that are possible; without an end where no date bounds them."""
    if late.exact:
        return
    open_ = late.most is None
    figure.add_shape(
        type="line", layer="below",
        x0=late.least / 12, x1=end if late.most is None else late.most / 12,
        y0=height, y1=height,
        line={"color": colours.rule, "width": 1, "dash": "dot" if open_ else "solid"},
    )  # fmt: skip


def _trace(
    figure: go.Figure,
    verdict: str,
    dots: Sequence[Dot],
    heights: dict[str, float],
    colours: Palette,
) -> None:
    colour = colours.verdicts[verdict]
    figure.add_trace(
        go.Scatter(
            name=f"quotes:{verdict}",
            mode="markers",
            x=[dot.lag.least / 12 for dot in dots],
            y=[heights[dot.claim] for dot in dots],
            customdata=[[dot.claim, dot.verdict] for dot in dots],
            text=[html.escape(dot.words) for dot in dots],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
            marker={
                "symbol": theme.verdict_look(verdict).marker, "size": 12, "opacity": 1,
                "color": colour, "line": {"color": colour, "width": 2},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )  # fmt: skip

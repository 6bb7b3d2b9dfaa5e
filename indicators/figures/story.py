"""A quoted pair of rates and what it really is: the two series it was taken for, and the mean
of the two it comes from. Which surveys the mean is of, the check has found."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import layout
from indicators.figures.lines import Line
from indicators.figures.series import PLOT
from indicators.figures.strokes import draw_line
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.theme import Mode, Palette

AREA_COLOUR = {"urban": 1, "rural": 2}


@dataclass(frozen=True, slots=True)
class Pair:
    """One half of the story: a quoted rate of an area beside the two series of that area.

    ``surveys`` are the figures whose mean the quote is; ``mean`` is that mean.
    """

    claim: str
    area: str
    quoted: float
    mean: float
    claimed: Line
    true: Line
    surveys: tuple[Observation, ...]


def story_figure(pairs: Sequence[Pair], lang: Lang, mode: Mode) -> go.Figure:
    """Both areas in one panel: claimed series solid, true ones dashed, the quotes level rules."""
    colours = theme.palette(mode)
    figure = layout.empty(colours, PLOT)
    first = min(pair.surveys[0].as_of for pair in pairs)
    last = max(pair.surveys[-1].as_of for pair in pairs)
    figure.update_xaxes(layout.time_axis(colours, [first, last]))
    figure.update_yaxes({**layout.value_axis(colours, [100.0]), "range": [0, 100], "dtick": 25})
    layout.unit_above(figure, text(lang, "chart.unit", unit="%"))
    for pair in pairs:
        _draw(figure, pair, first, last, lang, colours)
    return figure


def _draw(
    figure: go.Figure, pair: Pair, first: str, last: str, lang: Lang, colours: Palette
) -> None:
    colour = colours.series[AREA_COLOUR[pair.area]]
    claimed = within(pair.claimed, first, last)
    draw_line(figure, claimed, colour, 1.0)
    _label(figure, claimed, text(lang, f"story.claimed_{pair.area}"), colour, below=True)
    _surveys(figure, pair, colour)
    true = Line(pair.true.key, pair.surveys)
    _label(figure, true, text(lang, f"story.true_{pair.area}"), colour, below=False)
    _quote(figure, pair, first, last, lang, colours)


def _surveys(figure: go.Figure, pair: Pair, colour: str) -> None:
    figure.add_trace(
        go.Scatter(
            name=f"surveys:{pair.area}",
            mode="lines+markers",
            x=[layout.day(point.as_of) for point in pair.surveys],
            y=[point.value for point in pair.surveys],
            text=[html.escape(f"{point.as_of}  {point.printed}") for point in pair.surveys],
            hovertemplate="%{text}<extra></extra>",
            line={"color": colour, "width": 1.5, "dash": "dash"},
            marker={"color": colour, "size": 8},
        )
    )


def _quote(
    figure: go.Figure, pair: Pair, first: str, last: str, lang: Lang, colours: Palette
) -> None:
    """The quoted value, level across the surveys it is the mean of, with its marker."""
    colour = colours.verdicts["mislabelled"]
    figure.add_trace(
        go.Scatter(
            name=f"quoted:{pair.area}",
            mode="lines+markers",
            x=[layout.day(first), layout.day(last)],
            y=[pair.quoted, pair.quoted],
            hoverinfo="skip",
            line={"color": colour, "width": 1},
            marker={
                "symbol": theme.verdict_look("mislabelled").marker,
                "opacity": 1,
                "size": [0, 12],
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
        )
    )
    figure.add_annotation(
        text=html.escape(text(lang, f"story.quoted_{pair.area}", value=f"{pair.quoted:g}%")),
        x=layout.day(last),
        y=pair.quoted,
        xanchor="right",
        yanchor="bottom",
        yshift=26,
        showarrow=False,
        bgcolor=colours.background,
        borderpad=0,
        font={"color": colour},
    )


def within(line: Line, first: str, last: str) -> Line:
    """The part of a line between two months, both included."""
    return Line(line.key, tuple(p for p in line.points if first <= p.as_of <= last))


def _label(figure: go.Figure, line: Line, words: str, colour: str, below: bool) -> None:
    if not line.points:
        return
    start = line.points[0]
    figure.add_annotation(
        text=html.escape(words),
        x=layout.day(start.as_of),
        y=start.value,
        xanchor="left",
        yanchor="top" if below else "bottom",
        yshift=-4 if below else 6,
        showarrow=False,
        align="left",
        font={"color": colour},
    )

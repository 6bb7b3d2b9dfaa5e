"""How often things are counted in each year: a row for each, a cell for each year, shaded by how
many. Cells are bars, because a click on a bar can be selected and a click on a heatmap cannot."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

import plotly.graph_objects as go

from indicators.figures import bands
from indicators.figures.layout import TEXT_SIZE, dress
from indicators.theme import Palette

ROW = 24  # pixels
WIDE, TALL = 0.9, 0.86  # of a cell; the rest is the gap to the next one
FAINTEST, STRONGEST = 0.12, 0.9  # of the accent colour: nothing is written on it
ABOVE, BELOW = 4, 30  # pixels over the first row, and under the last for the years


@dataclass(frozen=True, slots=True)
class YearRow:
    """A row: what it is called, how many there are in each year, and what hovering says of each."""

    id: str
    label: str
    counts: Mapping[int, int]
    words: Mapping[int, str]


def draw_years(
    rows: Sequence[YearRow], colours: Palette, selected: tuple[str, str] = ("", "")
) -> go.Figure:
    """The rows from the top down over one axis of years; a cell carries its id and year.

    ``selected`` is the id and the year of the cell to frame.
    """
    cells = [(place, row, year) for place, row in enumerate(rows) for year in row.counts]
    most = max((row.counts[year] for _, row, year in cells), default=1)
    chosen = [(row.id, str(year)) == selected for _, row, year in cells]
    figure = dress(go.Figure(), colours, ROW * len(rows))
    figure.add_trace(
        go.Bar(
            name="years",
            x=[year for *_, year in cells],
            base=[place - TALL / 2 for place, *_ in cells],
            y=[TALL] * len(cells),
            width=WIDE,
            customdata=[[row.id, str(year)] for _, row, year in cells],
            hovertext=[html.escape(row.words[year]) for _, row, year in cells],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": [_shade(row.counts[year], most, colours) for _, row, year in cells],
                "line": {
                    "width": [3 if this else 0 for this in chosen],
                    "color": [colours.text if this else colours.grid for this in chosen],
                },
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    _axes(figure, rows, [year for *_, year in cells], colours)
    return figure


def _shade(count: int, most: int, colours: Palette) -> str:
    """By its logarithm: a few figures are quoted a hundred times as often as the others."""
    share = log1p(count) / log1p(most)
    return bands.faint(colours.accent, FAINTEST + (STRONGEST - FAINTEST) * share)


def _axes(
    figure: go.Figure, rows: Sequence[YearRow], years: Sequence[int], colours: Palette
) -> None:
    first, last = (min(years), max(years)) if years else (2000, 2000)
    step = next(step for step in (1, 2, 5, 10) if (last - first) / step <= 7)
    figure.update_layout(
        height=ROW * len(rows) + ABOVE + BELOW,
        margin={"l": 0, "r": 8, "t": ABOVE, "b": BELOW},
        barmode="overlay",
        bargap=0,
        xaxis=bands.scale(
            colours, range=[first - 0.6, last + 0.6], tick0=2000, dtick=step, tickformat="d"
        ),
        yaxis={
            "range": [len(rows) - 0.4, -0.6], "tickvals": list(range(len(rows))), "ticks": "",
            "ticktext": [html.escape(row.label) + " " for row in rows], "automargin": True,
            "tickfont": {"color": colours.text, "size": TEXT_SIZE}, "showgrid": False,
            "zeroline": False, "fixedrange": True,
        },
    )  # fmt: skip

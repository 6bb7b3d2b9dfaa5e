"""How a whole falls into classes: a column for each, its share over it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators.figures import bands
from indicators.figures.layout import TEXT_SIZE, dress
from indicators.theme import Palette

HEIGHT, ABOVE, BELOW = 220, 12, 48  # pixels of the columns, over them, and under them
LEAST = 0.005  # a share below this is not written: it would be 0 %


@dataclass(frozen=True, slots=True)
class Column:
    """A class: its name under the column, how many it holds, and what hovering says."""

    label: str
    count: int
    words: str


def draw_columns(columns: Sequence[Column], below: str, colours: Palette) -> go.Figure:
    """The columns from left to right, what they are classes of named ``below``."""
    whole = max(1, sum(column.count for column in columns))
    shares = [column.count / whole for column in columns]
    figure = dress(go.Figure(), colours, HEIGHT)
    figure.add_trace(
        go.Bar(
            name="columns",
            x=list(range(len(columns))),
            y=[share or None for share in shares],  # nothing is no line on the axis either
            width=0.8,
            text=[f"{share:.0%}" if share >= LEAST else "" for share in shares],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            textfont={"color": colours.text, "size": TEXT_SIZE},
            hovertext=[html.escape(column.words) for column in columns],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": bands.faint(colours.accent, 0.3),
                "line": {"color": colours.accent, "width": 1.5},
            },
        )
    )
    figure.update_layout(
        height=HEIGHT + ABOVE + BELOW,
        margin={"l": 0, "r": 0, "t": ABOVE, "b": BELOW},
        xaxis=bands.scale(
            colours,
            tickvals=list(range(len(columns))),
            ticktext=[html.escape(column.label) for column in columns],
            range=[-0.6, len(columns) - 0.4],
            title={"text": html.escape(below), "font": {"size": TEXT_SIZE}, "standoff": 6},
        ),
        yaxis={
            "range": [0, 1.12 * max([*shares, 0.01])], "visible": False, "fixedrange": True,
        },
    )  # fmt: skip
    return figure

"""Breaks on charts: a vertical rule where a definition changed, with its words above the plot."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from indicators import periods
from indicators.catalogue import Break
from indicators.figures.labels import CHARACTER, clause
from indicators.figures.layout import ROW, TEXT_SIZE, UNIT_ROW, day
from indicators.theme import Palette

PHONE = 240  # pixels of plot left on a narrow phone, where the words of a break must fit


def draw_breaks(
    figure: go.Figure,
    breaks: Sequence[Break],
    lang: str,
    colours: Palette,
    plot_height: int,
) -> None:
    """A vertical rule where a definition changed, its words on a row of their own above the plot.

    Each rule reaches up to its row, so words never cover a line or each other.
    """
    first, last = (periods.ordinal(str(day)[:7]) for day in figure.layout.xaxis.range)
    shares = {b: (periods.ordinal(b.as_of) - first) / (last - first) for b in breaks}
    for row, change in enumerate(sorted(breaks, key=lambda b: _row_order(shares[b]))):
        up = UNIT_ROW + ROW * (row + 1)
        figure.add_shape(
            type="line",
            xref="x",
            yref="y domain",
            x0=day(change.as_of),
            x1=day(change.as_of),
            y0=0,
            y1=1 + up / plot_height,
            line={"color": colours.rule, "width": 1, "dash": "dot"},
            layer="below",
        )
        _words(figure, change.as_of, change.note[lang], shares[change], up, colours)


def _words(
    figure: go.Figure, month: str, note: str, share: float, up: int, colours: Palette
) -> None:
    """The words of a break, on the side of its rule that has more room."""
    rightwards = share < 0.5
    room = PHONE * max(share, 1 - share) / CHARACTER
    figure.add_annotation(
        text=html.escape(clause(note, room)),
        xref="x",
        yref="y domain",
        x=day(month),
        y=1,
        xanchor="left" if rightwards else "right",
        yanchor="top",
        xshift=4 if rightwards else -4,
        yshift=up + 3,
        showarrow=False,
        align="left",
        bgcolor=colours.background,
        borderpad=0,
        font={"color": colours.muted, "size": TEXT_SIZE - 1},
    )


def rule_panels(figure: go.Figure, breaks: Sequence[Break], colours: Palette) -> None:
    """The bare rules in every panel that has a line; their words stand under the chart."""
    for change in breaks:
        figure.add_vline(
            x=day(change.as_of),
            row="all",
            col="all",
            line={"color": colours.rule, "width": 1, "dash": "dot"},
            layer="below",
        )


def _row_order(share: float) -> tuple[bool, float]:
    """From the bottom row up: words that run left, then words that run right.

    Within each, a rule that words pass over stands lower than theirs.
    """
    return share < 0.5, share if share >= 0.5 else -share


def breaks_within(breaks: Iterable[Break], months: Iterable[str]) -> tuple[Break, ...]:
    """The breaks that lie in the time a chart shows."""
    seen = sorted(months)
    return tuple(b for b in breaks if seen and seen[0] < b.as_of <= seen[-1])

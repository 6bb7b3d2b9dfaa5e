"""The strokes of an official series: unbroken where no survey is missing, and its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import plotly.graph_objects as go

from indicators.figures import layout
from indicators.figures.lines import Line, bounds, segments
from indicators.series import Observation

T = TypeVar("T")
SPARSE = 3  # a line of so few figures shows each of them as a point
USUAL = 2.0  # pixels a line is wide


def draw_line(
    figure: go.Figure,
    line: Line,
    colour: str,
    divisor: float,
    width: float = USUAL,
    **panel: int,
) -> None:
    """One official series: unbroken where no survey is missing, never under the pointer.

    A reference point under a quote would take its click, so lines skip hovering altogether.
    """
    joined = [s for s in segments(line) if len(s) > 1]
    single = [s for s in segments(line) if len(s) == 1]
    sparse = len(line.points) <= SPARSE
    for stretches, mode in ((joined, "lines+markers" if sparse else "lines"), (single, "markers")):
        if stretches:
            figure.add_trace(
                go.Scatter(
                    name="reference",
                    mode=mode,
                    x=_apart([[layout.day(point.as_of) for point in s] for s in stretches]),
                    y=_apart([[point.value / divisor for point in s] for s in stretches]),
                    hoverinfo="skip",
                    cliponaxis=False,
                    line={"color": colour, "width": width},
                    marker={"color": colour, "size": 7},
                ),
                **panel,
            )
    if uncertain := bounds(line):
        _draw_bounds(figure, uncertain, colour, divisor, **panel)


def _apart(stretches: Sequence[Sequence[T]]) -> list[T | None]:
    """One list with nothing between the stretches, where Plotly lifts its pen."""
    return [value for stretch in stretches for value in (*stretch, None)][:-1]


def _draw_bounds(
    figure: go.Figure, points: Sequence[Observation], colour: str, divisor: float, **panel: int
) -> None:
    """Figures such as 超过… are short dashes of their own."""
    figure.add_trace(
        go.Scatter(
            name="bound",
            mode="markers",
            x=[layout.day(point.as_of) for point in points],
            y=[point.value / divisor for point in points],
            hoverinfo="skip",
            cliponaxis=False,
            marker={
                "symbol": "line-ew-open",
                "size": 14,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
        ),
        **panel,
    )

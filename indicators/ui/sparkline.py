"""Sparklines: a series as a small inline picture, made from numbers alone; a gap stays a gap."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from indicators import periods
from indicators.series import Observation
from indicators.ui.markup import escape

WIDTH, HEIGHT, EDGE = 240, 56, 4


Stretches = Sequence[Sequence[Observation]]  # a series, cut where surveys are missing


def picture(series: Sequence[Stretches], label: str) -> str:
    """Draw series on one scale from the lowest to the highest figure, time spaced truly.

    ``label`` says in words what the picture shows. Returns "" where there is nothing to draw.
    The SVG is a mask over the text colour, for st.html lets no SVG element through and an image
    would not follow the visitor's theme.
    """
    drawn = svg(series)
    if not drawn:
        return ""
    address = f"url(&quot;data:image/svg+xml,{quote(drawn)}&quot;)"
    return (
        f'<div class="sparkline" role="img" aria-label="{escape(label)}" '
        f'style="-webkit-mask-image:{address};mask-image:{address}"></div>'
    )


def svg(series: Sequence[Stretches]) -> str:
    """The lines as an SVG of WIDTH by HEIGHT, in black; "" for a single figure."""
    drawn = "".join(strokes(series, WIDTH, HEIGHT))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<g stroke="#000" stroke-width="1.75">{drawn}</g></svg>'
        if drawn
        else ""
    )


def strokes(series: Sequence[Stretches], width: int, height: int) -> list[str]:
    """Each line as SVG elements in a box of this size, its latest figure a dot, in the colours
    and the stroke around them; nothing for a single figure."""
    points = [point for stretches in series for stretch in stretches for point in stretch]
    if len(points) < 2:
        return []
    months = [periods.ordinal(point.as_of) for point in points]
    values = [point.value for point in points]
    first, span = min(months), max(months) - min(months) or 1
    low, rise = min(values), max(values) - min(values) or 1

    def place(point: Observation) -> tuple[float, float]:
        x = EDGE + (width - 2 * EDGE) * (periods.ordinal(point.as_of) - first) / span
        y = height - EDGE - (height - 2 * EDGE) * (point.value - low) / rise
        return x, y

    def line(stretches: Stretches) -> str:
        path = "".join(_path([place(point) for point in stretch]) for stretch in stretches)
        shape = f'<path d="{path}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>'
        return shape + _dot(*place(stretches[-1][-1]))

    return [line(stretches) for stretches in series if stretches]


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.25"/>'


def _path(points: Sequence[tuple[float, float]]) -> str:
    """A path through the points; a single one becomes a small ring."""
    if len(points) == 1:
        x, y = points[0]
        return f"M{x - 1:.1f} {y:.1f}a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)

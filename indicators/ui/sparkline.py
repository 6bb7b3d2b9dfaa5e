"""Sparklines: a series as a small inline SVG, made from numbers alone; a gap stays a gap."""

from __future__ import annotations

from collections.abc import Sequence

from indicators import periods
from indicators.series import Observation
from indicators.ui.markup import escape

WIDTH, HEIGHT, EDGE = 240, 56, 4


def svg(segments: Sequence[Sequence[Observation]], label: str) -> str:
    """Draw stretches of a series, time spaced truly, the scale from the lowest to the highest.

    ``label`` says in words what the picture shows. Returns "" where there is nothing to draw.
    """
    points = [point for stretch in segments for point in stretch]
    if len(points) < 2:
        return ""
    months = [periods.ordinal(point.as_of) for point in points]
    values = [point.value for point in points]
    first, span = min(months), max(months) - min(months) or 1
    low, height = min(values), max(values) - min(values) or 1

    def place(point: Observation) -> tuple[float, float]:
        x = EDGE + (WIDTH - 2 * EDGE) * (periods.ordinal(point.as_of) - first) / span
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (point.value - low) / height
        return x, y

    lines = "".join(
        f'<path d="{_path([place(point) for point in stretch])}"/>' for stretch in segments
    )
    x, y = place(max(points, key=lambda point: point.as_of))
    return (
        f'<svg class="sparkline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{lines}<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/></svg>'
    )


def _path(points: Sequence[tuple[float, float]]) -> str:
    """A path through the points; a single one becomes a dot (round line ends)."""
    joined = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{joined}" + ("h0" if len(points) == 1 else "")

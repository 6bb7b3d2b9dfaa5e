"""An indicator page: a family of indicators, each with its chart, its quotes, its sources."""

from __future__ import annotations

from indicators.ui import frame, state


def draw(slug: str) -> None:
    """Draw the indicator page ``slug``."""
    here = state.current()
    frame.title(here, slug)

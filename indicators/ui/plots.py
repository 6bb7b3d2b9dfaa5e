"""How a page shows a figure: in our own colours, without Plotly's toolbar, named in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import streamlit as st
from streamlit.runtime.state import WidgetCallback

CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False}


def show(
    figure: Any, key: str, alt: str, on_select: WidgetCallback | None = None, above: str = ""
) -> None:
    """Show a figure, with HTML ``above`` it; ``alt`` says what is on it, ``on_select`` follows a
    click on its points.

    HTML that follows on other HTML goes out with it, for each element costs time: a section takes
    what is still to be written above it, and gives back what is to follow.
    """
    if above:
        st.html(above)
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        on_select=on_select or "ignore",
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )


def clicked(key: str) -> tuple[str, ...]:
    """What the mark carries that was clicked in the chart with this key; () beside the marks.

    Streamlit hands the values of a mark on as a list, or by their places.
    """
    chart = cast(Mapping[str, Any], st.session_state[key])
    for point in chart["selection"]["points"]:
        carried = point.get("customdata")
        if carried:
            values = carried.values() if isinstance(carried, Mapping) else carried
            return tuple(map(str, values))
    return ()

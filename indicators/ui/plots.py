"""How a page shows a figure: in our own colours, without Plotly's toolbar, named in words."""

from __future__ import annotations

from typing import Any

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

"""How a page shows a figure: in our own colours, without Plotly's toolbar, named in words."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.runtime.state import WidgetCallback

CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False}


def show(figure: Any, key: str, alt: str, on_select: WidgetCallback | None = None) -> None:
    """Show a figure; ``alt`` says what is on it, ``on_select`` follows a click on its points."""
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        on_select=on_select or "ignore",
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )

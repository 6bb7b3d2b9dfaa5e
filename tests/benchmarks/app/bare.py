"""The floor: two pages of Streamlit with one Plotly chart, a choice, and nothing else."""

import gc

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource(show_spinner=False)
def _settle() -> None:
    gc.collect()
    gc.freeze()


def _page() -> None:
    st.title("Bare")
    factor = st.segmented_control("Factor", [1, 2, 3], default=1, key="factor") or 1
    values = [factor * year % 7 for year in range(40)]
    figure = go.Figure(go.Scatter(x=list(range(40)), y=values, mode="lines"))
    st.plotly_chart(figure, key="chart", theme=None)


def one() -> None:
    """The first page."""
    _page()


def two() -> None:
    """The second page."""
    _page()


_settle()
st.navigation([st.Page(one, default=True), st.Page(two, url_path="two")], position="hidden").run()

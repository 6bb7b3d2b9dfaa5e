"""Opens an address of ours from Python: one step in the browser's history, as a link takes it.

st.switch_page with parameters leaves two entries in the history, so that going back seems broken.
"""

from __future__ import annotations

import streamlit as st

KEY = "opening"
_ASKED = "opening_asked"
_opening = st.components.v2.component(
    "zhibiao.opening",
    js="""
export default function ({ data: [data] }) {
  history.pushState(null, "", data.href)
  dispatchEvent(new PopStateEvent("popstate"))
}
""",
)


def open_next(href: str) -> None:
    """Remember what to open; for a callback, which runs before the page is drawn."""
    st.session_state[_ASKED] = href


def follow() -> None:
    """Open what a callback of this run asked for, if any did."""
    href = st.session_state.pop(_ASKED, "")
    if href:
        _opening(data=[{"href": href}], key=KEY)

"""What is selected, told to the reader in the browser and heard from it: no text is sent again.

The text of a visitor may be long. Drawn beside it in a fragment, this component alone takes part
in the run that follows a click on a figure.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_selection = st.components.v2.component(
    "zhibiao.selection",
    js="""
const hearing = new WeakMap()

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const tell = () => new CustomEvent("reader:select", { detail: data.claim })
  const show = () => document.dispatchEvent(tell())
  const old = hearing.get(parentElement)
  old?.abort()
  const ends = new AbortController()
  hearing.set(parentElement, ends)
  const heard = (event) => setTriggerValue("selected", event.detail)
  document.addEventListener("reader:pick", heard, { signal: ends.signal })
  document.addEventListener("reader:ask", show, { signal: ends.signal })
  show()
  return () => ends.abort()
}
""",
)


def hold_selection(claim: str | None, key: str, on_select: Callable[[str], None]) -> None:
    """Have the reader mark ``claim``; ``on_select`` is called with what a visitor picks in it."""

    def chosen() -> None:
        if picked := st.session_state[key].get("selected"):
            on_select(picked)

    _selection(data=[{"claim": claim}], key=key, on_selected_change=chosen)

"""Brings what a link has just opened into the window, with the focus, where the page stays.

A link within a page redraws the part it stands in: the focus would be lost with the old link, and
what opens elsewhere on the page would not be seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

_arriving = st.components.v2.component(
    "zhibiao.arriving",
    js="""
let seen = null
let waiting = 0

function bring(selector, tries) {
  const found = document.querySelector(selector)
  if (!found) {
    if (tries) waiting = requestAnimationFrame(() => bring(selector, tries - 1))
    return
  }
  const { top, bottom } = found.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) found.scrollIntoView({ block: "center" })
  found.focus({ preventScroll: true })
}

export default function ({ data: [data] }) {
  const before = seen
  seen = Object.fromEntries(data.places)
  const fresh = data.places.find(([selector, what]) => what && before?.[selector] !== what)
  // Whoever is typing is left in peace.
  if (fresh && !document.activeElement?.matches("input, textarea")) {
    cancelAnimationFrame(waiting)
    bring(fresh[0], 300)
  }
  return () => {
    seen = null
  }
}
""",
)


def bring(places: Sequence[tuple[str, str]]) -> None:
    """``places`` are CSS selectors and what the address opens there, "" for nothing."""
    _arriving(data=[{"places": [list(place) for place in places]}], key="arriving")

"""Brings into sight what a visitor has just opened, and moves the keyboard there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

_reveal = st.components.v2.component(
    "zhibiao.reveal",
    js="""
let seen = null

function show(id, follow, tries) {
  const found = document.querySelector(`[data-opened="${CSS.escape(id)}"]`)
  if (!found) return tries && requestAnimationFrame(() => show(id, follow, tries - 1))
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  found.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" })
  found.tabIndex = -1
  if (follow) found.focus({ preventScroll: true })
}

export default function ({ data: [data] }) {
  const fresh = data.opened.filter((id) => !seen?.includes(id))
  // A page that opens with something open shows it, but is read from its beginning.
  if (fresh.length) show(fresh[0], seen !== null, 120)
  seen = data.opened
}
""",
)


def reveal(opened: Sequence[str], key: str) -> None:
    """Show the element whose ``data-opened`` is the one of ``opened`` that was not open before."""
    _reveal(data=[{"opened": list(opened)}], key=key)

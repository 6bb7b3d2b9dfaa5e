"""The document around the pages: its language, and links in drawn HTML that keep the session.

Assistive software and the choice of Han glyphs need the document's language. A plain link would
load the whole page anew, and turning the page from Python (st.switch_page with parameters) leaves
two entries in the browser's history, so that the back button seems not to work. So a click on one
of our links (they begin with "./") moves the browser's own history by one step and lets Streamlit
follow it, as it does for the back button.
"""

from __future__ import annotations

import streamlit as st

_document = st.components.v2.component(
    "zhibiao.document",
    js="""
const ours = (part) => part.matches?.('a[href^="./"]')

function follow(event) {
  const link = event.composedPath().find(ours)
  const aside = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (!link || aside) return
  event.preventDefault()
  event.stopImmediatePropagation()
  history.pushState(null, "", link.href)
  dispatchEvent(new PopStateEvent("popstate"))
}

export default function ({ data }) {
  document.documentElement.lang = data.lang
  // Before any handler of a component; the same function is only ever added once.
  document.addEventListener("click", follow, true)
}
""",
)


def describe_document(lang: str) -> None:
    """Set the document's language (a tag such as zh-CN) and follow links."""
    _document(data={"lang": lang}, key="document")

"""The document around the pages: its language, and links in drawn HTML that keep the session.

Assistive software and the choice of Han glyphs need the document's language. A plain link would
load the whole page anew, so a click on one of ours is told to Python, which turns the page.
"""

from __future__ import annotations

import streamlit as st

_document = st.components.v2.component(
    "zhibiao.document",
    js="""
export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.lang
  const follow = (event) => {
    const link = event.target.closest?.('.stHtml a[href^="./"]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setTriggerValue("followed", link.getAttribute("href"))
  }
  document.addEventListener("click", follow)
  return () => document.removeEventListener("click", follow)
}
""",
)


def describe_document(lang: str) -> str | None:
    """Set the document's language (a tag such as zh-CN); return the link just followed, if any."""
    result = _document(data={"lang": lang}, key="document", on_followed_change=lambda: None)
    followed: str | None = result.followed
    return followed

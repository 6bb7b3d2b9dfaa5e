"""Tells the browser which language the page is in, as assistive software and fonts need to know."""

from __future__ import annotations

import streamlit as st

_document = st.components.v2.component(
    "zhibiao.document",
    js="""
export default function ({ data }) {
  document.documentElement.lang = data.lang
}
""",
)


def describe_document(lang: str) -> None:
    """Set the document's language, a tag such as zh-CN."""
    _document(data={"lang": lang}, key="document", height=0)

"""Queries to click, each with what it shows of the search."""

from __future__ import annotations

import streamlit as st

from indicators.strings import Lang, text
from indicators.ui.markup import escape
from indicators.ui.search import box

EXAMPLES = (
    ("name", "上网普及率"),
    ("figure", "七亿七千二百万"),
    ("words", "云计算 大数据"),
    ("phrase", "“最后一公里”"),
    ("script", "數(shù)字鴻(hóng)溝"),
    ("latin", ".GOV.CN"),
)


def draw(lang: Lang) -> None:
    """The list of examples."""
    items = "".join(
        f"<div><dt>{escape(text(lang, f'search.example_{kind}'))}</dt>"
        f'<dd lang="zh-CN">{box.query_link(lang, query)}</dd></div>'
        for kind, query in EXAMPLES
    )
    st.html(f'<h2>{escape(text(lang, "search.examples"))}</h2><dl class="examples">{items}</dl>')

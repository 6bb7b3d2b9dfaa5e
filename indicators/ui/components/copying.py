"""Texts to copy, each in a block with its button.

Streamlit's own block of code brings a highlighter of 1.5 MB with it, and a button in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from indicators.strings import Lang, text

_HERE = Path(__file__).parent
_copying = st.components.v2.component(
    "zhibiao.copying",
    html='<div class="copying"></div>',
    css=(_HERE / "copying.css").read_text("utf-8"),
    js="".join((_HERE / name).read_text("utf-8") for name in ("copy.js", "copying.js")),
)


def show_texts(styles: Mapping[str, Mapping[str, str]], lang: Lang, key: str) -> None:
    """Draw the texts of each style under its name, the first one open; a text may have no name."""
    listed = [{"name": name, "texts": list(texts.items())} for name, texts in styles.items()]
    told = {word: text(lang, f"cite.{word}") for word in ("copy", "copied")}
    _copying(data=[{"styles": listed, "told": told}], key=key)

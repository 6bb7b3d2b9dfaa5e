"""The style of every page, for screen and paper: the document has it before the first word.

It stands at the end of the body, because rules of the same weight are to win over Streamlit's.
"""

from __future__ import annotations

from pathlib import Path

from indicators.theme import css_variables

_FILES = [Path(__file__).with_name(name) for name in ("style.css", "print.css")]


def element() -> str:
    """The style element."""
    rules = "".join(file.read_text("utf-8") for file in _FILES)
    return f"<style>.stApp {{{css_variables()}}}{rules}</style>"

"""The style of all pages, for screen and paper: the document has it before the first word.

It stands at the end of the body, because rules of the same weight are to win over Streamlit's.
"""

from __future__ import annotations

from pathlib import Path

from indicators.theme import css_variables

_HERE = Path(__file__).parent
_FILES = (
    "style.css",
    "cards.css",
    "copying.css",
    "pictures.css",
    "check/check.css",
    "corpus/corpus.css",
    "search/search.css",
    "themes/themes.css",
    "print.css",
)


def element() -> str:
    """The style element."""
    rules = "".join((_HERE / name).read_text("utf-8") for name in _FILES)
    return f"<style>.stApp {{{css_variables()}}}{rules}</style>"

"""Streamlit's own few words, which are English whatever the page, in the language of the page."""

from __future__ import annotations

from functools import cache

from indicators.strings import Lang, text

_WORDS = (
    "skip", "menu", "system", "light", "dark", "print", "record", "copy", "copied", "upload",
    "clear", "nothing",
)  # fmt: skip


@cache
def words(lang: Lang) -> dict[str, object]:
    """What wording.js puts in the place of English: words, and how "Help for …" begins."""
    return {
        "words": {
            text("en", f"streamlit.{word}"): text(lang, f"streamlit.{word}") for word in _WORDS
        },
        "help": [text(tongue, "streamlit.help") for tongue in ("en", lang)],
    }

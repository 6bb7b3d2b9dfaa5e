"""Texts to copy, each in a block with its button; the texts of a style fold away under its name.

Streamlit's own block of code brings a highlighter of 1.5 MB with it, and a button in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from indicators.strings import Lang, text
from indicators.ui.markup import escape

_HAN = re.compile(r"[\u4e00-\u9fff]")


def styles_html(styles: Mapping[str, Mapping[str, str]], lang: Lang) -> str:
    """The texts of each style under its name, the first one open; a text may have no name."""
    return "".join(
        f'<details class="copying" name="copying"{" open" if number == 0 else ""}>'
        f"<summary>{escape(style)}</summary>{_blocks(style, texts, lang)}</details>"
        for number, (style, texts) in enumerate(styles.items())
    )


def _blocks(style: str, texts: Mapping[str, str], lang: Lang) -> str:
    copy, copied = escape(text(lang, "cite.copy")), escape(text(lang, "cite.copied"))
    parts = []
    for name, words in texts.items():
        label = escape(f"{text(lang, 'cite.copy')} · {' · '.join(filter(None, (style, name)))}")
        parts.append(
            (f"<p>{escape(name)}</p>" if name else "")
            + f'<div class="block"><pre{_tag(words, lang)}>{escape(words)}</pre><button '
            f'type="button" data-copied="{copied}" aria-label="{label}">{copy}</button></div>'
        )
    return "".join(parts)


def _tag(words: str, lang: Lang) -> str:
    """A Chinese reference in an English page is tagged, so that it gets Chinese glyphs."""
    return ' lang="zh-CN"' if lang == "en" and _HAN.search(words) else ""

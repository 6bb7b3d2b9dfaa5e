"""Sentences in a list: each with the words that tell marked, and one link to its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indicators.mentions import Mention
from indicators.strings import Lang, text
from indicators.themes import Spans
from indicators.ui import state
from indicators.ui.markup import escape


def passages_html(lang: Lang, found: Sequence[Mention]) -> str:
    """The sentences in their order, as a list."""
    items = "".join(f"<li>{_passage(lang, mention)}</li>" for mention in found)
    return f'<ul class="passages">{items}</ul>'


def _passage(lang: Lang, mention: Mention) -> str:
    words = marked(mention.sentence, mention.marks)
    return f'{place_link(lang, mention)} <span lang="zh-CN">{words}</span>'


def place_link(lang: Lang, mention: Mention) -> str:
    """The link that opens the reader at a sentence: 第12句."""
    return _place_link(lang, mention.slug, mention.number)


@lru_cache(maxsize=4096)
def _place_link(lang: Lang, slug: str, number: int) -> str:
    address = state.href("texts", lang, doc=slug, s=str(number))
    label = text(lang, "themes.place", number=number)
    return f'<a class="place" href="{escape(address)}">{escape(label)}</a>'


def marked(sentence: str, marks: Spans) -> str:
    """A sentence as HTML with its marks; they are in order and do not overlap."""
    parts, done = [], 0
    for start, end in marks:
        parts.append(escape(sentence[done:start]))
        parts.append(f"<mark>{escape(sentence[start:end])}</mark>")
        done = end
    return "".join(parts) + escape(sentence[done:])

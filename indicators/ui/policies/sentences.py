"""Sentences under the text they stand in, each opening the reader at its place."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.mentions import Mention
from indicators.strings import Lang, text
from indicators.ui import evidence, load, state
from indicators.ui.markup import escape, link
from indicators.ui.themes.passages import passages_html, place_link


def by_text_html(lang: Lang, found: Sequence[Mention]) -> str:
    """The sentences under the titles of their texts."""
    parts = []
    for slug in dict.fromkeys(mention.slug for mention in found):
        inside = [mention for mention in found if mention.slug == slug]
        parts.append(f"<h4>{title_link(lang, slug)}</h4>{passages_html(lang, inside)}")
    return "".join(parts)


def title_link(lang: Lang, slug: str) -> str:
    """A text's title, leading to it; a Chinese one is tagged so on an English page."""
    library = load.library()
    title = evidence.full_title(library, slug, lang)
    words = link(state.href("texts", lang, doc=slug), title)
    chinese = lang == "en" and title == library.documents[slug].title
    return f'<span lang="zh-CN">{words}</span>' if chinese else words


def places_html(lang: Lang, found: Sequence[Mention]) -> str:
    """Where the sentences stand, in one line: the short title of each text, then its sentences."""
    library = load.library()
    parts = []
    for slug in dict.fromkeys(mention.slug for mention in found):
        links = " ".join(place_link(lang, mention) for mention in found if mention.slug == slug)
        title = evidence.short_title(library, slug, lang, most=16 if lang == "zh" else 36)
        parts.append(f"{escape(title)} {links}")
    return " · ".join(parts)


def item_html(lang: Lang, words: str) -> str:
    """What an item of a list is about, as HTML, before what is said of it."""
    before, after = escape(text(lang, "policies.item", what="\0")).split("\0")
    return f"{before}<strong>{words}</strong>{after}"

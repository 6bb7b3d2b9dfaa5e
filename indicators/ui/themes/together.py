"""Themes told of in one sentence: the pairs that meet most often, each opening its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from indicators.library import Library
from indicators.mentions import Mention, Pair
from indicators.strings import Lang, text
from indicators.ui import evidence, load
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.themes.passages import passages_html
from indicators.ui.themes.shelf import Shelf

LISTED = 10


def draw(here: State, kept: Shelf) -> None:
    """Draw the pairs; with a theme chosen, those it takes part in."""
    lang = here.lang
    chosen = load.library().themes.get(here.theme or "")
    pairs = [p for p in kept.pairs if chosen is None or chosen in (p.one, p.other)]
    title = escape(text(lang, "themes.together"))
    how = text(lang, "themes.together_how" if pairs else "themes.together_none")
    if chosen:
        how = text(lang, "themes.together_of", theme=chosen.name[lang]) + how
    items = "".join(_pair(load.library(), lang, pair) for pair in pairs[:LISTED])
    st.html(f'<h2>{title}</h2><p class="quiet">{escape(how)}</p><div class="pairs">{items}</div>')


@lru_cache(maxsize=256)
def _pair(library: Library, lang: Lang, pair: Pair) -> str:
    count = text(lang, "themes.pair", count=len(pair.together), times=f"{pair.times:.1f}")
    names = f"{pair.one.name[lang]} + {pair.other.name[lang]}"
    return (
        f"<details><summary><span>{escape(names)}</span> <small>{escape(count)}</small></summary>"
        f"{by_text(library, lang, pair.together)}</details>"
    )


def by_text(library: Library, lang: Lang, found: Sequence[Mention]) -> str:
    """Sentences under the titles of their texts."""
    parts = []
    for slug in dict.fromkeys(mention.slug for mention in found):
        own = [mention for mention in found if mention.slug == slug]
        title = evidence.full_title(library, slug, lang)
        heading = escape(text(lang, "themes.of_text", title=title, count=len(own)))
        parts.append(f"<h3>{heading}</h3>{passages_html(lang, own)}")
    return "".join(parts)

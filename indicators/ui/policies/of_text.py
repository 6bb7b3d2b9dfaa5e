"""The policies that one text names, for that text's own page."""

from __future__ import annotations

import streamlit as st

from indicators.policies import Policy
from indicators.strings import Lang, text
from indicators.ui import load, state
from indicators.ui.markup import escape, link
from indicators.ui.policies.shelf import shelf
from indicators.ui.themes.passages import place_link


def draw(lang: Lang, slug: str) -> None:
    """Draw one line with them; nothing where there are none."""
    named = of_text_html(lang, slug)
    if named:
        st.html(named)


def of_text_html(lang: Lang, slug: str) -> str:
    """Each policy with the sentences that name it, in one line."""
    known, cited = load.library().policies, shelf().cited
    items = [
        _item(lang, known[id], slug)
        for id in known
        if any(mention.slug == slug for mention in cited.get(id, ()))
    ]
    if not items:
        return ""
    before, after = escape(text(lang, "policies.cited", policies="\0")).split("\0")
    return f'<p class="byline">{before}{" · ".join(items)}{after}</p>'


def _item(lang: Lang, policy: Policy, slug: str) -> str:
    places = " ".join(
        place_link(lang, mention) for mention in shelf().cited[policy.id] if mention.slug == slug
    )
    name = link(state.href("policies", lang, policy=policy.id), policy.short[lang])
    return f"{name} {places}"

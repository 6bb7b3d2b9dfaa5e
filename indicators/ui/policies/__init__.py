"""The policies page: the documents over time, those the texts name, and the places they name."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.policies import Policy
from indicators.strings import Lang, text
from indicators.ui import frame, load, problems, state
from indicators.ui.components.reveal import reveal
from indicators.ui.policies import choice, detail, listing, timeline, whereabouts
from indicators.ui.policies.shelf import Shelf, shelf

SLUG = "policies"


def draw() -> None:
    """Draw the page."""
    here = state.current()
    kept, known = shelf(), load.library().policies
    frame.title(here, SLUG, answer(here.lang, known, kept))
    if known:
        every = tuple(known.values())
        choice.draw(here, every)
        shown = choice.shown(here, every)
        if not shown:
            address = state.href(SLUG, here.lang, id=here.id)
            words = text(here.lang, "policies.none_shown")
            problems.say(words, address, text(here.lang, "policies.show_all"))
        left, right = st.columns([3, 2], gap="large")
        with left:
            timeline.draw(here)
        with right:
            detail.draw(here)
        listing.draw(here, shown)
    whereabouts.draw(here)
    reveal([id for id in (here.policy, here.geo) if id], SLUG)


def answer(lang: Lang, known: Mapping[str, Policy], kept: Shelf) -> str:
    """The sentence that answers: how many documents there are, how many the texts name."""
    if not known:
        return text(lang, "page.policies.lead_none")
    first, last = choice.years(known.values())
    # Editions of one document share their names.
    named = len({known[id].also or known[id].title.zh for id in kept.cited})
    texts = len({mention.slug for found in kept.cited.values() for mention in found})
    return text(
        lang,
        "page.policies.lead",
        first=first,
        last=last,
        count=len(known),
        named=named,
        texts=texts,
    )

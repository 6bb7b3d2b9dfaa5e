"""The world page: China among the countries the visitor picks, edition by edition."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from indicators.egdi import INDEX, RANK
from indicators.strings import text
from indicators.ui import (
    details,
    embedded,
    evidence,
    frame,
    pictures,
    problems,
    revised,
    state,
    topic,
)
from indicators.ui.subject import KEPT, Topic, open_topic
from indicators.ui.world import answer, change, compare, maturity, online, peers

SLUG = "world"


def draw() -> None:
    """Draw the page: the indicator and the rank, the change in parts, people online, GTMI."""
    here = state.current()
    china = open_topic(here, SLUG)
    if china is None:
        frame.title(here, SLUG)
        problems.say(text(here.lang, "topic.no_indicator"))
        return
    chosen = peers.chosen(here, china.library)
    subject = compare.among(china, china.indicator.id, chosen)
    if st.context.is_embedded:
        embedded.draw(subject, compare.alone)
        return
    frame.title(here, SLUG, answer.sentence(china))
    topic.picker(subject)
    peers.draw(subject, chosen)
    below = compare.draw(subject)
    if subject.indicator.id == INDEX:
        below = compare.rank(_of_rank(china, chosen), below)
    below = change.draw(subject, below + revised.told(subject))
    below = online.draw(subject, below)
    pictures.draw(china, details.draw(subject, below + maturity.told(subject, chosen)))


@lru_cache(maxsize=KEPT)
def _of_rank(china: Topic, chosen: tuple[str, ...]) -> Topic:
    """The same countries, by rank."""
    rank = china.library.indicators.get(RANK, china.indicator)
    return replace(
        compare.among(china, rank.id, chosen),
        here=replace(china.here, tr="level"),
        citations=evidence.citing(rank.id, ()),
    )

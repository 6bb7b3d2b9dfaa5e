"""The page of a corpus: how often, how late and how wrong its texts quote the indicators."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from indicators.checks import VerdictKind
from indicators.corpus import ERRORS, Corpus, Count
from indicators.errors import InputError
from indicators.strings import Lang, text
from indicators.ui import frame, load, problems, state
from indicators.ui.corpus import choice, delays, passages, repeats, shares, shelf, years
from indicators.ui.markup import escape

SLUG = "corpus"


def draw() -> None:
    """Draw the page; a corpus or a question that fails is told in a sentence."""
    here = state.current()
    try:
        kept = shelf.opened()
        counts = shelf.quoted(kept)
    except InputError as problem:
        frame.title(here, SLUG)
        problems.say(_said(here.lang, problem))
        return
    frame.title(here, SLUG, answer(here.lang, kept, counts), about_html(here.lang, kept))
    if not counts:
        return
    choice.draw(here, counts)
    below = ""
    for part in (years, shares, delays, repeats, passages):
        try:
            below = part.draw(here, kept, below)
        except InputError as problem:
            below += problems.notice(_said(here.lang, problem))
    if below:
        st.html(below)


def _said(lang: Lang, problem: InputError) -> str:
    return text(lang, f"input.{problem.code}", **problem.facts)


def answer(lang: Lang, kept: Corpus, counts: tuple[Count, ...]) -> str:
    """The sentence that answers: how many quotes there are, how many hold, are late, do not."""
    found: Counter[str] = Counter()
    for one in counts:
        found[one.verdict] += one.quotes
    every = found.total()
    if not every:
        return text(lang, "page.corpus.lead_none", texts=f"{kept.texts:,}")
    right = found[VerdictKind.MATCH] + found[VerdictKind.ROUNDED]
    return text(
        lang,
        "page.corpus.lead",
        texts=f"{kept.texts:,}",
        quotes=f"{every:,}",
        right=f"{right / every:.0%}",
        late=f"{found[VerdictKind.OUTDATED] / every:.0%}",
        wrong=f"{sum(found[kind] for kind in ERRORS) / every:.0%}",
    )


def about_html(lang: Lang, kept: Corpus) -> str:
    """Whether the corpus is made up, and which version of the figures it was checked against."""
    made_up = escape(text(lang, "corpus.made_up"))
    said = f'<p class="notice">{made_up}</p>' if shelf.is_made_up() else ""
    now = load.library().version
    key = "corpus.checked" if kept.data == now else "corpus.checked_before"
    words = text(lang, key, version=kept.data or "—", now=now or "—")
    return f'{said}<p class="quiet">{escape(words)}</p>'

"""Where the texts say a word: any word typed, along each text, each place opening its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators import cleaning, mentions
from indicators.cleaning import variants
from indicators.figures.strips import Lane
from indicators.mentions import Mention
from indicators.strings import Lang, text
from indicators.themes import of_word
from indicators.ui import evidence, load, state
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.themes import strips
from indicators.ui.themes.passages import passages_html
from indicators.ui.themes.shelf import MOST, Shelf, shelf, short_names

LONGEST = 30  # characters of a term


def draw(here: State, kept: Shelf) -> None:
    """Draw the box for the word and where it was found."""
    lang, (term, found) = here.lang, _found(here)
    st.html(f"<h2>{escape(text(lang, 'themes.term_title'))}</h2>")
    st.text_input(
        text(lang, "themes.term"),
        max_chars=LONGEST,
        key=state.show("q", term, "themes"),
        on_change=state.follow,
        args=("q", "themes"),
    )
    total = sum(len(mention.marks) for told in found.values() for mention in told)
    if not total:
        st.html(_told(text(lang, "themes.term_none", term=term)))
        return
    facts: dict[str, str | int] = {
        "term": term,
        "count": total,
        "texts": sum(map(bool, found.values())),
    }
    said = _told(text(lang, "themes.term_found", **facts))
    listed = "".join(_of_text(lang, slug, told) for slug, told in found.items() if told)
    words = text(lang, "themes.term_alt", **facts)
    buttons = strips.draw(_lanes(lang, kept, found), lang, "strips_term", words, said)
    st.html(f'{buttons}<div class="pairs">{listed}</div>')


@state.kept(MOST)
def _found(here: State) -> tuple[str, Mapping[str, tuple[Mention, ...]]]:
    """The word, and where it stands."""
    term = asked(here, shelf())
    return term, places(term, shelf())


def _told(words: str) -> str:
    return f'<p class="found" role="status" tabindex="-1">{escape(words)}</p>'


def asked(here: State, kept: Shelf) -> str:
    """The word of the address, in simplified characters; without one, the most used word of the
    theme that is open or stands first."""
    repaired = cleaning.clean((here.q or "")[:LONGEST]).text.strip()
    typed = variants.to_simplified(repaired)
    if typed:
        return typed
    themes = load.library().themes
    theme = themes.get(here.theme or "") or next(iter(themes.values()))
    return max(theme.plain_words, key=lambda word: _count(word, kept))


def _count(word: str, kept: Shelf) -> int:
    return sum(reading.clean.text.count(word) for reading in kept.readings.values())


def places(term: str, kept: Shelf) -> Mapping[str, tuple[Mention, ...]]:
    """The sentences of each text that hold the term."""
    word = of_word(term)
    return {slug: mentions.mentions(slug, read, word) for slug, read in kept.readings.items()}


def _lanes(lang: Lang, kept: Shelf, found: Mapping[str, tuple[Mention, ...]]) -> list[Lane]:
    names = short_names(load.library().documents, lang)
    return [
        Lane(names[slug], strips.ticks(kept.readings[slug], told), colour=1)
        for slug, told in found.items()
    ]


def _of_text(lang: Lang, slug: str, told: Sequence[Mention]) -> str:
    """The sentences of one text, folded under its title."""
    title = evidence.full_title(load.library(), slug, lang)
    count = sum(len(mention.marks) for mention in told)
    heading = text(lang, "themes.term_of", title=title, count=count)
    return f"<details><summary>{escape(heading)}</summary>{passages_html(lang, told)}</details>"

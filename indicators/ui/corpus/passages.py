"""The sentences behind the numbers, a page at a time, and all of them to take away."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators import corpus, report
from indicators.corpus import MOST, Corpus, Filter, Passage
from indicators.strings import Lang, text
from indicators.ui import load, quote_card, state
from indicators.ui.components.reveal import reveal
from indicators.ui.corpus import choice, shelf, words
from indicators.ui.corpus.charts import heading
from indicators.ui.markup import escape, quoted
from indicators.ui.state import State

KEY = "corpus_passages"
SHOWN = 20  # on a page
MOST_PAGES = 32  # kept, of some 15 kB
MARK = "\ufeff"  # by which a spreadsheet knows UTF-8


def draw(here: State, kept: Corpus, above: str) -> str:
    """Draw the section of the quotes asked for."""
    lang, asked = here.lang, choice.asked(here)
    number = shelf.number(kept, asked)
    last = max(1, -(-min(number, MOST) // SHOWN))
    page = min(int(here.p or 1), last)
    opened = "-".join(f"{value}" for value in (here.id, here.t, here.verdict, here.v, page))
    cards = _cards(kept, lang, asked, page)
    if above:
        # Apart: whoever turns the page finds what stands above it as it was.
        st.html(above)
    st.html(
        heading(lang, KEY, answer(lang, number))
        + f'<ul class="cards quotes" data-opened="{escape(opened)}">{cards}</ul>'
    )
    if last > 1:
        _turn(lang, page, last)
    if number:
        _files(lang, kept, asked)
    reveal([opened] if here.p else [], KEY)
    return ""


@load.kept(MOST_PAGES)
def _cards(kept: Corpus, lang: Lang, asked: Filter, page: int) -> str:
    found = shelf.page(kept, asked, (page - 1) * SHOWN, SHOWN)
    return "".join(card(lang, kept, one) for one in found)


def answer(lang: Lang, number: int) -> str:
    """How many there are, and how many of them can be paged through."""
    if number <= MOST:
        return text(lang, f"{KEY}.lead" if number else f"{KEY}.nothing", count=f"{number:,}")
    return text(lang, f"{KEY}.lead_cut", count=f"{number:,}", most=f"{MOST:,}")


def _turn(lang: Lang, page: int, last: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="corpus_turn"):
        for name, to in (("back", page - 1), ("on", page + 1)):
            st.button(
                text(lang, f"{KEY}.{name}"),
                key=f"corpus_{name}",
                disabled=not 1 <= to <= last,
                on_click=state.go,
                kwargs={"p": str(to)},
            )
        words = text(lang, f"{KEY}.page", page=f"{page:,}", last=f"{last:,}")
        st.html(f'<p class="quiet">{escape(words)}</p>')


def _files(lang: Lang, kept: Corpus, asked: Filter) -> None:
    """The quotes asked for, read from the corpus when a visitor wants them."""
    with st.container(horizontal=True, key="corpus_files"):
        _file(lang, "csv", "text/csv", lambda: MARK + report.csv_text(corpus.rows(kept, asked)))
        _file(lang, "json", "application/json", lambda: report.json_text(corpus.rows(kept, asked)))


def _file(lang: Lang, name: str, kind: str, write: Callable[[], str]) -> None:
    st.download_button(
        text(lang, f"{KEY}.{name}"),
        data=lambda: write().encode("utf-8", "backslashreplace"),
        file_name=f"corpus.{name}",
        mime=kind,
        on_click="ignore",
        key=f"corpus_{name}",
    )


def card(lang: Lang, kept: Corpus, one: Passage) -> str:
    """Verdict, what the words claim, the sentence, the official figure, and where it stands."""
    kind = escape(one.verdict)
    word = escape(text(lang, f"verdict.{one.verdict}"))
    claim = escape(f"{words.about(one, lang)} · {words.when(one.as_of, lang)}")
    # The reason is in the language the corpus was checked in; the figure can be told in any.
    told = one.reason if kept.lang == lang and one.reason else words.official(one, lang)
    reason = f'<p class="reason">{escape(told)}</p>' if told else ""
    return (
        f'<li class="card" data-verdict="{kind}">'
        f'<p class="verdict">{quote_card.icon(one.verdict)}<strong>{word}</strong> '
        f"<span>{claim}</span></p>"
        f'<blockquote lang="zh-CN">{marked(one)}</blockquote>{reason}'
        f'<p class="origin">{_origin(lang, one)}</p></li>'
    )


def marked(one: Passage) -> str:
    """The sentence as HTML with its figure marked, where only one place of it can be meant."""
    if not one.surface or one.sentence.count(one.surface) != 1:
        return escape(one.sentence)
    before, after = one.sentence.split(one.surface)
    return f"{escape(before)}<mark>{escape(one.surface)}</mark>{escape(after)}"


def _origin(lang: Lang, one: Passage) -> str:
    parts = [quoted(one.title or one.text)]
    parts += [quoted(one.source)] if one.source else []
    parts += [escape(words.when(one.published, lang))] if one.published else []
    return " · ".join(parts)

"""The texts page: the library with a card per text, and the reader of one text."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import periods, settings
from indicators.reading import Reading
from indicators.strings import LANGS, Lang, text
from indicators.texts import Document
from indicators.ui import cite, frame, load, quote_card, state
from indicators.ui.components import opening
from indicators.ui.components.reader import Chosen, draw_reader
from indicators.ui.load import Citation
from indicators.ui.markup import escape, quoted
from indicators.ui.notes import note
from indicators.ui.policies import of_text
from indicators.ui.reader_data import reader_data
from indicators.ui.state import State
from indicators.ui.texts import lateness, sections, tallies


def draw() -> None:
    """Draw the page: the text that the address names, else the library."""
    here = state.current()
    document = load.library().documents.get(here.doc or _home_of(here.c) or "")
    if document is None:
        _library(here)
    else:
        _reader(here, document, load.readings().get(document.slug))


def _home_of(claim: str | None) -> str | None:
    """The text a claim stands in: a link may name the claim alone."""
    citation = load.citations().get(claim or "")
    return citation.slug if citation else None


def _library(here: State) -> None:
    said, below = _words(here.lang)
    frame.title(here, "texts", said)
    for part in (sections, tallies, lateness):
        below = part.draw(here.lang, below)
    st.html(below)
    opening.follow()


@load.kept(len(LANGS))
def _words(lang: Lang) -> tuple[str, str]:
    """The sentence that answers, and the cards of the texts as HTML."""
    documents, quotes = load.library().documents, len(load.citations())
    key = "page.texts.lead" if quotes else "page.texts.lead_none"
    said = text(lang, key, texts=len(documents), quotes=quotes)
    if not documents:
        return said, f"<p>{escape(text(lang, 'page.texts.empty'))}</p>"
    cards = (card(lang, one, load.readings().get(one.slug)) for one in documents.values())
    return said, f'<ul class="cards library">{"".join(cards)}</ul>'


def card(lang: Lang, document: Document, reading: Reading | None) -> str:
    """A text's card: what it is called, who wrote it, how it was repaired, what it quotes."""
    lines = [" · ".join(_origin(lang, document)), " · ".join(_condition(lang, document, reading))]
    facts = "".join(f'<p class="fact">{words}</p>' for words in lines if words)
    found = _quotes_of(document)
    quotes = (
        f'<p class="quoted">{escape(text(lang, "page.texts.quoted", count=len(found)))}</p>'
        f'<ul class="tally">{quote_card.tally_html(lang, found)}</ul>'
        if found
        else f'<p class="quoted">{escape(text(lang, "page.texts.unquoted"))}</p>'
    )
    address = escape(state.href("texts", lang, doc=document.slug))
    return (
        f'<li class="card text"><h2><a href="{address}" target="_self">{quoted(document.title)}</a>'
        f"</h2>{translation(lang, document)}{facts}{quotes}</li>"
    )


def translation(lang: Lang, document: Document) -> str:
    """The title in English under the Chinese one, for English pages."""
    if lang != "en" or not document.title_en:
        return ""
    return f'<p class="translation">{escape(document.title_en)}</p>'


def _quotes_of(document: Document) -> tuple[Citation, ...]:
    return tuple(one for one in load.citations().values() if one.slug == document.slug)


def _origin(lang: Lang, document: Document) -> Sequence[str]:
    """Authors, container and date, as HTML; unknown ones are left out, an unknown date is said."""
    parts = [quoted("、".join(document.authors))] if document.authors else []
    parts += [quoted(document.institution)] if document.institution else []
    parts += [quoted(document.container)] if document.container else []
    unknown = text(lang, "page.texts.unknown_date")
    when = periods.text(document.published, lang) if document.published else unknown
    return [*parts, escape(when)]


def _condition(lang: Lang, document: Document, reading: Reading | None) -> Sequence[str]:
    """Length and repairs, as HTML."""
    written = reading.clean.text if reading else document.raw
    length = sections.length(written, 0, len(written))
    parts = [text(lang, "page.texts.length", count=f"{length:,}")]
    if reading:
        repairs = len(reading.clean.repairs)
        key = "page.texts.repaired" if repairs else "page.texts.undamaged"
        parts.append(text(lang, key, count=f"{repairs:,}"))
    return [escape(part) for part in parts]


def _reader(here: State, document: Document, reading: Reading | None) -> None:
    st.html(_head(here.lang, document))
    if reading:
        of_text.draw(here.lang, document.slug)
        _text(here, document, reading)
    _about(here.lang, document)
    address = state.href("texts", here.lang, doc=document.slug)
    st.html(cite.document(here.lang, document, address))


def _head(lang: Lang, document: Document) -> str:
    found = _quotes_of(document)
    answer = (
        text(lang, "reader.lead", count=len(found)) + quote_card.tally(lang, found)
        if found
        else text(lang, "reader.none_lead")
    )
    address = escape(state.href("texts", lang))
    return (
        f'<p class="back"><a href="{address}" target="_self">'
        f"{escape(text(lang, 'page.texts.back'))}</a></p>"
        f'<h1 class="title">{quoted(document.title)}</h1>{translation(lang, document)}'
        f'<p class="byline">{" · ".join(_origin(lang, document))}</p>'
        f'<p class="lead">{escape(answer)}</p>'
    )


def _text(here: State, document: Document, reading: Reading) -> None:
    notes = [note(finding, load.library(), here.lang) for finding in reading.findings]
    whole = not settings.current().excerpts
    if not whole:
        st.html(f'<p class="quiet">{escape(text(here.lang, "reader.excerpts"))}</p>')
    data = {
        **reader_data(here.lang, document.slug, reading, notes, whole=whole),
        "claim": here.c,
        "verdict": here.verdict or "",
        "sentence": 0 if here.c else int(here.s or 0),
        "view": "raw" if here.view == "raw" else "clean",
    }
    draw_reader(data, f"reader_{document.slug}", _remember)


def _remember(chosen: Chosen) -> None:
    """Put what was picked in the reader into the address."""
    if chosen.selected:
        state.go(c=chosen.selected, s=None)
    if chosen.viewed:
        state.go(view=chosen.viewed if chosen.viewed == "raw" else State().view)


def _about(lang: Lang, document: Document) -> None:
    """The rights statement and what is known of this copy."""
    rights = document.rights_en if lang == "en" else document.rights_zh
    copy = document.note_en if lang == "en" else document.note_zh
    for key, words in (("rights", rights), ("note", copy)):
        if words:
            heading = escape(text(lang, f"page.texts.{key}"))
            st.html(f'<h2 class="part">{heading}</h2><p class="prose">{escape(words)}</p>')

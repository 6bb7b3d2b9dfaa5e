"""Versions of the data, licences and notices, and how accessible the pages are."""

from __future__ import annotations

import streamlit as st

from indicators import periods
from indicators.library import Library
from indicators.licences import Licence
from indicators.strings import Lang, text
from indicators.ui.markup import escape, link
from indicators.ui.state import State
from indicators.versions import Version

TESTED, KNOWN = 4, 4  # how many sentences the statement has


def draw(here: State, library: Library) -> None:
    """Draw all of it."""
    lang = here.lang
    versions = "".join(_version(one, lang) for one in library.versions)
    licences = "".join(_licence(one, library, lang) for one in library.terms.licences.values())
    facts = f"<li>{escape(library.terms.facts[lang])}</li>"
    st.html(
        f"<h2>{escape(text(lang, 'data.versions'))}</h2><ul>{versions}</ul>"
        f"<h2>{escape(text(lang, 'data.licences'))}</h2><ul>{licences}{facts}"
        f"<li>{escape(text(lang, 'data.licence_own'))}</li></ul>"
    )
    _accessibility(lang)


def _version(one: Version, lang: Lang) -> str:
    when = periods.text(one.date, lang)
    return (
        f"<li><strong>{escape(one.name)}</strong> ({escape(when)}): {escape(one.note[lang])}</li>"
        if lang == "en"
        else f"<li><strong>{escape(one.name)}</strong>（{escape(when)}）：{escape(one.note[lang])}</li>"
    )


def _licence(licence: Licence, library: Library, lang: Lang) -> str:
    used = [one for one in library.sources.values() if one.licence == licence.name]
    notices = " ".join(notice[lang] for notice in library.terms.notices(used))
    return f"<li>{escape(notices)} {link(licence.url, licence.title)}</li>"


def _accessibility(lang: Lang) -> None:
    tested = _items(lang, "tested", TESTED)
    known = _items(lang, "limits", KNOWN)
    st.html(
        f"<h2>{escape(text(lang, 'data.accessibility'))}</h2>"
        f"<p>{escape(text(lang, 'data.accessibility_lead'))}</p><ul>{tested}</ul>"
        f"<p>{escape(text(lang, 'data.accessibility_limits'))}</p><ul>{known}</ul>"
        f"<p>{escape(text(lang, 'data.accessibility_next'))}</p>"
    )


def _items(lang: Lang, kind: str, count: int) -> str:
    words = [text(lang, f"data.{kind}_{n}") for n in range(1, count + 1)]
    return "".join(f"<li>{escape(sentence)}</li>" for sentence in words)

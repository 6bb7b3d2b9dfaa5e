"""What a visitor takes away: the revised copy, the report, tables and references."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators import report, suggestions
from indicators.library import Library
from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.suggestions import Suggestion
from indicators.ui import load
from indicators.ui.check import desk, entry
from indicators.ui.check.desk import Desk
from indicators.ui.cite import visit_day
from indicators.ui.markup import escape

Maker = Callable[[], bytes]
MARK = "\ufeff"  # by which a spreadsheet knows UTF-8


def draw(lang: Lang, mine: Desk, read: Reading) -> None:
    """The revised copy of the text shown, then the files for all texts."""
    if mine.suggestions:
        _revised(lang)
    if any(one.findings for _, one in mine.readings):
        st.html(f'<h2 class="offered">{escape(text(lang, "check.take"))}</h2>')
        with st.container(horizontal=True, key="check_files"):
            _files(lang, mine.readings, read, mine.suggestions)
    st.button(text(lang, "check.clear"), key="check_clear", on_click=entry.forget)


@st.fragment
def _revised(lang: Lang) -> None:
    """All suggestions on the whole text: sent when it is opened."""
    mine = desk.current()
    label = text(lang, "check.revised", count=len(mine.suggestions))
    with st.expander(label, key="check_revised", on_change="rerun") as opened:
        if opened.open and mine.reading:
            copy = report.revised_html(mine.reading, mine.suggestions)
            st.html(f'<div class="revised" lang="zh-CN">{copy}</div>')


def _files(
    lang: Lang, texts: list[tuple[str, Reading]], read: Reading, found: tuple[Suggestion, ...]
) -> None:
    library = load.library()
    named = [(name or text(lang, "check.pasted"), one) for name, one in texts]
    readings, today = [one for _, one in named], visit_day()
    offers: list[tuple[str, str, str, Maker]] = [
        ("report", "check.html", "text/html", lambda: _bytes(report.page(named, library, lang))),
        ("csv", "check.csv", "text/csv", lambda: _bytes(MARK + _csv(named, library, lang))),
        ("json", "check.json", "application/json", lambda: _bytes(_json(named, library, lang))),
        ("gbt", "references.txt", "text/plain", lambda: _bytes(
            MARK + report.references(readings, library, "gbt7714", lang, today))),
        ("bibtex", "references.bib", "text/x-bibtex", lambda: _bytes(
            report.references(readings, library, "bibtex", lang, today))),
    ]  # fmt: skip
    if found:
        offers.insert(1, ("revised", "revised.md", "text/markdown", lambda: _bytes(
            suggestions.marked_text(read.clean.text, found))))  # fmt: skip
    for name, file, kind, make in offers:
        st.download_button(
            text(lang, f"check.file_{name}"),
            data=make,
            file_name=file,
            mime=kind,
            on_click="ignore",
            key=f"check_file_{name}",
        )


def _csv(named: list[tuple[str, Reading]], library: Library, lang: Lang) -> str:
    rows = (row for name, one in named for row in report.rows(name, one, library, lang))
    return report.csv_text(rows)


def _json(named: list[tuple[str, Reading]], library: Library, lang: Lang) -> str:
    rows = (row for name, one in named for row in report.rows(name, one, library, lang))
    return report.json_text(rows)


def _bytes(written: str) -> bytes:
    return written.encode("utf-8", "backslashreplace")

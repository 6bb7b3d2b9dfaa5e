"""引用格式: references in three styles to copy, as HTML, of a figure and its view or of a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from urllib.parse import urljoin
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from indicators import citations, settings
from indicators.citations import STYLES, Style
from indicators.series import Observation
from indicators.sources import Source
from indicators.strings import Lang, text
from indicators.texts import Document
from indicators.ui import copying, load
from indicators.ui.markup import escape

Writer = Callable[[Style], str]


def figure(
    lang: Lang,
    source: Source,
    observation: Observation | None,
    view: str,
    address: str,
) -> str:
    """References for a figure: the publication it stands in, and the view (titled ``view``).

    ``address`` is the view's own, as indicators.ui.state.href writes it.
    """
    today, here, project = visit_day(), absolute(address), settings.name(lang)
    released = load.library().released or None
    return _html(
        lang,
        {
            "publication": lambda style: citations.cite(source, observation, style, lang, today),
            "view": lambda style: citations.cite_view(
                view, project, style, lang, today, here, released
            ),
        },
    )


def dataset(lang: Lang, address: str) -> str:
    """The reference for the data as a whole, found at ``address``."""
    library, project = load.library(), settings.name(lang)
    title = text(lang, "cite.dataset", version=library.version or "—")
    today, here, released = visit_day(), absolute(address), library.released or None
    return _html(
        lang,
        {
            "data": lambda style: citations.cite_view(
                title, project, style, lang, today, here, released
            )
        },
    )


def document(lang: Lang, shown: Document, address: str) -> str:
    """The reference for a text of the library, read at ``address``."""
    today, here = visit_day(), absolute(address)
    return _html(
        lang,
        {"text": lambda style: citations.cite_document(shown, style, lang, today, here)},
    )


def absolute(address: str) -> str | None:
    """The full form of a relative address, as the visitor's browser sees it."""
    return urljoin(st.context.url, address) if st.context.url else None


def visit_day() -> date:
    """Today where the visitor is."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(UTC).date()
    return datetime.now(zone).date()


def _html(lang: Lang, references: Mapping[str, Writer]) -> str:
    texts = {
        text(lang, f"cite.{style}"): {
            text(lang, f"cite.{name}") if len(references) > 1 else "": write(style)
            for name, write in references.items()
        }
        for style in STYLES
    }
    heading = f'<h2 class="part">{escape(text(lang, "cite.title"))}</h2>'
    return heading + copying.styles_html(texts, lang)

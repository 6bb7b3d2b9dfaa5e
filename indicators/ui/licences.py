"""Whose figures these are and what their licence asks: a line for each publisher and licence."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.library import Library
from indicators.strings import Lang
from indicators.ui.markup import escape


def notices(sources: Iterable[str], library: Library, lang: Lang) -> str:
    """The notices that the figures of these publications need, as HTML, or nothing."""
    used = [library.sources[id] for id in dict.fromkeys(sources)]
    return "".join(
        f'<p class="quiet">{escape(notice[lang])}</p>' for notice in library.terms.notices(used)
    )

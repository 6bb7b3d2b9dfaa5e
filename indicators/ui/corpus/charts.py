"""The sections of the page and their charts: a click on a mark narrows the page to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.strings import Lang, text
from indicators.ui import plots, saving, state
from indicators.ui.corpus import shelf
from indicators.ui.markup import escape, folded

MOST = 32  # sections of a kind that are kept, for filters that visitors choose again


@dataclass(frozen=True, slots=True)
class Section:
    """A section as far as it is the same for all who ask for the same: ``shown`` is what its chart
    is drawn from, ``alt`` what that says in words, ``note`` stands between chart and table."""

    answer: str
    shown: Sequence[Any]
    alt: str
    table: str
    note: str = ""


def heading(lang: Lang, name: str, answer: str) -> str:
    """The heading of a section and the sentence that answers it, as HTML."""
    title = escape(text(lang, f"{name}.title"))
    return f'<h2 class="part">{title}</h2><p>{escape(answer)}</p>'


def plot(
    figure: Any, key: str, told: Section, lang: Lang, above: str, params: tuple[str, ...] = ()
) -> str:
    """Draw the section of this key: its heading and its figure, below some HTML. What is to follow
    is given back, as ``plots.show`` says: its note and its table, folded.

    The values that a mark carries become these parameters of the address.
    """
    follow = (lambda: _clicked(key, params)) if params else None
    plots.show(figure, key, told.alt, follow, above + heading(lang, key, told.answer))
    source = text(lang, "corpus.made_up_short") if shelf.is_made_up() else ""
    said = f'<p class="quiet">{escape(told.note)}</p>' if told.note else ""
    buttons = saving.buttons(key, text(lang, f"{key}.title"), lang, source)
    return buttons + said + folded(text(lang, "table.title"), told.table)


def _clicked(key: str, params: tuple[str, ...]) -> None:
    mark = plots.clicked(key)
    if mark:
        asked = {param: value or None for param, value in zip(params, mark, strict=True)}
        state.go(**asked, v=None, p="1")

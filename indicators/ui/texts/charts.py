"""Charts of the library: drawn with a table folded below, a click opens what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.figures.still import still
from indicators.strings import Lang, text
from indicators.theme import Palette, palette
from indicators.ui import evidence, load, plots, saving
from indicators.ui.components.document import mode
from indicators.ui.components.opening import open_next
from indicators.ui.markup import escape, folded
from indicators.ui.themes.shelf import short_names

TITLE = {"zh": 18, "en": 25}  # characters of a title over a band, also on a phone


@dataclass(frozen=True, slots=True)
class Section:
    """A chart of the library with its words: the same for all who read the same language.

    ``alt`` says what the chart shows to those who cannot see it; ``notes`` stand below it.
    """

    name: str
    answer: str
    shown: Sequence[object]  # what the chart is drawn from
    alt: str
    table: str
    notes: Sequence[str] = ()


def draw(
    section: Section,
    figure: Callable[[Any, Lang, Palette], Any],
    lang: Lang,
    address: Callable[[str, str], str],
    above: str,
) -> str:
    """Draw heading, chart and table; takes and gives back HTML as ``plots.show`` says.

    The marks of the chart carry two values as customdata, from which ``address`` makes the link
    that a click follows.
    """
    key = section.name
    heading = escape(text(lang, f"{key}.title"))
    above += f'<h2 class="part">{heading}</h2><p>{escape(section.answer)}</p>'
    drawn = still(figure, section.shown, lang, palette(mode()))
    plots.show(drawn, key, section.alt, lambda: _clicked(key, address), above)
    notes = "".join(f'<p class="quiet">{escape(note)}</p>' for note in section.notes)
    buttons = saving.buttons(key, text(lang, f"{key}.title"), lang)
    return buttons + notes + folded(text(lang, "table.title"), section.table)


def _clicked(key: str, address: Callable[[str, str], str]) -> None:
    mark = plots.clicked(key)
    if mark:
        open_next(address(*mark))


def name(slug: str, lang: Lang) -> str:
    """The title of a text, cut so that it fits over a band; where two are then the same, the name
    of its authors."""
    library = load.library()
    titles = {
        one: evidence.short_title(library, one, lang, TITLE[lang]) for one in library.documents
    }
    return who(slug, lang) if list(titles.values()).count(titles[slug]) > 1 else titles[slug]


def who(slug: str, lang: Lang) -> str:
    """Who wrote a text, for a narrow column."""
    return short_names(load.library().documents, lang)[slug]

"""The themes page: what the texts argue, and with which words."""

from __future__ import annotations

from indicators.strings import Lang, text
from indicators.ui import frame, load, state
from indicators.ui.components import arriving, opening
from indicators.ui.state import State
from indicators.ui.themes import matrix, structure, term, together, words
from indicators.ui.themes.shelf import Shelf, shelf

NAMED = 3  # themes that the answer names


def draw() -> None:
    """Draw the page."""
    here = state.current()
    kept = shelf()
    below = matrix.html(here) if kept.found else ""
    frame.title(here, "themes", answer(here.lang, kept), below)
    if not kept.found:
        return
    for section in (structure, together, term, words):
        section.draw(here, kept)
    opening.follow()
    arriving.bring(places(here))


def places(here: State) -> list[tuple[str, str]]:
    """What the address opens on this page, and where: a cell, a move, a word."""
    doc = here.doc or ""
    return [
        (".matrix a[aria-current]", f"{here.theme} {doc}" if here.theme else ""),
        (".structure a[aria-current]", f"{here.move} {doc}" if here.move and doc else ""),
        (".found", here.q or ""),
    ]


def answer(lang: Lang, kept: Shelf) -> str:
    """The sentence that answers: the themes that most sentences tell of."""
    themes = load.library().themes
    told = {id: sum(len(kept.found[id, slug]) for slug in kept.readings) for id in themes}
    first = [id for id in sorted(told, key=lambda id: -told[id]) if told[id]][:NAMED]
    if not first:
        return text(lang, "page.themes.lead_none")
    names = text(lang, "themes.and").join(themes[id].name[lang] for id in first)
    return text(lang, "page.themes.lead", texts=len(kept.readings), names=names)

"""The places and bodies that the texts name: the provinces as tiles, and everything as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from indicators.figures.still import Still, still
from indicators.figures.tiles import TileValue, tiles_figure
from indicators.library import Library
from indicators.mentions import Mention
from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui import load, plots, saving, state
from indicators.ui.components.document import mode
from indicators.ui.markup import escape, link
from indicators.ui.policies import choice
from indicators.ui.policies.sentences import by_text_html, item_html, places_html
from indicators.ui.policies.shelf import MOST, Shelf, shelf
from indicators.ui.state import State

KEY = "tiles_named"


def draw(here: State) -> None:
    """Draw the tiles beside the list of places, the sentences of one, and the bodies."""
    words = _words(here)
    st.html(words.above)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if load.library().provinces:
            figure, alt = _tiles(here, mode())
            plots.show(figure, KEY, alt, _selected)
            st.html(saving.buttons(KEY, text(here.lang, "named.title"), here.lang))
    with right:
        st.html(words.beside)
    st.html(words.below)


class Words(NamedTuple):
    """What stands above the tiles, beside and below them, as HTML."""

    above: str
    beside: str
    below: str


@state.kept(MOST)
def _words(here: State) -> Words:
    library, lang, kept = load.library(), here.lang, shelf()
    return Words(
        f'<h2 id="places">{escape(text(lang, "named.title"))}</h2>{_answer(lang, kept)}',
        list_html(here, library, kept),
        _opened(here, library, kept) + bodies_html(lang, library, kept),
    )


def provinces(library: Library, kept: Shelf) -> Mapping[str, tuple[Mention, ...]]:
    """The provinces that are named, the most often named first."""
    known = {province.code for province in library.provinces}
    found = {code: several for code, several in kept.places.items() if code in known}
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def abroad(library: Library, kept: Shelf) -> Mapping[str, tuple[Mention, ...]]:
    """The countries that are named."""
    return {
        code: found
        for code, found in kept.places.items()
        if code in library.places and not library.places[code].is_province
    }


def _answer(lang: Lang, kept: Shelf) -> str:
    library = load.library()
    found = provinces(library, kept)
    if not found:
        return f"<p>{escape(text(lang, 'named.none'))}</p>"
    first = text(lang, "policies.joint").join(
        library.places[code].name(lang) for code in list(found)[:3]
    )
    words = text(lang, "named.lead", count=len(found), first=first)
    return f"<p>{escape(words)}</p>"


@state.kept(MOST)
def _tiles(here: State, mode: Mode) -> tuple[Still, str]:
    """The figure, and what it shows in words."""
    library = load.library()
    found = provinces(library, shelf())
    counts = {province.code: len(found.get(province.code, ())) for province in library.provinces}
    values = {code: TileValue(count, str(count)) for code, count in counts.items()}
    figure = still(
        tiles_figure, library.provinces, library.places, values, here.lang, mode, here.geo
    )
    return figure, text(here.lang, "named.alt", count=len(found))


def _selected() -> None:
    """A click on a province opens its sentences; a second one closes them."""
    for code in plots.clicked(KEY)[:1]:
        state.go(geo=None if code == state.current().geo else code)


def list_html(here: State, library: Library, kept: Shelf) -> str:
    """Every place with the names it was called by; then the places abroad, apart."""
    lang = here.lang
    at_home = "".join(
        _place(here, library, kept, code, found) for code, found in provinces(library, kept).items()
    )
    others = "".join(
        _place(here, library, kept, code, found) for code, found in abroad(library, kept).items()
    )
    heading = f"<h3>{escape(text(lang, 'named.abroad'))}</h3>"
    none = f'<p class="quiet">{escape(text(lang, "named.none_abroad"))}</p>'
    return (
        (f"<h3>{escape(text(lang, 'named.home'))}</h3><ul>{at_home}</ul>" if at_home else "")
        + heading
        + (f"<ul>{others}</ul>" if others else none)
    )


def _place(here: State, library: Library, kept: Shelf, code: str, found: Sequence[Mention]) -> str:
    lang = here.lang
    address = choice.address(here, geo=None if here.geo == code else code)
    name = library.places[code].name(lang)
    called = [_called(library, name, lang) for name in kept.names.get(code, ())]
    cities = [word for word in called if word != name]
    label = text(lang, "named.place", place=name, count=len(found))
    listed = text(lang, "policies.joint").join(cities)
    rest = escape(text(lang, "named.cities", names=listed)) if cities else ""
    return f"<li>{link(address, label, current='true' * (here.geo == code))}{rest}</li>"


def _called(library: Library, name: str, lang: Lang) -> str:
    entry = library.gazetteer.names.get(name)
    return entry.called[lang] if entry else name


def _opened(here: State, library: Library, kept: Shelf) -> str:
    """The sentences of the place in the address."""
    lang, code = here.lang, here.geo
    if not code or code not in library.places:
        return ""
    name = library.places[code].name(lang)
    found = kept.places.get(code, ())
    heading = escape(text(lang, "named.sentences", place=name, count=len(found)))
    return (
        f'<section id="place" data-opened="{escape(code)}"><h3>{heading}</h3>'
        f"{by_text_html(lang, found)}</section>"
    )


def bodies_html(lang: Lang, library: Library, kept: Shelf) -> str:
    """Every body that is named, with the places of its sentences."""
    if not kept.bodies:
        return ""
    items = "".join(
        f"<li>{item_html(lang, escape(_called(library, name, lang)))}"
        f"{places_html(lang, found)}</li>"
        for name, found in sorted(kept.bodies.items(), key=lambda pair: -len(pair[1]))
    )
    return f"<h3>{escape(text(lang, 'named.bodies'))}</h3><ul>{items}</ul>"

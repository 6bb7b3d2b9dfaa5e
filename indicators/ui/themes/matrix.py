"""Themes by texts: a table of rates shaded by value, in which every cell opens its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.mentions import Mention
from indicators.strings import Lang, text
from indicators.texts import Document
from indicators.themes import Theme
from indicators.ui import evidence, load, state
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.themes.passages import passages_html
from indicators.ui.themes.shelf import MOST, Shelf, shelf, short_names

FAINTEST, STRONGEST = 4, 44  # percent of the accent colour; text keeps 4.5:1 on all of them


@state.kept(MOST)
def html(here: State) -> str:
    """The table with what it counts above it, and the texts' full titles below it."""
    how = escape(text(here.lang, "themes.how"))
    return f'<p class="quiet">{how}</p>{matrix_html(here, shelf())}{texts_html(here.lang)}'


def matrix_html(here: State, kept: Shelf) -> str:
    """The table; below the row of the theme that is open stand its sentences."""
    lang, library = here.lang, load.library()
    names = short_names(library.documents, lang)
    caption = escape(text(lang, "themes.caption"))
    head = "".join(
        f'<th scope="col"><a lang="zh-CN" href="{escape(state.href("texts", lang, doc=slug))}">'
        f"{escape(names[slug])}</a></th>"
        for slug in kept.readings
    )
    corner = escape(text(lang, "themes.theme"))
    rows = "".join(_row(here, kept, theme) for theme in library.themes.values())
    return (
        f'<div class="table matrix" tabindex="0" role="region" aria-label="{caption}"><table>'
        f'<caption>{caption}</caption><thead><tr><th scope="col">{corner}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(here: State, kept: Shelf, theme: Theme) -> str:
    cells = "".join(_cell(here, kept, theme, slug) for slug in kept.readings)
    opened = here.theme == theme.id
    address = _address(here, theme, None)
    mark = ' aria-current="true"' if opened and not here.doc else ""
    name = f'<a href="{escape(address)}"{mark}>{escape(theme.name[here.lang])}</a>'
    row = f'<tr><th scope="row">{name}</th>{cells}</tr>'
    return row + (_opened(here, kept, theme) if opened else "")


def _address(here: State, theme: Theme, slug: str | None) -> str:
    """Where a cell leads: to its sentences, or, when they are open, to the closed table."""
    opened = (here.theme, here.doc) == (theme.id, slug)
    target = {} if opened else {"theme": theme.id, "doc": slug}
    return state.href("themes", here.lang, q=here.q, against=here.against, **target)


def _cell(here: State, kept: Shelf, theme: Theme, slug: str) -> str:
    found, rate = kept.found[theme.id, slug], kept.rates[theme.id, slug]
    if not found:
        return '<td class="none">0</td>'
    shade = round(FAINTEST + (STRONGEST - FAINTEST) * rate / max(kept.rates.values()))
    mark = ' aria-current="true"' if (here.theme, here.doc) == (theme.id, slug) else ""
    label = text(here.lang, "themes.cell", rate=f"{rate:.1f}", count=len(found))
    return (
        f'<td style="--shade:{shade}%"><a href="{escape(_address(here, theme, slug))}"{mark} '
        f'title="{escape(label)}">{rate:.1f}</a></td>'
    )


def _opened(here: State, kept: Shelf, theme: Theme) -> str:
    """The row with the sentences of a theme, in one text or in all of them."""
    lang = here.lang
    slugs = [here.doc] if here.doc in kept.readings else list(kept.readings)
    parts = "".join(
        _of_text(lang, load.library().documents[slug], kept.found[theme.id, slug])
        for slug in slugs
        if slug and (kept.found[theme.id, slug] or len(slugs) == 1)
    )
    words = text(lang, "themes.words", words=text("zh", "themes.and").join(theme.words))
    return (
        f'<tr class="opened"><td colspan="{len(kept.readings) + 1}"><div>{parts}'
        f'<p class="quiet">{escape(words)}</p></div></td></tr>'
    )


def _of_text(lang: Lang, document: Document, found: Sequence[Mention]) -> str:
    title = evidence.full_title(load.library(), document.slug, lang)
    heading = escape(text(lang, "themes.of_text", title=title, count=len(found)))
    return f"<h3>{heading}</h3>{passages_html(lang, found)}"


def texts_html(lang: Lang) -> str:
    """What the short names stand for."""
    library = load.library()
    names = short_names(library.documents, lang)
    items = "".join(
        f'<li><span lang="zh-CN">{escape(names[slug])}</span> · '
        f"{escape(evidence.full_title(library, slug, lang))}</li>"
        for slug in library.documents
    )
    return f'<ul class="quiet key">{items}</ul>'

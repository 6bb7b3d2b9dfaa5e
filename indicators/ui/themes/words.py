"""The words of the texts: keywords of each one, and what two of them say differently."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import streamlit as st

from indicators import terms
from indicators.strings import Lang, text
from indicators.terms import KeyWord, Segmentation
from indicators.ui import evidence, load, state, warm
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.themes.shelf import MOST, Shelf, shelf, short_names

LISTED = 10  # words of each side of a comparison


def draw(here: State, kept: Shelf) -> None:
    """Draw keywords and comparison; the first visitor of a server sees that words are loading."""
    if _segmentation.cache_info().currsize:
        st.html(_lists(here))
    else:
        _load(here)
    if len(kept.readings) > 1:
        _comparison(here, kept)


def _load(here: State) -> None:
    """Say that words are loading, and put the keywords in its place."""
    place = st.empty()
    # Not st.spinner, which keeps silent for its first half second.
    said = escape(text(here.lang, "themes.loading"))
    place.html(f'{_heading(here.lang)}<p class="quiet" role="status">{said}</p>')
    segmentation()
    place.html(_lists(here))


def _heading(lang: Lang) -> str:
    return f"<h2>{escape(text(lang, 'themes.keywords'))}</h2>"


@state.kept(MOST)
def _lists(here: State) -> str:
    """The keywords of each text; where two can be compared, how that is done, too."""
    lang, cut, slugs = here.lang, segmentation(), list(shelf().readings)
    how = escape(text(lang, "themes.keywords_how"))
    lists = "".join(_keywords(here, cut, slug) for slug in slugs)
    words = f'{_heading(lang)}<p class="quiet">{how}</p><dl class="keywords">{lists}</dl>'
    if len(slugs) < 2:
        return words
    how = escape(text(lang, "themes.keyness_how", least=f"{terms.CRITICAL:.2f}"))
    return f'{words}<h2>{escape(text(lang, "themes.keyness"))}</h2><p class="quiet">{how}</p>'


def segmentation() -> Segmentation:
    """The library's texts as words, cut once per process."""
    return _segmentation(load.root())


@cache
def _segmentation(root: str) -> Segmentation:  # noqa: ARG001 - the cache's key
    texts = {slug: reading.clean.text for slug, reading in load.readings().items()}
    cut = terms.segment(texts, terms.own_terms(load.library()))
    warm.settle()  # jieba's dictionary is gone, its memory is not
    return cut


def _keywords(here: State, cut: Segmentation, slug: str) -> str:
    name = escape(short_names(load.library().documents, here.lang)[slug])
    words = " ".join(
        f"<span>{_word(here, one.word)}<small>{one.count}</small></span>"
        for one in terms.keywords(cut, slug)
    )
    return f'<div><dt lang="zh-CN">{name}</dt><dd>{words or "—"}</dd></div>'


def _word(here: State, word: str) -> str:
    """A word that shows, above, where the texts say it."""
    names = ("doc", "against", "theme", "move")
    kept = {name: getattr(here, name) for name in names}
    address = escape(state.href("themes", here.lang, q=word, **kept))
    return f'<a lang="zh-CN" href="{address}">{escape(word)}</a>'


def _comparison(here: State, kept: Shelf) -> None:
    first, second = compared(here, list(kept.readings))
    with st.container(key="controls", horizontal=True):
        _pick(here, "doc", first, list(kept.readings))
        _pick(here, "against", second, [slug for slug in kept.readings if slug != first])
    st.html(_sides(here))


@state.kept(MOST)
def _sides(here: State) -> str:
    first, second = compared(here, list(shelf().readings))
    found = terms.keyness(segmentation(), first, second)
    names = short_names(load.library().documents, here.lang)
    sides = [one for one in found if one.ratio > 0], [one for one in found if one.ratio < 0]
    tables = "".join(
        _table(here, words[:LISTED], names[slug], (names[first], names[second]))
        for words, slug in zip(sides, (first, second), strict=True)
    )
    return f'<div class="sides">{tables}</div>'


def compared(here: State, slugs: Sequence[str]) -> tuple[str, str]:
    """The two texts to compare: those of the address, else the first and the last."""
    first = here.doc if here.doc in slugs else slugs[0]
    others = [slug for slug in slugs if slug != first]
    return first or slugs[0], here.against if here.against in others else others[-1]


def _pick(here: State, param: str, value: str, slugs: Sequence[str]) -> None:
    library, names = load.library(), short_names(load.library().documents, here.lang)
    st.selectbox(
        text(here.lang, f"themes.pick_{param}"),
        slugs,
        format_func=lambda slug: (
            f"{names[slug]} · {evidence.short_title(library, slug, here.lang, 40)}"
        ),
        key=state.show(param, value, "themes"),
        on_change=state.follow,
        args=(param, "themes"),
    )


def _table(here: State, words: Sequence[KeyWord], name: str, names: tuple[str, str]) -> str:
    lang = here.lang
    title = escape(text(lang, "themes.more_in", name=name))
    if not words:
        return f"<div><h3>{title}</h3><p>{escape(text(lang, 'themes.no_difference'))}</p></div>"
    heads = (
        text(lang, "themes.word"), *names, text(lang, "themes.times"), text(lang, "themes.surety"),
    )  # fmt: skip
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    rows = "".join(f"<tr>{_row(here, word)}</tr>" for word in words)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{title}"><table>'
        f"<caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        "</div>"
    )


def _row(here: State, one: KeyWord) -> str:
    cells = (str(one.first), str(one.second), times(here.lang, one), f"{one.likelihood:.1f}")
    numbers = "".join(f'<td class="number">{escape(cell)}</td>' for cell in cells)
    return f'<th scope="row">{_word(here, one.word)}</th>{numbers}'


def times(lang: Lang, one: KeyWord) -> str:
    """How many times as frequent a word is on its side; a word the other lacks has no number."""
    if not min(one.first, one.second):
        return text(lang, "themes.only")
    return text(lang, "themes.factor", times=f"{2 ** abs(one.ratio):.1f}")

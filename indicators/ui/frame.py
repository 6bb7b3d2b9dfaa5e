"""What stands around every page: the header with navigation and language, notices, the footer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from indicators import settings
from indicators.strings import LANGS, Lang, text
from indicators.ui import load, problems, registry, state
from indicators.ui.components.document import describe_document
from indicators.ui.markup import escape, link
from indicators.ui.state import State


@contextmanager
def around(here: State, slug: str) -> Iterator[None]:
    """Draw the frame around a page; embedded in another site, the page stands alone."""
    describe_document(here.lang)
    if not st.context.is_embedded:
        _header(here, slug)
    problems.notices(here)
    yield
    if not st.context.is_embedded:
        st.html(_footer(here.lang))
    elif registry.page(slug).family is None:  # an indicator's chart names its own source
        st.html(whole(here, slug, text(here.lang, "frame.source")))


def whole(here: State, slug: str, source: str) -> str:
    """Below what stands in another site's frame: where it comes from, and a link that opens the
    whole view in a window of its own."""
    shown = {name: value for name, value in state.query(here).items() if name != "lang"}
    address = state.href(slug, here.lang, **shown).removeprefix("./")
    words = escape(text(here.lang, "frame.whole", name=settings.name(here.lang)))
    way = f'<a href="{escape(address or "?")}" target="_blank" rel="noopener">{words}</a>'
    return f'<p class="quiet">{escape(f"{source} · " if source else "")}{way}</p>'


def title(here: State, slug: str, answer: str = "", below: str = "") -> None:
    """The page's H1 and the one sentence that answers; ``answer`` is plain text, ``below`` the HTML
    that comes next.

    Streamlit has the script of its own headings from the start: the first word is not kept waiting
    for that of the charts.
    """
    st.title(text(here.lang, f"page.{slug}.title"), anchor=False)
    if answer:
        st.html(f'<p class="lead">{escape(answer)}</p>{below}')


def _header(here: State, slug: str) -> None:
    """The name, the groups, the language; below them the pages of the group. All are links."""
    top, below = _navigation(slug, here.lang)
    st.html(
        f'<div class="head"><div class="masthead">{top}{_language(here, slug)}</div>{below}</div>'
    )


@load.kept(len(LANGS) * len(registry.PAGES))
def _navigation(slug: str, lang: Lang) -> tuple[str, str]:
    group = registry.page(slug).group
    brand = link(state.href(registry.PAGES[0].slug, lang), settings.name(lang), "brand")
    groups = "".join(_group(name, lang, name == group) for name in registry.groups())
    pages = "".join(_page(page.slug, lang, page.slug == slug) for page in registry.in_group(group))
    first = f'<nav aria-label="{escape(text(lang, "frame.groups"))}">{groups}</nav>'
    second = f'<nav aria-label="{escape(text(lang, "frame.pages"))}" class="pages">{pages}</nav>'
    alone = len(registry.in_group(group)) < 2
    return brand + first, "" if alone else second


def _group(name: registry.Group, lang: Lang, active: bool) -> str:
    first = registry.in_group(name)[0].slug
    return link(state.href(first, lang), text(lang, f"nav.{name}"), current="true" * active)


def _page(slug: str, lang: Lang, active: bool) -> str:
    return link(state.href(slug, lang), text(lang, f"page.{slug}.nav"), current="page" * active)


def _language(here: State, slug: str) -> str:
    """One link to the same view in the other language, named in that language, where it is on
    offer."""
    if len(settings.current().languages) < 2:
        return ""
    other: Lang = "en" if here.lang == "zh" else "zh"
    same = {name: value for name, value in state.query(here).items() if name != "lang"}
    address = escape(state.href(slug, other, **same))
    tag, words = text(other, "app.tag"), escape(text(here.lang, "frame.other_language"))
    return f'<a class="language" lang="{tag}" hreflang="{tag}" href="{address}">{words}</a>'


@load.kept(len(LANGS))
def _footer(lang: Lang) -> str:
    """Where the figures come from, which version of them, and the way to all about both."""
    version = text(lang, "frame.version", version=load.library().version or "—")
    links = " · ".join(
        link(state.href("data", lang, part=part), text(lang, f"frame.{name}"))
        for part, name in (("sources", "method"), ("use", "download"), ("about", "accessibility"))
    )
    return (
        f'<footer class="foot"><p>{escape(text(lang, "frame.source"))}</p>'
        f"<p>{escape(version)} · {links}</p>"
        f"<p>{escape(text(lang, 'frame.licence'))}</p></footer>"
    )

"""The pages there are, in their groups. HOW TO ADD: one file in pages/, one line in PAGES here,
its sentences in both string files under [page.<slug>] (at least `title` and `nav`)."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from indicators import settings
from indicators.strings import Lang, text

Group = Literal["overview", "indicators", "texts", "tools"]
GROUPS: tuple[Group, ...] = ("overview", "indicators", "texts", "tools")
FOLDER = Path(__file__).resolve().parent.parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class Page:
    """One page. An indicator page draws the indicators of ``family``, after those in ``also``;
    with ``areas``, only these areas of them."""

    slug: str
    group: Group
    family: str | None = None
    also: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page's script, absolute: relative paths are resolved beside the main script."""
        return str(FOLDER / f"{self.slug}.py")


RATES, TOWN_AND_COUNTRY = ("internet_penetration",), ("urban", "rural")
PAGES: tuple[Page, ...] = (
    Page("overview", "overview"),
    Page("internet", "indicators", "internet"),
    Page("urban_rural", "indicators", "urban_rural", RATES, TOWN_AND_COUNTRY),
    Page("gov_sites", "indicators", "gov_sites"),
    Page("new_media", "indicators", "new_media"),
    Page("services", "indicators", "services"),
    Page("world", "indicators", "world"),
    Page("texts", "texts"),
    Page("themes", "texts"),
    Page("search", "texts"),
    Page("policies", "texts"),
    Page("corpus", "texts"),
    Page("check", "tools"),
    Page("data", "tools"),
)


def page(slug: str) -> Page:
    """The page called ``slug``; raises KeyError where there is none."""
    return {page.slug: page for page in PAGES}[slug]


def groups() -> tuple[Group, ...]:
    """The groups that have a page, in their order."""
    present = {page.group for page in PAGES}
    return tuple(group for group in GROUPS if group in present)


def in_group(group: Group) -> tuple[Page, ...]:
    """The pages of a group, in their order."""
    return tuple(page for page in PAGES if page.group == group)


def of_family(family: str) -> Page | None:
    """The page that draws the indicators of ``family``."""
    return next((page for page in PAGES if page.family == family), None)


def pages(lang: Lang) -> list[StreamlitPage]:
    """The pages as st.navigation wants them, titled in ``lang``; the first one is the start."""
    return [copy(page) for page in _made(lang)]


@cache
def _made(lang: Lang) -> list[StreamlitPage]:
    """Made once, as each looks for its file; st.navigation marks its pages, so it gets copies."""
    app = settings.name(lang)
    return [
        st.Page(
            page.path,
            title=f"{text(lang, f'page.{page.slug}.title')} · {app}",
            url_path=page.slug,
            default=page is PAGES[0],
        )
        for page in PAGES
    ]


def slug(shown: StreamlitPage) -> str:
    """Which of our pages Streamlit is about to run."""
    return shown.url_path or PAGES[0].slug

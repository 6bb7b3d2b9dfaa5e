"""The page of a corpus in a browser: a click narrows it, pages are turned, the address tells all."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from indicators.strings import text
from tests.browser.visitors import Visitors, settle


def test_a_click_on_a_year_opens_its_sentences(visitors: Visitors) -> None:
    """The address names indicator, year and list; the next page and the way back are addresses."""
    page = visitors.open("/corpus")
    cell = page.locator(".st-key-corpus_years .barlayer .point path").first
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box
    # Plotly's own layer lies above the bars.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(r"/corpus\?id=internet_users&t=\d{4}&p=1$"))
    settle(page)
    expect(page.locator('[data-opened^="internet_users-"]')).to_be_in_viewport()
    page.get_by_role("link", name=text("zh", "corpus.unfiltered")).click()
    expect(page).to_have_url(re.compile(r"/corpus$"))
    settle(page)
    page.get_by_role("button", name=text("zh", "corpus_passages.on")).click()
    expect(page).to_have_url(re.compile(r"/corpus\?p=2$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/corpus$"))

"""The themes page in a browser: from a number to its sentences, from a sentence to its place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from indicators.strings import Lang, text
from tests.browser.visitors import DESK, PHONE, Visitors, settle

SLUG = "004_ad9639a4dd8bbdab"


@pytest.mark.parametrize(("lang", "size"), [("zh", PHONE), ("en", DESK)])
def test_from_a_cell_to_its_sentences_to_their_place_and_back(
    visitors: Visitors, lang: Lang, size: tuple[int, int]
) -> None:
    """A cell opens below its row, each sentence opens the reader there, every step goes back."""
    page = visitors.open(f"/themes?lang={lang}", size=size)
    page.locator(f'.matrix td a[href*="doc={SLUG}"][href*="theme=power_list"]').click()
    place = page.locator(".opened .place").first
    expect(place).to_be_visible()
    assert "theme=power_list" in page.url
    expect(page.locator(".matrix a[aria-current]")).to_be_focused()
    number = re.search(r"\d+", place.inner_text())
    opened = settle(page).url
    place.click()
    here = page.locator(".clean .here")
    expect(here).to_be_in_viewport()
    assert number
    expect(here).to_have_attribute("data-s", number[0])
    assert ("lang=en" in page.url) == (lang == "en")
    page.go_back()
    expect(page.locator(".matrix a[aria-current]")).to_be_focused()
    expect(page.locator(".matrix a[aria-current]")).to_be_in_viewport()
    assert page.url == opened
    settle(page)
    page.go_back()
    expect(page.locator(".opened")).to_have_count(0)


def test_a_tick_opens_its_sentence_and_one_step_goes_back(visitors: Visitors) -> None:
    """A click on a strip leads to the reader as a link does."""
    page = visitors.open("/themes?q=权力清单")
    strip = page.locator(".js-plotly-plot").last
    tick = strip.locator(".scatterlayer .point").last
    tick.scroll_into_view_if_needed()
    box = tick.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    expect(strip.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(x, y)
    expect(page.locator(".clean .here")).to_contain_text("权力清单")
    settle(page).go_back()
    expect(page.locator(".matrix")).to_be_visible()


def test_a_word_is_typed_and_words_lead_to_where_they_are_used(visitors: Visitors) -> None:
    """What is typed goes into the address; a keyword does the same by a link."""
    page = visitors.open("/themes?lang=en")
    box = page.get_by_label(text("en", "themes.term"))
    box.fill("信息孤島")
    box.press("Enter")
    expect(page).to_have_url(re.compile("q=%E4%BF%A1"))
    told = page.locator("p.found")
    expect(told).to_contain_text("“信息孤岛”")
    expect(box).to_be_focused()
    word = settle(page).locator(".keywords a").first
    named = word.inner_text()
    word.click()
    expect(told).to_contain_text(f"“{named}”")
    expect(told).to_be_in_viewport()

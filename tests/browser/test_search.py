"""Searching in a real browser: type, press Enter, open the sentence, go back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from indicators.strings import Lang, text
from tests.browser.visitors import PHONE, Visitors, settle


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sentence_is_found_with_enter_and_opened_with_one_click(
    visitors: Visitors, lang: Lang
) -> None:
    """On a phone: the address keeps the query, the reader opens at the sentence, back returns."""
    page = visitors.open("/search?lang=en" if lang == "en" else "/search", size=PHONE)
    box = page.get_by_label(text(lang, "search.label"))
    box.fill("數字鴻溝 城市普及率")
    box.press("Enter")
    found = page.locator(".hits .origin a")
    expect(found).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/search\?.*\bq="))
    expect(page.locator(".hits mark")).to_have_text(["城市普及率", "数字鸿沟"])
    found.click()
    expect(page.locator(".clean .here")).to_have_attribute("data-s", "14")
    expect(page.locator(".clean .here")).to_be_in_viewport()
    page.go_back()
    expect(found).to_have_count(1)
    expect(settle(page).get_by_label(text(lang, "search.label"))).to_have_value(
        "數字鴻溝 城市普及率"
    )


def test_a_filter_narrows_the_sentences_and_stays_in_the_address(visitors: Visitors) -> None:
    """Choosing a year leaves its sentences; a query to click starts anew without it."""
    page = visitors.open("/search?q=网民")
    expect(page.locator(".hits > li")).to_have_count(5)
    page.get_by_label(text("zh", "search.filter_t")).click()
    page.get_by_role("option", name=text("zh", "search.year", year="2015")).click()
    expect(page.locator(".hits > li")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\bt=2015\b"))
    page.get_by_role("link", name=text("zh", "search.unfiltered")).click()
    expect(page.locator(".hits > li")).to_have_count(5)

"""Every page of the registry, for every visitor: on a phone, in the dark, with a screen reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import PAGES
from tests.browser.visitors import PHONE, Visitors

SLUGS = [page.slug for page in PAGES]
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
WCAG = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
LOOKS = [("light", "zh"), ("dark", "en")]
# Texts that reach past the right edge, unless they lie in a box that scrolls by itself.
CUT_OFF = """() => {
  const scrolls = (at) => at && (
    (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.matches('[tabindex="0"]'))
    || scrolls(at.parentElement));
  return [...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter((at) => [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((at) => at.checkVisibility() && at.getBoundingClientRect().width > 1)
    .filter((at) => at.getBoundingClientRect().right > innerWidth + 1 && !scrolls(at))
    .map((at) => at.textContent.trim().slice(0, 40));
}"""
WIDER = """() => [document.documentElement, ...document.querySelectorAll('[data-testid="stMain"]')]
  .map((box) => box.scrollWidth - box.clientWidth)
  .reduce((widest, excess) => Math.max(widest, excess))"""


def charts_stand(page: Page) -> Page:
    """Wait until every chart of the page is drawn."""
    for chart in page.get_by_test_id("stPlotlyChart").all():
        chart.locator(".main-svg").first.wait_for()
    return page


def described(violations: list[dict[str, Any]]) -> str:
    """What axe found, with the elements it means."""
    return "\n".join(
        f"{violation['id']}: {violation['help']}\n    {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
    )


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(("scheme", "lang"), LOOKS)
def test_a_page_is_accessible(visitors: Visitors, slug: str, scheme: str, lang: Lang) -> None:
    """axe finds no WCAG A or AA violation, and every text in a chart reaches 4.5:1."""
    page = charts_stand(visitors.open(f"/{slug}?lang={lang}", scheme))
    violations = Axe().run(page, options=WCAG).response["violations"]
    assert not violations, described(violations)
    faint = [found for found in page.evaluate(CONTRAST) if found["ratio"] < 4.5]
    assert not faint, faint


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_fits_a_phone(visitors: Visitors, slug: str, lang: Lang) -> None:
    """At 360 pixels nothing scrolls sideways and no text is cut off."""
    page = charts_stand(visitors.open(f"/{slug}?lang={lang}", size=PHONE))
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_what_it_is(visitors: Visitors, slug: str) -> None:
    """One heading, a title of its own, and the footer with source, data version and licence."""
    page = visitors.open(f"/{slug}")
    title = text("zh", f"page.{slug}.title")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page).to_have_title(f"{title} · {text('zh', 'app.name')}")
    foot = page.locator("footer")
    for key in ("source", "licence"):
        expect(foot).to_contain_text(text("zh", f"frame.{key}"))

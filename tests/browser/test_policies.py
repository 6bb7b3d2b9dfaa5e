"""The policy timeline worked by a visitor: dots, tiles, filters, and the way to the sentences."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from indicators.strings import LANGS, Lang, text
from tests.browser.visitors import PHONE, Visitors, settle

# The middle of the mark that bears an id, in pixels of the window; null while it is not drawn.
PLACE = """(id) => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const box = chart.getBoundingClientRect()
    for (const trace of chart._fullData ?? []) {
      const at = (trace.customdata ?? []).findIndex((data) => data?.[0] === id)
      if (at < 0) continue
      const axis = (name) => chart._fullLayout[name[0] + "axis" + name.slice(1)]
      const [x, y] = [axis(trace.xaxis), axis(trace.yaxis)]
      const up = trace.type === "bar" ? trace.base[at] + trace.y[at] / 2 : trace.y[at]
      return [box.left + x._offset + x.d2p(trace.x[at]), box.top + y._offset + y.d2p(up)]
    }
  }
  return null
}"""


def press(page: Page, id: str, chart: int) -> None:
    """Click the mark of a chart that bears an id, wherever it is on the page."""
    page.locator(".js-plotly-plot").nth(chart).scroll_into_view_if_needed()
    page.wait_for_function(f"(id) => ({PLACE})(id) !== null", arg=id)
    x, y = page.evaluate(PLACE, id)
    if not 0 < y < page.evaluate("innerHeight"):
        page.mouse.move(x, 300)
        page.mouse.wheel(0, y - 300)
        page.wait_for_function(f"([id, y]) => Math.abs(({PLACE})(id)[1] - y) > 1", arg=[id, y])
    settle(page)
    page.mouse.click(*page.evaluate(PLACE, id))


@pytest.mark.parametrize("lang", LANGS)
def test_a_dot_opens_its_document_and_a_sentence_its_place(visitors: Visitors, lang: Lang) -> None:
    """On a phone: from the dot to the sentence, into the reader, and back to the same view."""
    page = visitors.open(f"/policies?lang={lang}&topic=plan", size=PHONE)
    press(page, "internet_plus_2015", 0)
    expect(page).to_have_url(re.compile(r"[?&]policy=internet_plus_2015\b"))
    document = page.locator("#policy")
    expect(document).to_contain_text("国发〔2015〕40号")
    document.get_by_role("link", name=text(lang, "themes.place", number=7)).click()
    expect(page).to_have_url(re.compile(r"/texts\?.*\bs=7\b"))
    settle(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/policies\?.*\bpolicy=internet_plus_2015\b"))
    expect(page.locator("#policy")).to_contain_text("国发〔2015〕40号")


def test_a_tile_opens_its_sentences_and_closes_them_again(visitors: Visitors) -> None:
    """The address names the province, a reload restores it, a second click lets it go."""
    page = visitors.open("/policies")
    press(page, "CN-ZJ", 1)
    heading = text("zh", "named.sentences", place="浙江", count=3)
    expect(page.locator("#place")).to_contain_text(heading)
    expect(page).to_have_url(re.compile(r"[?&]geo=CN-ZJ\b"))
    page.reload()
    settle(page)
    expect(page.locator("#place")).to_contain_text(heading)
    press(page, "CN-ZJ", 1)
    expect(page.locator("#place")).to_have_count(0)


def test_a_filter_is_one_step_of_the_back_button(visitors: Visitors) -> None:
    """Chosen by keyboard, kept in the address, undone by going back."""
    page = visitors.open("/policies")
    rows = page.locator(".policies tbody tr")
    expect(rows).to_have_count(55)
    chosen = page.get_by_role("combobox", name=re.compile(text("zh", "policies.kind")))
    chosen.click()
    chosen.fill(text("zh", "policy.kind.law"))
    chosen.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]kind=law\b"))
    expect(rows).to_have_count(3)
    page.go_back()
    expect(rows).to_have_count(55)


def test_a_title_in_the_table_brings_its_document_into_sight(visitors: Visitors) -> None:
    """Far above the row that was clicked: the page and the keyboard move there."""
    page = visitors.open("/policies", size=PHONE)
    page.get_by_role("link", name="政务数据共享条例").click()
    expect(page.locator("#policy h2")).to_be_in_viewport()
    expect(page.locator("#policy")).to_be_focused()

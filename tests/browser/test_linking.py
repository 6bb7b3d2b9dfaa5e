"""The join of figure and sentence, worked by a visitor: markers, sentences, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import dist

from playwright.sync_api import Locator, Page, expect

from indicators.strings import text
from tests.browser.visitors import Visitors, settle

VIEW = "/internet?id=internet_penetration"
# Every quote marker of the page's charts: its claim and its middle, in pixels of the window.
MARKERS = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((chart) => {
  const { xaxis, yaxis } = chart._fullLayout;
  const box = chart.getBoundingClientRect();
  return chart.calcdata.filter(([first]) => first.trace.name.startsWith("quotes:"))
    .flatMap((points) => points.map((point) => ({
      claim: point.data?.[0] ?? points[0].trace.customdata[point.i][0],
      x: box.left + xaxis._offset + xaxis.c2p(point.x),
      y: box.top + yaxis._offset + yaxis.c2p(point.y),
    })));
})"""
# Whether the ring of the selected quote stands at a marker.
RINGED = """([x, y]) => [...document.querySelectorAll(".js-plotly-plot")].some((chart) => {
  const { xaxis, yaxis } = chart._fullLayout;
  const box = chart.getBoundingClientRect();
  return chart.calcdata.filter(([first]) => first.trace.name === "selected").some(([ring]) =>
    Math.abs(box.left + xaxis._offset + xaxis.c2p(ring.x) - x) < 2 &&
    Math.abs(box.top + yaxis._offset + yaxis.c2p(ring.y) - y) < 2);
})"""


@dataclass(frozen=True)
class Marker:
    """A quote marker on the screen."""

    claim: str
    x: float
    y: float


def drawn(page: Page) -> Page:
    """Wait until the chart stands."""
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.wait_for_function(f"({MARKERS})().length > 0")
    return page


def lone_marker(page: Page) -> Marker:
    """A marker that no other one covers."""
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    markers = [Marker(**found) for found in page.evaluate(MARKERS)]
    lone = [
        one
        for one in markers
        if all(one is other or dist((one.x, one.y), (other.x, other.y)) > 20 for other in markers)
    ]
    assert lone, markers
    return lone[0]


def sentence(page: Page, claim: str) -> Locator:
    """The button that is the sentence of a claim."""
    return page.locator(f'button[data-claim="{claim}"]')


def is_selected(page: Page, claim: str) -> None:
    """The sentence is marked and the address names the claim."""
    expect(sentence(page, claim)).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(rf"[?&]c={claim}\b"))


def test_a_click_on_a_marker_selects_its_sentence_and_a_reload_restores_it(
    visitors: Visitors,
) -> None:
    """From the chart to the sentence, and the address brings it back."""
    page = drawn(visitors.open(VIEW))
    marker = lone_marker(page)
    page.mouse.click(marker.x, marker.y)
    is_selected(page, marker.claim)
    page.reload()
    is_selected(drawn(settle(page)), marker.claim)


def test_a_click_on_a_sentence_rings_its_marker(visitors: Visitors) -> None:
    """From the sentence to the chart; a second click lets go."""
    page = drawn(visitors.open(VIEW))
    claim = lone_marker(page).claim
    sentence(page, claim).click()
    is_selected(page, claim)
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    marker = next(found for found in page.evaluate(MARKERS) if found["claim"] == claim)
    page.wait_for_function(RINGED, arg=[marker["x"], marker["y"]])
    sentence(page, claim).click()
    expect(sentence(page, claim)).to_have_attribute("aria-pressed", "false")
    expect(page).not_to_have_url(re.compile(r"[?&]c="))


def test_a_sentence_is_chosen_with_the_keyboard(visitors: Visitors) -> None:
    """The list of sentences is the keyboard's way to a figure."""
    page = drawn(visitors.open(VIEW))
    claim = lone_marker(page).claim
    sentence(page, claim).focus()
    page.keyboard.press("Enter")
    is_selected(page, claim)


def test_the_language_is_kept_across_pages(visitors: Visitors) -> None:
    """The switch keeps the view; every link after it keeps the language."""
    page = drawn(visitors.open(VIEW))
    claim = lone_marker(page).claim
    sentence(page, claim).click()
    is_selected(page, claim)
    page.get_by_role("link", name=text("zh", "frame.other_language")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text("en", "page.internet.title"))
    expect(page.locator("html")).to_have_attribute("lang", text("en", "app.tag"))
    is_selected(page, claim)
    page.get_by_role("link", name=text("en", "page.urban_rural.nav"), exact=True).first.click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(text("en", "page.urban_rural.title"))
    expect(page).to_have_url(re.compile(r"/urban_rural\?.*lang=en"))


def test_the_back_button_goes_back(visitors: Visitors) -> None:
    """Back from a page to the page before, and from a selection to none."""
    page = drawn(visitors.open(VIEW))
    claim = lone_marker(page).claim
    sentence(page, claim).click()
    is_selected(page, claim)
    page.get_by_role("link", name=text("zh", "page.new_media.nav"), exact=True).first.click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(text("zh", "page.new_media.title"))
    page.go_back()
    expect(heading).to_have_text(text("zh", "page.internet.title"))
    is_selected(page, claim)
    page.go_back()
    expect(sentence(page, claim)).to_have_attribute("aria-pressed", "false")


def test_a_sentence_opens_in_its_text_and_leads_back(visitors: Visitors) -> None:
    """From the indicator to the place in the text, and from there to the indicator."""
    page = drawn(visitors.open(VIEW))
    claim = lone_marker(page).claim
    page.get_by_role("listitem").filter(has=sentence(page, claim)).get_by_role("link").click()
    expect(page).to_have_url(re.compile(rf"/texts\?.*\bc={claim}\b"))
    mark = page.locator(f'.clean a[href*="c={claim}"]')
    expect(mark).to_be_in_viewport()
    mark.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text("zh", "page.internet.title"))
    is_selected(page, claim)


UNKNOWN = "/internet?id=atlantis_users&area=moon&c=00000000&doc=lost&lang=fr"


def test_a_link_that_names_the_unknown_is_answered_in_words(visitors: Visitors) -> None:
    """Each unknown name is said, and the page stands."""
    page = visitors.open(UNKNOWN)
    for value in ("atlantis_users", "moon", "00000000", "lost", "fr"):
        expect(page.get_by_role("status").filter(has_text=value)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(text("zh", "page.internet.title"))


def test_an_unknown_part_of_a_link_leaves_the_rest(visitors: Visitors) -> None:
    """The known parts of a link are restored beside the unknown one."""
    page = visitors.open("/internet?id=internet_users&c=00000000&lang=en")
    expect(page.get_by_role("status").filter(has_text="00000000")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(text("en", "page.internet.title"))
    expect(page).to_have_url(re.compile(r"id=internet_users"))


def test_markup_in_a_link_stays_text(visitors: Visitors) -> None:
    """What an address carries is shown, never run."""
    page = visitors.open("/internet?id=%3Cimg src=x onerror=alert(1)%3E")
    expect(page.get_by_role("status").first).to_contain_text("<img src=x")
    assert page.locator("img[src=x]").count() == 0

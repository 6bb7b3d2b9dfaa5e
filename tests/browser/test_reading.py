"""The way of a reader: from the overview to the sentence in its text, to its figure, and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from indicators.strings import text
from tests.browser.visitors import DESK, PHONE, Visitors, settle

SPAMMED = "/texts?doc=004_ad9639a4dd8bbdab"
SELECTED = ".clean .quote.selected"

# The signs behind a quote that stand on a line after it.
BELOW = """reader => {
  const words = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT)
  const sign = document.createRange()
  return [...reader.querySelectorAll(".quote")].flatMap((quote) => {
    words.currentNode = quote.lastElementChild.lastChild
    const next = words.nextNode()
    if (!next || !/^[，。、；：！？）》”,.;:!?)]/.test(next.data)) return []
    sign.setStart(next, 0)
    sign.setEnd(next, 1)
    const fell = sign.getBoundingClientRect().top >= quote.getBoundingClientRect().bottom
    return fell ? [next.data[0]] : [""]
  })
}"""


def centred(page: Page) -> bool:
    """Whether the selected figure has been scrolled into the window."""
    box = page.locator(SELECTED).bounding_box()
    size = page.viewport_size
    return bool(box and size and 0 < box["y"] < size["height"] - box["height"])


def arrived(page: Page) -> Page:
    """Wait until an indicator page stands in place of the reader."""
    expect(page.locator(".reader")).to_have_count(0)
    return settle(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_way_from_overview_to_figure_and_back_is_one_step_each(
    visitors: Visitors, lang: str
) -> None:
    """Every link keeps the language, every step back undoes one step, a reload changes nothing."""
    page = visitors.open("/?lang=en" if lang == "en" else "/")
    page.get_by_role("link", name=text(lang, "reader.locate")).first.click()
    expect(page.locator(SELECTED)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/texts\?.*\bc=[0-9a-f]{8}\b"))
    assert centred(page)
    reader = page.url
    page.locator(SELECTED).click()
    expect(page).to_have_url(re.compile(r"\bid=[a-z_]+&c=[0-9a-f]{8}\b"))
    assert ("lang=en" in page.url) == (lang == "en")
    arrived(page)
    page.go_back()
    expect(page.locator(SELECTED)).to_be_visible()
    assert page.url == reader
    settle(page).reload()
    expect(page.locator(SELECTED)).to_be_visible()
    assert page.url == reader
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(text(lang, "page.overview.title"))


def test_picking_a_quote_marks_it_in_the_text_and_in_the_address(visitors: Visitors) -> None:
    """The list beside the text and the text itself show the same quote; back undoes the choice."""
    page = visitors.open(SPAMMED)
    items = page.locator(".quotes button.find")
    items.nth(1).click()
    expect(page.locator(SELECTED)).to_have_count(1)
    expect(items.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"\bc=[0-9a-f]{8}\b"))
    settle(page).go_back()
    expect(page.locator(SELECTED)).to_have_count(0)
    assert not re.search(r"\bc=", page.url)


def test_a_visitor_who_follows_a_figure_comes_back_to_it(visitors: Visitors) -> None:
    """Back leads to the place in the text that was left, not to its beginning."""
    page = visitors.open(SPAMMED)
    page.locator(".clean a.quote").last.click()
    expect(page).to_have_url(re.compile(r"\bid=[a-z_]+&c="))
    arrived(page)
    page.go_back()
    expect(page.locator(SELECTED)).to_be_in_viewport()


def test_on_a_phone_a_switch_shows_the_text_as_received(visitors: Visitors) -> None:
    """One column at a time; the choice is in the address and survives a reload."""
    page = visitors.open(SPAMMED, size=PHONE)
    expect(page.locator("section.raw")).to_be_hidden()
    page.get_by_role("button", name=text("zh", "reader.raw")).click()
    expect(page.locator("section.raw")).to_be_visible()
    expect(page.locator("section.clean")).to_be_hidden()
    expect(page).to_have_url(re.compile("view=raw"))
    settle(page).reload()
    expect(page.locator("section.raw")).to_be_visible()


def test_no_line_begins_with_the_sign_behind_a_figure(visitors: Visitors) -> None:
    """Whatever the width, a comma keeps to its figure, though an icon stands between them."""
    page = visitors.open("/check", size=PHONE)
    page.get_by_role("button", name=text("zh", "check.sample_errors"), exact=True).click()
    reader = page.locator(".clean")
    expect(reader).to_be_visible()
    for width in range(360, 420, 4):
        page.set_viewport_size({"width": width, "height": PHONE[1]})
        signs = reader.evaluate(BELOW)
        assert signs
        assert not any(signs)


def test_advertising_is_counted_and_shown_nowhere(visitors: Visitors) -> None:
    """The page says how many lines it left out; not one of their words is in it."""
    page = visitors.open(f"{SPAMMED}&view=raw")
    expect(page.locator(".raw .hidden").first).to_have_text(text("zh", "reader.hidden", count=1))
    for summary in page.locator(".repairs details > summary").all():
        summary.click()
    words = page.locator(".reader").inner_text() + page.locator(".reader").inner_html()
    assert "蜘蛛" not in words
    assert "高清" not in words


def test_a_link_that_names_a_claim_alone_opens_its_text(visitors: Visitors) -> None:
    """The claim knows where it stands."""
    page = visitors.open(SPAMMED)
    claim = page.locator(".quotes button.find").first.get_attribute("data-find")
    lone = visitors.open(f"/texts?c={claim}")
    expect(lone.locator(SELECTED)).to_be_visible()


def test_an_unknown_text_is_named_and_the_library_is_shown(visitors: Visitors) -> None:
    """A mistyped link is not a dead end."""
    page = visitors.open("/texts?doc=lost")
    expect(page.get_by_role("status").first).to_have_text(
        text("zh", "problem.unknown_doc", value="lost")
    )
    expect(page.get_by_role("listitem").first).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_link_to_a_sentence_opens_the_text_there(
    visitors: Visitors, size: tuple[int, int]
) -> None:
    """The sentence is in the window, marked, and has the focus; a figure picked then replaces it."""
    page = visitors.open(f"{SPAMMED}&s=90", size=size)
    here = page.locator(".clean .here")
    expect(here).to_have_attribute("data-s", "90")
    expect(here).to_be_in_viewport()
    expect(here).to_be_focused()
    page.locator(".quotes summary").click() if size == PHONE else None
    page.locator(".quotes button.find").first.click()
    expect(page).to_have_url(re.compile(r"\bc=[0-9a-f]{8}\b"))
    expect(here).to_have_count(0)
    assert not re.search(r"\bs=", page.url)


def test_a_sentence_that_the_text_does_not_have_is_named(visitors: Visitors) -> None:
    """The text is shown from its beginning, and the notice says why."""
    page = visitors.open(f"{SPAMMED}&s=9999")
    expect(page.get_by_role("status").first).to_have_text(
        text("zh", "problem.unknown_s", value="9999")
    )
    expect(page.locator(".here")).to_have_count(0)


def test_a_figure_wins_over_a_sentence(visitors: Visitors) -> None:
    """A link that names both shows the figure."""
    page = visitors.open(SPAMMED)
    claim = page.locator(".quotes button.find").first.get_attribute("data-find")
    both = visitors.open(f"{SPAMMED}&s=90&c={claim}")
    expect(both.locator(SELECTED)).to_be_in_viewport()
    expect(both.locator(".here")).to_have_count(0)


def test_the_contents_lead_to_their_heading(visitors: Visitors) -> None:
    """An entry brings its heading into the window, gives it the focus, and is in the address."""
    page = visitors.open(SPAMMED)
    entry = page.locator(".outline a.go").last
    entry.click()
    heading = page.locator(".clean .heading.here")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    assert heading.inner_text() == entry.inner_text()
    expect(page.locator(".outline [aria-current]")).to_have_text(entry.inner_text())
    expect(page).to_have_url(re.compile(r"\bs=[0-9]+\b"))
    settle(page).reload()
    expect(page.locator(".clean .here")).to_be_in_viewport()


def test_the_contents_follow_the_reader(visitors: Visitors) -> None:
    """The entry of the section that stands in the window is marked."""
    page = visitors.open(SPAMMED)
    expect(page.locator(".outline [aria-current]")).to_have_count(0)
    page.locator(".clean .heading").nth(4).scroll_into_view_if_needed()
    page.locator(".clean .heading").nth(4).evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(".outline [aria-current]")).to_have_attribute("data-to", "5")


def test_a_verdict_in_the_address_lists_its_quotes_alone(visitors: Visitors) -> None:
    """The list shows them, says so, and leads back to all."""
    page = visitors.open(f"{SPAMMED}&verdict=mislabelled")
    items = page.locator(".quotes li")
    shown = items.filter(visible=True)
    assert {item.get_attribute("data-verdict") for item in shown.all()} == {"mislabelled"}
    page.locator(".filters a").first.click()
    expect(shown).to_have_count(items.count())


@pytest.mark.parametrize(
    ("chart", "mark", "address"),
    [
        (0, ".barlayer .point path >> nth=2", r"\bdoc=[0-9a-z_]+&s=[0-9]+"),
        (1, ".barlayer .point path >> nth=0", r"\bdoc=[0-9a-z_]+&verdict=match"),
        (2, ".scatterlayer .points path >> nth=0", r"\bc=[0-9a-f]{8}"),
    ],
    ids=["a section", "a verdict", "a quote"],
)
def test_a_mark_of_the_library_opens_its_text(
    visitors: Visitors, chart: int, mark: str, address: str
) -> None:
    """A click on a chart is one step into the reader, and back is one step."""
    page = visitors.open("/texts")
    drawn = page.get_by_test_id("stPlotlyChart").nth(chart)
    drawn.scroll_into_view_if_needed()
    box = drawn.locator(mark).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".reader .clean")).to_be_visible()
    expect(page).to_have_url(re.compile(address))
    settle(page).go_back()
    expect(page.locator(".cards.library")).to_be_visible()

"""The pages without a mouse, at 200 %, without motion, on paper, and by their outline alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from indicators import library
from indicators.strings import text
from tests.browser.test_linking import is_selected
from tests.browser.test_pages import LAYOUT
from tests.browser.visitors import Visitors, settle

HERE = Path(__file__).parent
FOCUS = (HERE / "focus.js").read_text("utf-8")
HEADINGS = (HERE / "headings.js").read_text("utf-8")
READER = f"/texts?doc={next(iter(library.default().documents), '')}"
# The pages that are built differently: cards, chart, two charts and tables, text, lists, form.
KINDS = ["/overview", "/internet", "/world", READER, "/themes", "/policies", "/data?part=rules"]
TYPED = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为65.8%。"
MOST_STOPS = 90
# The longest transition or animation of any element, in seconds.
MOTION = """() => Math.max(...[...document.querySelectorAll("*")].flatMap((at) => {
  const { transitionDuration, animationDuration } = getComputedStyle(at);
  return `${transitionDuration},${animationDuration}`.split(",").map(parseFloat);
}))"""


@dataclass(frozen=True)
class Stop:
    """Where the keyboard is: the element, and whether its ring is in sight."""

    tag: str
    name: str
    href: str
    claim: str
    seen: bool


def tab_to(page: Page, wanted: Callable[[Stop], bool]) -> Stop:
    """Press Tab until a stop is the wanted one; the focus is in sight at every stop."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUS)
        if found is None:
            continue
        stop = Stop(**found)
        assert stop.seen, f"no ring around {stop}"
        if wanted(stop):
            return stop
        stops.append(stop.name[:20])
    raise AssertionError(f"the keyboard does not get there: {stops}")


def link(address: str) -> Callable[[Stop], bool]:
    return lambda stop: stop.tag == "a" and re.search(address, stop.href) is not None


def button(name: str) -> Callable[[Stop], bool]:
    return lambda stop: stop.tag == "button" and stop.name.startswith(name)


def test_the_keyboard_alone_goes_from_the_overview_to_a_download(visitors: Visitors) -> None:
    """Overview, indicator, sentence, reader, check, download: with Tab and Enter, focus in sight."""
    page = visitors.open("/overview")
    assert tab_to(page, bool).name == text("zh", "streamlit.skip")
    tab_to(page, link(r"internet\b"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(text("zh", "page.internet.title"))
    settle(page)

    claim = tab_to(page, lambda stop: bool(stop.claim)).claim
    page.keyboard.press("Enter")
    is_selected(page, claim)
    tab_to(page, link(rf"c={claim}"))
    page.keyboard.press("Enter")
    expect(page.locator(".reader .clean")).to_be_visible()
    settle(page)

    tab_to(page, link(r"check\b"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(text("zh", "page.check.title"))
    settle(page)
    tab_to(page, lambda stop: stop.tag == "textarea")
    page.keyboard.type(TYPED)
    tab_to(page, button(text("zh", "check.go")))
    page.keyboard.press("Enter")
    expect(page.locator(".reader .clean")).to_be_visible()
    settle(page)
    tab_to(page, button(text("zh", "check.file_report")))
    with page.expect_download() as download:
        page.keyboard.press("Space")
    report = Path(download.value.path()).read_text("utf-8")
    assert "7.72亿" in report
    assert "65.8%" in report


def test_headings_are_in_order_and_the_page_holds_at_200_percent(visitors: Visitors) -> None:
    """One h1, no level left out; in half the window nothing is cut off or scrolls sideways."""
    page = visitors.open(KINDS[0], size=(640, 450))
    for address in KINDS:
        page.goto(visitors.server.url + address)
        settle(page)
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1, (address, levels)
        assert levels[0] == 1, (address, levels)
        assert all(then <= before + 1 for before, then in pairwise(levels)), (address, levels)
        assert page.evaluate(LAYOUT) == {"sideways": 0, "cut": []}, address


def test_whoever_asks_for_less_motion_gets_none(visitors: Visitors) -> None:
    """Nothing on the page fades or slides."""
    page = visitors.open("/internet")
    assert page.evaluate(MOTION) < 0.001


@pytest.fixture
def paper(visitors: Visitors) -> pypdfium2.PdfDocument:
    """The page with the widest charts, printed from a dark window."""
    page = visitors.open("/world?lang=en", "dark")
    return pypdfium2.PdfDocument(page.pdf(format="A4"))


def test_a_page_prints_whole_and_light(paper: pypdfium2.PdfDocument) -> None:
    """Charts, folded tables and sources are there to their ends; what is clicked is not."""
    leaves = [leaf.get_textpage() for leaf in paper]
    words = " ".join("".join(leaf.get_text_range() for leaf in leaves).split())
    indicator = library.default().indicators["egdi"]
    for whole in (
        text("en", "page.world.title"),
        text("en", "table.caption", indicator=indicator.name.en),
        "Global E-government Survey 2003",
        text("en", "topic.sources"),
    ):
        assert whole in words
    for clicked in (
        text("en", "topic.downloads"),
        text("en", "frame.other_language"),
        text("en", "topic.view"),
        text("en", "pictures.png"),
    ):
        assert clicked not in words.split(text("en", "frame.source")[:20])[0]
    # The name at the end of a line stands at the right edge of the chart.
    name = leaves[0].search("Singapore").get_next()
    assert name is not None
    right = leaves[0].get_charbox(name[0] + name[1] - 1)[2]
    assert right < paper[0].get_width() - 20
    for leaf in paper:
        drawn = leaf.render(scale=0.5, grayscale=True).to_numpy()
        assert drawn.mean() > 215

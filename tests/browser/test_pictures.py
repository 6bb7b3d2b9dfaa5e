"""Pictures are made in the browser, with everything a reader needs burnt in."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from indicators import library
from indicators.strings import Lang, text
from indicators.ui import table
from indicators.ui.share_card import HEIGHT, WIDTH
from tests.browser.visitors import PHONE, Visitors

ADDRESSES: dict[Lang, str] = {
    "zh": "/internet?id=internet_penetration",
    "en": "/internet?lang=en&id=internet_penetration",
}
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def saved(page: Page, label: str, folder: Path) -> tuple[str, bytes]:
    """The name and the content of the picture that the button ``label`` gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.name, path.read_bytes()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(SIGNATURE)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _source(lang: Lang) -> str:
    """The title of the publication that has the newest figure."""
    data = library.default()
    newest = max(
        (one for one in data.observations["internet_penetration"] if one.geo == "CN"),
        key=lambda one: one.as_of,
    )
    return table.source_title(data.sources[newest.source], lang)


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "light"), ("en", "dark")])
def test_a_chart_is_saved_with_its_source(
    visitors: Visitors, lang: Lang, scheme: str, tmp_path: Path
) -> None:
    """SVG and PNG carry title, unit, source, date and link; the card is upright and a PNG."""
    page = visitors.open(ADDRESSES[lang], scheme, size=PHONE)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    name, content = saved(page, text(lang, "pictures.svg"), tmp_path)
    drawn = ElementTree.fromstring(content)
    said = "".join(drawn.itertext()).replace(" ", "")
    title = library.default().indicators["internet_penetration"].name[lang]
    assert name == "internet_penetration.svg"
    for words in (title, text(lang, "app.name"), page.url, _source(lang), "%"):
        assert words.replace(" ", "") in said
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}path"))) > 5
    name, content = saved(page, text(lang, "pictures.png"), tmp_path)
    assert name == "internet_penetration.png"
    assert size(content) == tuple(2 * int(drawn.attrib[side]) for side in ("width", "height"))
    name, content = saved(page, text(lang, "pictures.card"), tmp_path)
    assert (name, size(content)) == ("internet_penetration_card.png", (WIDTH, HEIGHT))


@pytest.mark.parametrize("page", ["world", "texts", "policies", "themes", "urban_rural"])
def test_every_chart_of_a_page_can_be_saved(visitors: Visitors, page: str, tmp_path: Path) -> None:
    """Each has its own button, and the last one's picture names its source and the address."""
    shown = visitors.open(f"/{page}")
    charts = shown.locator(".js-plotly-plot")
    buttons = shown.get_by_role("button", name=text("zh", "pictures.svg"), exact=True)
    expect(buttons).to_have_count(charts.count())
    assert charts.count() > 1
    with shown.expect_download() as download:
        buttons.first.click()
    download.value.save_as(tmp_path / "chart.svg")
    said = "".join(ElementTree.parse(tmp_path / "chart.svg").getroot().itertext())
    assert "来源：" in said
    assert shown.url in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_embedded_chart_stands_alone_with_its_source(visitors: Visitors, lang: Lang) -> None:
    """In another site's frame: name, chart, where its figures come from, the way to the whole view."""
    page = visitors.open(
        f"{ADDRESSES[lang]}{'&' if '?' in ADDRESSES[lang] else '?'}embed=true", size=PHONE
    )
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_text(_source(lang)).last).to_be_visible()
    whole = page.get_by_role("link", name=text(lang, "frame.whole", name=text(lang, "app.name")))
    address = urljoin(page.url, whole.get_attribute("href") or "")
    assert "id=internet_penetration" in address
    assert "embed" not in address


@pytest.mark.parametrize(("slug", "charts"), [("world", 1), ("texts", 3)])
def test_every_page_in_a_frame_says_where_it_comes_from(
    visitors: Visitors, slug: str, charts: int
) -> None:
    """Countries side by side are one chart too; elsewhere the page without its navigation."""
    page = visitors.open(f"/{slug}?lang=en&embed=true", size=PHONE)
    expect(page.locator(".js-plotly-plot")).to_have_count(charts)
    expect(page.get_by_role("navigation")).to_have_count(0)
    whole = page.get_by_role("link", name=text("en", "frame.whole", name=text("en", "app.name")))
    address = urljoin(page.url, whole.get_attribute("href") or "")
    assert address == f"{visitors.server.url}/{slug}?lang=en"
    copies = page.get_by_role("button", name=text("en", "pictures.link"), exact=True)
    if copies.count():
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        copies.first.click()
        expect(page.get_by_text(text("en", "pictures.copied"))).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == address


def test_a_reference_can_be_copied(visitors: Visitors) -> None:
    """The reference of the publication is on the clipboard, and the button says so."""
    page = visitors.open("/internet?lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    style = page.locator(".copying[open]")
    style.get_by_role("button", name=re.compile(f"^{text('en', 'cite.copy')}")).first.click()
    copied = style.get_by_role("button", name=text("en", "cite.copied"), exact=True)
    expect(copied).to_be_visible()
    assert (
        page.evaluate("navigator.clipboard.readText()") == style.locator("pre").first.inner_text()
    )


def test_the_style_that_was_chosen_stays_open(visitors: Visitors) -> None:
    """One is open at a time; the references of another view are written anew in the same style."""
    page = visitors.open("/internet?lang=en")
    opened = page.locator(".copying[open]")
    page.locator(".copying > summary").nth(2).click()
    expect(opened).to_have_count(1)
    style = opened.locator("summary").inner_text()
    before = opened.inner_text()
    page.locator(".evidence button").first.click()
    expect(page).to_have_url(re.compile("[?&]c="))
    expect(opened).not_to_have_text(before)
    expect(opened.locator("summary")).to_have_text(style)


def test_the_link_is_that_of_the_view_as_it_is_now(visitors: Visitors) -> None:
    """A sentence was chosen after the page was drawn: the link below the chart has it too."""
    page = visitors.open("/internet?lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".evidence button").first.click()
    expect(page).to_have_url(re.compile("[?&]c="))
    group = page.locator(".pictures").last
    group.get_by_role("button", name=text("en", "pictures.link"), exact=True).click()
    expect(group.get_by_role("status")).to_have_text(text("en", "pictures.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == page.url

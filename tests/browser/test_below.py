"""The site below another one's address: pages, links, files and data keep to the base path."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from indicators import settings
from indicators.strings import text
from tests.browser.conftest import watched
from tests.browser.server import Server, serve
from tests.browser.visitors import Visitors, settle

BASE = "/data-demo"
REPORT = "mailto:editor@example.org?subject={title}&body={link}"
LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server below a base path, with an address to report errors to."""
    folder = tmp_path_factory.mktemp("below")
    given = folder / "settings.toml"
    given.write_text(f'feedback = "{REPORT}"\n', "utf-8")
    with serve(folder / "log.txt", {settings.VARIABLE: str(given)}, BASE) as running:
        yield running


@pytest.fixture
def guests(browser: Browser, below: Server) -> Iterator[Visitors]:
    """Visitors of that server."""
    with watched(browser, below) as arriving:
        yield arriving


def test_every_link_and_file_of_a_page_lies_below_the_base_path(guests: Visitors) -> None:
    """What the browser asks for and where the links lead is there, below the path and nowhere else."""
    page = guests.arrive("/data?lang=en&part=use")
    answers: dict[str, int] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer.status}))
    page.reload()
    settle(page)
    assert any("_stcore" in url for url in answers)
    for url, status in answers.items():
        if urlsplit(url).scheme.startswith("http"):
            assert (status, url.startswith(f"{guests.server.url}/")) == (200, True), url
    here = f"//{urlsplit(guests.server.url).netloc}/"
    links = {link for link in page.evaluate(LINKS) if here in link}
    assert len(links) > 10
    assert any("/api/" in link for link in links)
    for link in links:
        assert link.startswith(f"{guests.server.url}/"), link
        assert page.request.get(link, headers={"accept": "text/html,*/*"}).ok, link


def test_the_addresses_for_machines_lie_below_the_base_path(guests: Visitors) -> None:
    """The bare path leads to the start; the sitemap names pages that are there; data and readiness too."""
    page = guests.open("/?lang=en")
    ask = page.request.get
    url = guests.server.url
    html = {"accept": "text/html"}
    assert ask(f"{url}?lang=en", headers=html).url == f"{url}/?lang=en"
    listed = [
        one.text or "" for one in ElementTree.fromstring(ask(f"{url}/sitemap.xml").text()).iter()
    ]
    places = [one for one in listed if one.strip()]
    assert all(place.startswith(f"{url}/") for place in places)
    assert ask(places[-1], headers=html).ok
    assert f"Sitemap: {url}/sitemap.xml" in ask(f"{url}/robots.txt").text()
    assert ask(f"{url}/ready").json()["ready"] is True
    assert ask(f"{url}/api/indicators.json").ok


def test_a_visitor_walks_through_the_site_below_the_base_path(guests: Visitors) -> None:
    """From the start to an indicator and to the other language; a reload brings the view back."""
    page = guests.open("/")
    page.get_by_role("link", name=text("zh", "nav.indicators"), exact=True).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(text("zh", "page.internet.title"))
    expect(page).to_have_url(f"{guests.server.url}/internet")
    page.get_by_role("link", name=text("zh", "frame.other_language")).click()
    expect(heading).to_have_text(text("en", "page.internet.title"))
    expect(page).to_have_url(f"{guests.server.url}/internet?lang=en")
    settle(page).reload()
    expect(heading).to_have_text(text("en", "page.internet.title"))


def reports(page: Page) -> list[str]:
    """Where the figures of a page let errors be reported, told when somebody reaches for a link."""
    found = page.get_by_role("link", name=text("en", "pictures.report"), exact=True)
    expect(found).not_to_have_count(0)
    for link in found.all():
        link.focus()
    return [str(link.get_attribute("href")) for link in found.all()]


@pytest.mark.parametrize("slug", ["urban_rural", "texts", "policies"])
def test_every_figure_has_its_link_and_its_report(guests: Visitors, slug: str) -> None:
    """Both carry the view; a browser without a clipboard of its own copies all the same."""
    page = guests.open(f"/{slug}?lang=en")
    page.evaluate("delete Navigator.prototype.clipboard")
    charts = page.locator(".js-plotly-plot").count()
    copies = page.get_by_role("button", name=text("en", "pictures.link"), exact=True)
    expect(copies).to_have_count(charts)
    found = reports(page)
    assert len(found) == charts
    assert all("data-demo%2F" + slug in report for report in found)
    assert all("lang%3Den" in report for report in found)
    copies.first.click()
    expect(page.get_by_text(text("en", "pictures.copied"))).to_be_visible()

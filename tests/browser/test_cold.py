"""The first moments of a new server: deep links, many visitors at once, broken data, new data."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import pytest
from playwright.sync_api import expect

from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import PAGES
from tests.browser.conftest import Cold
from tests.browser.visitors import settle

ASKED = "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)"
BROKEN = "data/indicators/internet_penetration.csv"


@pytest.mark.parametrize("lang", LANGS)
def test_a_deep_link_is_the_first_request_to_a_new_server(cold: Cold, lang: Lang) -> None:
    """The very first visitor of a server may open any view, in either language."""
    link = f"/urban_rural?lang={lang}&id=internet_penetration&area=rural"
    page = cold().open(link)
    title = text(lang, "page.urban_rural.title")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page).to_have_title(f"{title} · {text(lang, 'app.name')}")
    expect(page.locator("html")).to_have_attribute("lang", text(lang, "app.tag"))
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    for key in ("source", "licence"):
        expect(page.locator("footer")).to_contain_text(text(lang, f"frame.{key}"))
    # Nor does the browser look for the server below the page, where it is not.
    asked = page.evaluate(ASKED)
    assert "/_stcore/health" in asked
    assert [path for path in asked if path.startswith("/urban_rural/")] == []


def test_six_visitors_arrive_at_once_on_a_cold_server(cold: Cold) -> None:
    """Six visitors who come together, on different pages, all get their page."""
    visitors = cold()
    slugs = list(islice(cycle(page.slug for page in PAGES), 6))
    arrivals = [(slug, visitors.arrive(f"/{slug}")) for slug in slugs]
    for slug, page in arrivals:
        title = text("zh", f"page.{slug}.title")
        expect(settle(page).get_by_role("heading", level=1)).to_have_text(title)


def test_a_broken_data_file_is_named_on_the_page(cold: Cold, data_copy: Path) -> None:
    """The app starts, says which file and row, and shows what does not depend on it."""
    path = data_copy.parent / BROKEN
    lines = path.read_text("utf-8").splitlines()
    lines[4] = lines[4].replace("CN", "Atlantis", 1)
    path.write_text("\n".join(lines), "utf-8")
    visitors = cold(data_copy)
    page = visitors.open("/urban_rural?id=internet_penetration")
    notice = page.get_by_role("status").filter(has_text=BROKEN)
    expect(notice).to_contain_text("Atlantis")
    expect(notice).to_contain_text("第 5 行")
    healthy = visitors.open("/internet?id=internet_users")
    expect(healthy.locator(".js-plotly-plot").first).to_be_visible()


def test_a_missing_data_file_is_named_on_the_page(cold: Cold, data_copy: Path) -> None:
    """A file that is not there is named too; a text that needs no series still opens."""
    (data_copy.parent / BROKEN).unlink()
    page = cold(data_copy).open("/internet?lang=en")
    expect(page.get_by_role("status").filter(has_text=BROKEN)).to_be_visible()

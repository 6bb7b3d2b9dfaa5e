"""A new indicator and a new text, seen by a visitor; no code was changed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from indicators.strings import text
from tests import additions
from tests.browser.conftest import Cold


def test_new_files_show_up_everywhere(cold: Cold, data_copy: Path) -> None:
    """The indicator has its page, chart, table and sentence; the text its card and reader."""
    additions.add_to(data_copy)
    visitors = cold(data_copy)
    page = visitors.open(f"/internet?id={additions.INDICATOR}")
    expect(page.get_by_text(additions.NAME).first).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    quote = page.get_by_role("button").filter(has_text=additions.FIGURE)
    expect(quote).to_contain_text(text("zh", "verdict.match"))

    table = visitors.open(f"/internet?id={additions.INDICATOR}&view=table")
    expect(table.get_by_role("cell", name="1,500").first).to_be_visible()

    library = visitors.open("/texts")
    expect(library.get_by_text(additions.TITLE).first).to_be_visible()
    reader = visitors.open(f"/texts?doc={additions.SLUG}")
    expect(reader.get_by_role("link").filter(has_text=additions.FIGURE).first).to_be_visible()

    english = visitors.open(f"/internet?id={additions.INDICATOR}&lang=en")
    expect(english.get_by_text(additions.NAME_EN).first).to_be_visible()

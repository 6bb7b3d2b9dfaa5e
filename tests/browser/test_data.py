"""The data at the addresses of a running server, and the page that leads to them."""

from __future__ import annotations

import io
import json
import re
import urllib.request
import zipfile
from pathlib import Path

import pandas as pd
from playwright.sync_api import expect

from indicators import library
from indicators.exports import rows, tree
from indicators.strings import text
from tests.browser.server import Server
from tests.browser.visitors import Visitors


def test_pandas_reads_an_address_of_the_server(server: Server) -> None:
    """What a notebook reads from the address is the file, cell for cell."""
    shelf = library.default()
    known = shelf.indicators["internet_users"]
    file = rows.csv_file(shelf.observations[known.id], known, shelf)
    served = pd.read_csv(f"{server.url}/api/indicators/internet_users.csv")
    pd.testing.assert_frame_equal(served, pd.read_csv(io.BytesIO(file)))


def test_a_browser_that_opens_an_address_gets_data(server: Server) -> None:
    """A request that would like a page gets the index all the same, also at the bare address."""
    asked = urllib.request.Request(f"{server.url}/api", headers={"accept": "text/html"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert answer.headers["content-type"] == "application/json"
        assert len(json.load(answer)["indicators"]) == len(library.default().indicators)


def test_a_visitor_filters_looks_around_and_goes_back(visitors: Visitors) -> None:
    """What is typed stands in the address, another part starts afresh, and back restores it."""
    page = visitors.open("/data?part=corrections")
    every = page.locator("tbody tr")
    expect(every).to_have_count(len(library.default().corrections))
    box = page.get_by_role("textbox", name=text("zh", "data.filter"))
    box.fill("2023-12")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"\?part=corrections&q=2023-12$"))
    expect(every).to_have_count(3)
    page.get_by_role("radio", name=text("zh", "data.rules")).click()
    expect(page.get_by_role("heading", name=text("zh", "data.verdicts"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?part=rules$"))
    page.go_back()
    expect(every).to_have_count(3)
    expect(box).to_have_value("2023-12")


def test_a_visitor_takes_everything_away(visitors: Visitors, tmp_path: Path) -> None:
    """The link on the page saves the zip, and it opens."""
    page = visitors.open("/data?part=use&lang=en")
    with page.expect_download() as saving:
        page.get_by_role("link", name=re.compile(r"data\.zip \(")).click()
    saved = tmp_path / saving.value.suggested_filename
    saving.value.save_as(saved)
    with zipfile.ZipFile(saved) as packed:
        assert len(packed.namelist()) == len(tree.files(library.default(), library.DATA))

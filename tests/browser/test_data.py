"""The data at the addresses of a running server."""

from __future__ import annotations

import io
import json
import urllib.request

import pandas as pd

from indicators import library
from indicators.exports import rows
from tests.browser.server import Server


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

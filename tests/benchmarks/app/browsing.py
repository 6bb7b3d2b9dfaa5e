"""A cold browser on a warm server: until the first text, until the first chart, and how much."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, Request, sync_playwright

from tests.browser import chromium

RUNS = 5
_HEADING, _CHART = "h1", ".js-plotly-plot .main-svg"


@dataclass(frozen=True)
class Opening:
    """Medians of several visits, each with an empty cache. ``chart`` is None without a chart."""

    text: float
    chart: float | None
    megabytes: float


def opening(url: str, charted: bool = True, runs: int = RUNS) -> Opening:
    """Open an address ``runs`` times, each time in a new context."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        seen = [_once(browser, url, charted) for _ in range(runs)]
        browser.close()
    texts, charts, sizes = zip(*seen, strict=True)
    return Opening(
        statistics.median(texts),
        statistics.median(charts) if charted else None,
        statistics.median(sizes) / 1e6,
    )


def _once(browser: Browser, url: str, charted: bool) -> tuple[float, float, int]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))
    began = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(_HEADING).first.wait_for()
    text = time.perf_counter() - began
    if charted:
        page.locator(_CHART).first.wait_for()
    chart = time.perf_counter() - began
    size = sum(_bytes(request) for request in done)
    context.close()
    return text, chart, size


def _bytes(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]

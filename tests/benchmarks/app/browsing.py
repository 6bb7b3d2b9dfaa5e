"""A cold browser on a warm server: until the first text, until the first chart, and how much."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Request, sync_playwright

from tests.browser import chromium

RUNS = 9
# Notes the first frame in which each is to be seen, in milliseconds from the start of the visit.
# Playwright looks less and less often, at last twice a second.
_WATCH = """(() => {
  const marks = { text: "h1", chart: ".js-plotly-plot .main-svg" }
  const seen = (window.seen = {})
  const look = (now) => {
    for (const [name, mark] of Object.entries(marks)) {
      const there = document.querySelector(mark)?.checkVisibility({ visibilityProperty: true })
      if (there) seen[name] ??= now
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""
_SEEN = """name => new Promise((done) => {
  const wait = () => (name in seen ? done(seen) : setTimeout(wait, 20))
  wait()
})"""


@dataclass(frozen=True)
class Opening:
    """Medians of several visits, each with an empty cache. ``chart`` is None without a chart."""

    text: float
    chart: float | None
    megabytes: float


def openings(views: Mapping[str, bool], runs: int = RUNS) -> list[Opening]:
    """Open each address, of which is told whether it has a chart, ``runs`` times in a new context.

    They take turns, because the machine is slower at one time than at another; a first turn, with
    which the server warms up, does not count.
    """
    seen: dict[str, list[tuple[float, float, int]]] = {url: [] for url in views}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        for turn in range(runs + 1):
            for url, charted in views.items():
                one = _once(browser, url, charted)
                seen[url] += [one] if turn else []
        browser.close()
    return [_opening(seen[url], charted) for url, charted in views.items()]


def _opening(seen: list[tuple[float, float, int]], charted: bool) -> Opening:
    texts, charts, sizes = zip(*seen, strict=True)
    return Opening(
        statistics.median(texts),
        statistics.median(charts) if charted else None,
        statistics.median(sizes) / 1e6,
    )


def _once(browser: Browser, url: str, charted: bool) -> tuple[float, float, int]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_WATCH)
    page = context.new_page()
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))
    page.goto(url, wait_until="commit")
    seen: dict[str, float] = page.evaluate(_SEEN, "chart" if charted else "text")
    text = seen["text"] / 1000
    chart = seen["chart"] / 1000 if charted else text
    size = sum(_bytes(request) for request in done)
    context.close()
    return text, chart, size


def _bytes(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]

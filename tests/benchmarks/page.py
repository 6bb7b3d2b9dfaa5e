"""Measures the check page in a real browser: the click to the verdicts, a selection, page switches.

Run: python -m tests.benchmarks.page [--rounds N] [--kind KIND …]
Each text is pasted into a warm page and the time runs, in the browser, from the click to the page
that stands with its verdicts. Beside it stand the processor time of server, workers and browser,
which a busy machine does not change, and the processor time of the engine alone for the same text.
Then a figure is
selected in the text, and pages are turned while other visitors, who speak to the server over its
websocket, have texts of 200 000 characters checked.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from indicators import jobs
from indicators.jobs import Job
from indicators.strings import text
from tests.benchmarks import processor
from tests.benchmarks.speed import KINDS, build
from tests.benchmarks.visitors import Crowd
from tests.browser import chromium
from tests.browser.server import ROOT, Server, serve
from tests.browser.visitors import DESK, settle

SIZES = {20_000: 1.0, 200_000: 5.0}  # characters, and the seconds they may take
SELECT_SECONDS = SWITCH_SECONDS = 1.0
BUSY = 5  # visitors with a long text while pages are turned
TURNS = ("internet", "texts", "gov_sites", "check", "urban_rural", "new_media", "services")
# The time is taken in the page, frame by frame: what was asked for stands, and the script rests.
UNTIL = """(stands) => {
  const rests = '[data-testid="stApp"][data-test-script-state="notRunning"]'
  const start = performance.now()
  return new Promise((done) => {
    const look = () => {
      if (document.querySelector(rests) && stands()) done((performance.now() - start) / 1000)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}"""
TURN = f"""([slug, title]) => {{
  const drawn = (chart) => chart.querySelector(".main-svg")
  history.pushState(null, "", `./${{slug}}`)
  dispatchEvent(new PopStateEvent("popstate"))
  return ({UNTIL})(() => document.querySelector("h1")?.innerText.trim() === title
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn))
}}"""
# Components draw into shadow roots.
DEEP = """(selector) => [...document.querySelectorAll('[data-testid^="stBidi"], [data-testid^="stBidi"] *')]
  .flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll(selector)] : [])"""
WATCH = f"""(button) => {{
  const deep = {DEEP}
  const drawn = () => deep(".reader")[0]?.dataset.drawn
  const old = drawn()
  const fresh = () => drawn() && drawn() !== old
  const begin = () => {{ window.measured = ({UNTIL})(fresh) }}
  button.addEventListener("click", begin, {{ once: true, capture: true }})
}}"""
# At once, as a paste does; Playwright's fill inserts line by line, which takes half a minute.
PUT = """(box, words) => {
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")
  value.set.call(box, words)
  box.dispatchEvent(new Event("input", { bubbles: true }))
}"""
PICK = f"""(number) => {{
  const deep = {DEEP}
  const quotes = deep(".clean button.quote")
  const quote = quotes[(Math.floor(quotes.length / 2) + number) % quotes.length]
  const item = `button[data-claim="${{quote.dataset.find}}"][aria-pressed="true"]`
  const stands = () => document.querySelector(".st-key-check_detail") && deep(item).length
  const measured = ({UNTIL})(stands)
  quote.click()
  return measured
}}"""


def judge(page: Page, words: str) -> float:
    """Seconds from the click to the verdicts of a pasted text.

    On a page opened anew: Playwright takes seconds to find a button beside 70 000 nodes of the text
    before.
    """
    page.reload()
    settle(page)
    box = page.get_by_label(text("zh", "check.paste"))
    if not box.is_visible():
        page.locator(".st-key-check_more button").click()
    box.evaluate(PUT, words)
    button = page.get_by_role("button", name=text("zh", "check.go"), exact=True)
    button.evaluate(WATCH)
    button.click()
    return float(page.evaluate("window.measured"))


def select(page: Page, number: int = 0) -> float:
    """Seconds from a click on a figure in the middle of the text to its details."""
    settle(page)
    return float(page.evaluate(PICK, number))


def turn(page: Page, slug: str) -> float:
    """Seconds from following a link until the other page stands, its charts drawn."""
    return float(page.evaluate(TURN, [slug, text("zh", f"page.{slug}.title")]))


def engine(kind: str, size: int) -> float:
    """Processor seconds of the engine alone, warm, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.page", "--engine", kind, str(size)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout)


def engine_here(kind: str, size: int) -> float:
    words = build(kind, size)
    jobs.warm_up()
    start = time.process_time()
    jobs.check(Job("", words))
    return time.process_time() - start


@contextmanager
def opened(server: Server) -> Iterator[Page]:
    """A warm check page in a real browser."""
    with sync_playwright() as playwright:
        path = chromium.find()
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        size = {"width": DESK[0], "height": DESK[1]}
        page = browser.new_page(viewport=size, reduced_motion="reduce", locale="zh-CN")  # type: ignore[arg-type]
        page.set_default_timeout(30_000)
        page.goto(f"{server.url}/check")
        settle(page)
        judge(page, build("repaired", 2000))
        yield page
        browser.close()


def row(name: str, times: Sequence[float], allowed: float, beside: str = "") -> bool:
    """Print the median, the worst and whether all are within what is allowed."""
    worst = max(times)
    verdict = "yes" if worst < allowed else "NO"
    print(
        f"{name:34} {statistics.median(times):7.2f} {worst:7.2f} {allowed:8.1f} {verdict:>4} {beside}",
        flush=True,
    )
    return worst < allowed


def spent(server: Server) -> tuple[float, float, float]:
    """Processor seconds so far of the server, of its workers and of the browser's page."""
    top, here = processor.of_port(server.url), os.getpid()
    return (
        processor.below(top, lambda command: "loky" not in command),
        processor.below(top, lambda command: "loky" in command),
        processor.below(here, lambda command: "--type=renderer" in command),
    )


def measured(server: Server, work: Sequence[Callable[[], float]]) -> tuple[list[float], str]:
    """The seconds of each piece of work, and the processor seconds of one, by who spent them."""
    before = spent(server)
    times = [one() for one in work]
    shares = [(now - then) / len(work) for now, then in zip(spent(server), before, strict=True)]
    return times, "processor: server {:.2f}, workers {:.2f}, browser {:.2f}".format(*shares)


def verdicts(server: Server, page: Page, kinds: Sequence[str], rounds: int) -> None:
    """The rows on texts judged, and on a figure selected in each long one."""
    for kind in kinds:
        for size, allowed in SIZES.items():
            alone = statistics.median(engine(kind, size) for _ in range(rounds))
            texts = [build(kind, size - 100) + "\n" * n for n in range(rounds)]
            times, told = measured(server, [partial(judge, page, one) for one in texts])
            row(f"{kind} {size:,}", times, allowed, f"{told}; the engine alone {alone:.2f}")
        picks = [partial(select, page, n) for n in range(rounds)]
        times, told = measured(server, picks)
        row(f"{kind}: select a figure", times, SELECT_SECONDS, told)


def switches(server: Server, page: Page, kind: str, rounds: int) -> None:
    """The rows on pages turned, at rest and while others have long texts checked."""
    turns = [partial(turn, page, slug) for _ in range(rounds) for slug in TURNS]
    times, told = measured(server, turns)
    row("turn a page, at rest (p95)", [centile(times)], SWITCH_SECONDS, told)
    words = build(kind, 199_000)
    with Crowd(server.url, BUSY, words) as crowd:
        times, told = measured(server, turns)
    state = f"{crowd.done} texts done, {crowd.running} running; {told}"
    row(f"with {BUSY} checks of {kind} (p95)", [centile(times)], SWITCH_SECONDS, state)


def centile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def main() -> None:
    """Print one table: what was done, the median and worst seconds, what is allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kind", nargs="*", default=KINDS)
    parser.add_argument("--part", choices=("verdicts", "switches"))
    parser.add_argument("--engine", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    expect.set_options(timeout=30_000)
    if given.engine:
        print(engine_here(given.engine[0], int(given.engine[1])))
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder) / "log.txt") as server,
        opened(server) as page,
    ):
        print(f"load {os.getloadavg()[0]:.1f}")
        print(f"{'seconds':34} {'median':>7} {'worst':>7} {'allowed':>8}")
        if given.part != "switches":
            verdicts(server, page, given.kind, given.rounds)
        if given.part != "verdicts":
            for kind in given.kind:
                switches(server, page, kind, given.rounds * 2)
        print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

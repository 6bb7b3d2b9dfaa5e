"""Prints every figure of the hosted app beside that of the bare one, and whether it holds.

The exit status is 1 where one does not hold.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Sequence

from indicators import library
from indicators.ui import registry
from tests.benchmarks.app import browsing
from tests.benchmarks.app.crowd import crowd
from tests.benchmarks.app.servers import BARE, OURS, Server, serving
from tests.visits import Visit

STARTS, RERUNS = 3, 30
PAGES = ["" if page is registry.PAGES[0] else page.slug for page in registry.PAGES]
BARE_PAGES = ["", "two"]
OPEN_SESSIONS = 40


def main() -> int:
    """Measure, print, and say whether all bars hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", action="store_true", help="75 visits for a minute")
    parser.add_argument("--soak", type=float, default=0.0, metavar="MINUTES")
    options = parser.parse_args()
    table = Table()
    _starts(table)
    with serving(OURS) as ours, serving(BARE) as bare:
        _first_views(table, ours, bare)
        _reruns(table, ours, bare)
        _memory(table, ours)
    if options.load:
        _load(table)
    if options.soak:
        _soak(table, options.soak)
    return 1 if table.missed else 0


class Table:
    """Prints one line a figure: what, ours, the bare app's, the ratio or value, the bar."""

    def __init__(self) -> None:
        self.missed = 0

    def ratio(self, what: str, ours: float, bare: float, bar: float, unit: str = "s") -> None:
        """A figure that may be at most ``bar`` times that of the bare app."""
        told = f"{ours:9.3f} {unit:4} {bare:9.3f} {unit:4} {ours / bare:7.2f} ×"
        self._line(what, told, ours / bare <= bar, f"≤ {bar:g} ×")

    def limit(self, what: str, value: float, bar: float, unit: str) -> None:
        """A figure that may be at most ``bar``."""
        told = f"{value:9.3f} {unit:4} {'':14} {'':9}"
        self._line(what, told, value <= bar, f"≤ {bar:g} {unit}")

    def _line(self, what: str, told: str, holds: bool, bar: str) -> None:
        self.missed += not holds
        print(f"{what:46} {told} {bar:12} {'holds' if holds else 'MISSED'}", flush=True)


def _starts(table: Table) -> None:
    times: dict[str, list[float]] = {OURS: [], BARE: []}
    for _ in range(STARTS):
        for script, taken in times.items():
            with serving(script) as server:
                taken.append(server.start)
    table.ratio("start until healthy", _median(times[OURS]), _median(times[BARE]), 1.5)


def _first_views(table: Table, ours: Server, bare: Server) -> None:
    for server, page in ((ours, "internet"), (ours, ""), (bare, "")):
        browsing.opening(f"{server.url}/{page}", charted=bool(page) or server is bare, runs=1)
    floor = browsing.opening(bare.url)
    for page in ("", "internet"):
        seen = browsing.opening(f"{ours.url}/{page}", charted=bool(page))
        name = page or "overview"
        table.ratio(f"first text, {name}", seen.text, floor.text, 1.25)
        if seen.chart and floor.chart:
            table.ratio(f"first chart, {name}", seen.chart, floor.chart, 1.25)
        table.limit(f"bytes of a first visit, {name}", seen.megabytes, 3.2, "MB")


def _reruns(table: Table, ours: Server, bare: Server) -> None:
    floor = asyncio.run(_switches(bare, BARE_PAGES))
    same = asyncio.run(_again(bare, ""))[0]
    table.ratio("page switch", asyncio.run(_switches(ours, PAGES)), floor, 1.3)
    members = [
        id for id, known in library.default().indicators.items() if known.family == "internet"
    ]
    changes = [f"internet?id={id}" for id in members]
    table.ratio("another indicator", asyncio.run(_switches(ours, changes)), same, 1.3)
    for page in PAGES:
        cpu = asyncio.run(_again(ours, page))[1]
        table.limit(f"processor time of a rerun, {page or 'overview'}", cpu * 1000, 40, "ms")


async def _switches(server: Server, views: Sequence[str]) -> float:
    """The median of going from view to view, after each was shown once."""
    visit = Visit(server.url)
    await visit.arrive(views[0])
    for view in views:
        await visit.go(view)
    taken = [await visit.go(views[place % len(views)]) for place in range(RERUNS)]
    await visit.leave()
    return _median(taken)


async def _again(server: Server, view: str) -> tuple[float, float]:
    """Seconds, and processor seconds of the server, of the same view once more (median, mean)."""
    visit = Visit(server.url)
    await visit.arrive(view)
    for _ in range(3):
        await visit.go(view)
    before = server.cpu()
    taken = [await visit.go(view) for _ in range(RERUNS)]
    spent = (server.cpu() - before) / RERUNS
    await visit.leave()
    return _median(taken), spent


def _memory(table: Table, ours: Server) -> None:
    table.limit("resident after every page", ours.memory(), 260, "MiB")

    async def held() -> float:
        before = ours.memory()
        visits = [Visit(ours.url) for _ in range(OPEN_SESSIONS)]
        for place, visit in enumerate(visits):
            await visit.arrive(PAGES[place % len(PAGES)])
        grown = (ours.memory() - before) / OPEN_SESSIONS
        for visit in visits:
            await visit.leave()
        return grown

    table.limit("more for each open visit", asyncio.run(held()), 0.3, "MiB")


def _mixed() -> list[str]:
    """Views as visitors mix them: pages, indicators, quotes' texts."""
    shelf = library.default()
    homes = {known.id: registry.of_family(known.family) for known in shelf.indicators.values()}
    chosen = [f"{home.slug}?id={id}" for id, home in homes.items() if home]
    return [*PAGES, *chosen, *(f"texts?doc={slug}" for slug in shelf.documents)]


def _load(table: Table) -> None:
    with serving(OURS) as ours:
        for sessions in (25, 50, 75):
            outcome = asyncio.run(crowd(ours.url, _mixed(), sessions, 60))
            print(f"{sessions} visits: {len(outcome.seconds)} actions, "
                  f"p50 {outcome.percentile(0.5):.3f} s, {len(outcome.errors)} errors "
                  f"{outcome.errors[:2]}")  # fmt: skip
            table.limit(f"p95 with {sessions} visits", outcome.percentile(0.95), 1.0, "s")
            table.limit(f"errors with {sessions} visits", len(outcome.errors), 0, "")


def _soak(table: Table, minutes: float) -> None:
    with serving(OURS) as ours:
        asyncio.run(crowd(ours.url, _mixed(), 30, 60 * min(5.0, minutes / 2)))
        before = ours.memory()
        outcome = asyncio.run(crowd(ours.url, _mixed(), 30, 60 * max(minutes - 5, minutes / 2)))
        table.limit("growth after the first minutes", ours.memory() - before, 5, "MiB")
        table.limit("errors of the soak", len(outcome.errors), 0, "")


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__":
    began = time.perf_counter()
    status = main()
    print(f"measured in {time.perf_counter() - began:.0f} s")
    sys.exit(status)

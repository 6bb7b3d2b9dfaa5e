"""Prints every figure of the hosted app beside that of the bare one, and whether it holds.

Without an option it measures speed and memory. The exit status is 1 where a figure does not hold.
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
from tests.benchmarks.app import browsing, load, soak
from tests.benchmarks.app.servers import BARE, OURS, Server, serving
from tests.benchmarks.app.table import Table
from tests.visits import Visit

STARTS, RERUNS = 3, 30
PAGES = ["" if page is registry.PAGES[0] else page.slug for page in registry.PAGES]
BARE_PAGES = ["", "two"]
OPEN_SESSIONS = 40


def main() -> int:
    """Measure, print, and say whether all bars hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", action="store_true", help="75 visits on one process")
    parser.add_argument(
        "--replicas", action="store_true", help="--load, and the most of one and two"
    )
    parser.add_argument("--soak", type=float, default=0.0, metavar="MINUTES")
    options = parser.parse_args()
    table = Table()
    if options.load or options.replicas:
        load.measure(table, options.replicas)
    if options.soak:
        soak.measure(table, options.soak)
    if not (options.load or options.replicas or options.soak):
        _speed(table)
    return 1 if table.missed else 0


def _speed(table: Table) -> None:
    _starts(table)
    with serving(OURS) as ours, serving(BARE) as bare:
        _first_views(table, ours, bare)
        _reruns(table, ours, bare)
        _memory(table, ours)


def _starts(table: Table) -> None:
    times: dict[str, list[float]] = {OURS: [], BARE: []}
    for _ in range(STARTS):
        for script, taken in times.items():
            with serving(script) as server:
                taken.append(server.start)
    table.ratio("start until healthy", _median(times[OURS]), _median(times[BARE]), 1.5)


def _first_views(table: Table, ours: Server, bare: Server) -> None:
    views = {f"{bare.url}/": True, f"{ours.url}/": False, f"{ours.url}/internet": True}
    floor, *seen = browsing.openings(views)
    for name, view in zip(("overview", "internet"), seen, strict=True):
        table.ratio(f"first text, {name}", view.text, floor.text, 1.25)
        if view.chart and floor.chart:
            table.ratio(f"first chart, {name}", view.chart, floor.chart, 1.25)
        table.limit(f"bytes of a first visit, {name}", view.megabytes, 3.2, "MB")


def _reruns(table: Table, ours: Server, bare: Server) -> None:
    floor = asyncio.run(_switches(bare, BARE_PAGES))
    same, alone = asyncio.run(_again(bare, ""))
    table.ratio("page switch", asyncio.run(_switches(ours, PAGES)), floor, 1.3)
    members = [
        id for id, known in library.default().indicators.items() if known.family == "internet"
    ]
    changes = [f"internet?id={id}" for id in members]
    table.ratio("another indicator", asyncio.run(_switches(ours, changes)), same, 1.3)
    print(f"{'processor time of a rerun, the bare app':46} {alone * 1000:9.3f} ms", flush=True)
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


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__":
    began = time.perf_counter()
    status = main()
    print(f"measured in {time.perf_counter() - began:.0f} s")
    sys.exit(status)

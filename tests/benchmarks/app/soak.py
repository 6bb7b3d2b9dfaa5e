"""The soak: visits that come, go from view to view and leave, and what memory stays behind."""

from __future__ import annotations

import asyncio
import statistics
import time

from tests.benchmarks.app.crowd import Crowd, mixed_views
from tests.benchmarks.app.servers import OURS, Server, serving
from tests.benchmarks.app.table import Table

SESSIONS, THINK, STAY = 20, 8.0, 90.0
FIRST = 5.0  # minutes in which caches fill
GROWTH = 5.0  # MiB that the allocator may move by
_EVERY = 5.0  # seconds between two looks at the memory


def measure(table: Table, minutes: float) -> None:
    """Soak a server for so long and print its memory minute by minute."""
    first = min(FIRST, minutes / 2)
    with serving(OURS) as ours:
        crowd = Crowd(ours.url, mixed_views(), SESSIONS, THINK, STAY)
        held = asyncio.run(_watched(ours, crowd, minutes))
    medians = [statistics.median(held[at]) for at in sorted(held)]
    print("MiB in each minute: " + " ".join(f"{value:.0f}" for value in medians))
    print(
        f"{crowd.visits} visits, {len(crowd.seconds)} actions, p50 {crowd.percentile(0.5):.3f} s, "
        f"p95 {crowd.percentile(0.95):.3f} s, errors: {crowd.errors[:2]}"
    )
    growth = medians[-1] - medians[round(first)]
    table.limit(f"growth after the first {first:g} minutes", growth, GROWTH, "MiB")
    table.limit("errors of the soak", len(crowd.errors), 0, "")


async def _watched(server: Server, crowd: Crowd, minutes: float) -> dict[int, list[float]]:
    """The crowd's stay, and the resident MiB by minute."""
    held: dict[int, list[float]] = {}
    began = time.perf_counter()

    async def watch() -> None:
        while True:
            held.setdefault(int((time.perf_counter() - began) // 60), []).append(server.memory())
            await asyncio.sleep(_EVERY)

    watching = asyncio.create_task(watch())
    await crowd.stay_for(60 * minutes)
    watching.cancel()
    return held

"""The load: how many visits one process holds, and how many two replicas behind the proxy do."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from tests import proxy
from tests.benchmarks.app.crowd import Crowd, mixed_views
from tests.benchmarks.app.servers import OURS, Server, free_port, serving
from tests.benchmarks.app.table import Table
from tests.visits import Visit

SESSIONS, P95, RATIO = 75, 1.0, 1.4
_SECONDS = 45.0  # that a crowd is watched
NEAR = 4  # visits: how closely the most is looked for
_REPLICAS = 2


def measure(table: Table, replicas: bool) -> None:
    """One process with the visits it must hold; and where wanted, the most of one and of two."""
    with ExitStack() as stack:
        one = _warm(stack.enter_context(serving(OURS)))
        met = cache(lambda sessions: _crowd(one.url, sessions, [one]))
        crowd = met(SESSIONS)
        table.limit(f"p95 with {SESSIONS} visits", crowd.percentile(0.95), P95, "s")
        table.limit(f"errors with {SESSIONS} visits", len(crowd.errors), 0, "")
        if not replicas:
            return
        alone = most(lambda sessions: holds(met(sessions)), SESSIONS)
    with ExitStack() as stack:
        servers = [_warm(stack.enter_context(serving(OURS))) for _ in range(_REPLICAS)]
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        urls = [server.url for server in servers]
        url = stack.enter_context(proxy.proxying(urls, free_port(), folder))
        first = max(alone, 1) * _REPLICAS
        together = most(lambda sessions: holds(_crowd(url, sessions, servers)), first)
    print(f"the most visits: {alone} with one process, {together} with two replicas")
    table.least("two replicas beside one process", together / max(alone, 1), RATIO, "×")


def holds(crowd: Crowd) -> bool:
    """Whether a crowd was served well."""
    return not crowd.errors and crowd.percentile(0.95) < P95


def most(held: Callable[[int], bool], first: int) -> int:
    """The highest number of visits that is held, to within a few; 0 where hardly one is."""
    low, high = 0, first
    while held(high):
        low, high = high, high * 5 // 4
    while high - low > NEAR:
        middle = (low + high) // 2
        low, high = (middle, high) if held(middle) else (low, middle)
    return low


def _warm(server: Server) -> Server:
    """A server on which every view was opened once, as on any but the first minute of its life."""

    async def open_all() -> None:
        visit = Visit(server.url)
        await visit.arrive("")
        for view in mixed_views():
            await visit.go(view)
        await visit.leave()

    asyncio.run(open_all())
    return server


def _crowd(url: str, sessions: int, servers: list[Server]) -> Crowd:
    """What so many visits met."""
    before, own = sum(server.cpu() for server in servers), time.process_time()
    crowd = Crowd(url, mixed_views(), sessions)
    asyncio.run(crowd.stay_for(_SECONDS))
    spent = sum(server.cpu() for server in servers) - before
    print(
        f"{sessions} visits, {len(servers)} processes: {len(crowd.seconds)} actions, "
        f"p50 {crowd.percentile(0.5):.3f} s, p95 {crowd.percentile(0.95):.3f} s, "
        f"{len(crowd.errors)} errors {crowd.errors[:2]}; seconds of processor: {spent:.1f} of the "
        f"servers, {time.process_time() - own:.1f} of the crowd",
        flush=True,
    )
    return crowd

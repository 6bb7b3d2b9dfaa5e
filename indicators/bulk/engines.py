"""Who does the parts: this process, some processes beside it, or a Dask cluster."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Literal

from loky import get_reusable_executor

from indicators.bulk.corpus import Part
from indicators.bulk.results import Tally
from indicators.errors import InputError

Engine = Literal["local", "dask"]
Task = Callable[[Part], Tally]
MOST_DEATHS = 3  # of processes one after another, with no part done in between
_PATIENCE = "10s"  # for a scheduler to answer


def run(
    task: Task, parts: Sequence[Part], engine: Engine, workers: int, scheduler: str | None
) -> Iterator[Tally]:
    """Do each part once and tell of it when it is done, in any order.

    Raises the InputError of a part, and ``bulk_worker`` where processes end again and again.
    """
    if not parts:
        return iter(())
    workers = min(workers, len(parts))
    if engine == "dask":
        return _dask(task, parts, workers, scheduler)
    if workers == 1:
        return map(task, parts)
    return _processes(task, parts, workers)


def _processes(task: Task, parts: Sequence[Part], workers: int) -> Iterator[Tally]:
    """A process that was killed takes the pool with it: what was not done goes to a new one."""
    left = {part.number: part for part in parts}
    deaths = 0
    while left:
        before = len(left)
        try:
            for tally in _pool(task, tuple(left.values()), workers):
                del left[tally.part]
                yield tally
        except BrokenProcessPool:
            deaths = 1 if len(left) < before else deaths + 1
            if deaths == MOST_DEATHS:
                raise InputError("bulk_worker") from None


def _pool(task: Task, parts: Sequence[Part], workers: int) -> Iterator[Tally]:
    pool = get_reusable_executor(max_workers=workers)
    ahead = iter(parts)
    running = {pool.submit(task, part) for part in islice(ahead, 2 * workers)}
    try:
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(task, part) for part in islice(ahead, len(done))}
            for future in done:
                yield future.result()
    finally:
        pool.shutdown(wait=True, kill_workers=True)


def _dask(
    task: Task, parts: Sequence[Part], workers: int, scheduler: str | None
) -> Iterator[Tally]:
    """Dask gives the parts of a worker that died to the others; each part is one task."""
    distributed = _distributed()
    with _client(distributed, workers, scheduler) as client:
        try:
            for future in distributed.as_completed(client.map(task, parts, pure=False)):
                yield future.result()
        except distributed.scheduler.KilledWorker:
            raise InputError("bulk_worker") from None
        except (OSError, ImportError, CancelledError) as error:
            raise _unreachable(scheduler, error) from None


def _distributed() -> Any:
    """Dask is an extra: whoever wants a cluster installs it."""
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise InputError("bulk_no_dask") from None
    # Each of its loggers has a level of its own; what goes wrong is told in our sentence.
    for name in [
        name for name in logging.root.manager.loggerDict if name.startswith("distributed")
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return distributed


def _client(distributed: Any, workers: int, scheduler: str | None) -> Any:
    """A client of the scheduler, or of a cluster on this machine that ends with the client."""
    local = {"n_workers": workers, "threads_per_worker": 1, "host": "127.0.0.1"}
    quiet = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
    try:
        if scheduler:
            return distributed.Client(scheduler, timeout=_PATIENCE)
        # Its profiler looks into every worker a hundred times a second, and takes a fifth of it.
        dask = importlib.import_module("dask")
        with dask.config.set({"distributed.worker.profile.enabled": False}):
            return distributed.Client(**local, **quiet)
    except (OSError, ValueError) as error:
        raise _unreachable(scheduler, error) from None


def _unreachable(scheduler: str | None, error: BaseException) -> InputError:
    why = str(error) or type(error).__name__
    return InputError(
        "bulk_scheduler", address=scheduler or "127.0.0.1", why=why[:200].rstrip(". ")
    )

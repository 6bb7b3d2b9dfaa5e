"""The few processes in which visitors' texts are checked, so that pages stay quick meanwhile.

A check takes seconds of pure computing, and all pages of a process share one interpreter lock.
These processes hold the data and the lexicon; each job is done in a child of theirs, within limits
of time and memory. loky rather than concurrent.futures: its processes do not import the main
script, which under Streamlit is the page that happens to be drawn.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import Any

from loky import get_reusable_executor

from indicators import bounded, jobs
from indicators.jobs import Job

MOST = 2  # processes; each holds the data and the lexicon, about 150 MB
IDLE_SECONDS = 300  # a process that has had nothing to do for so long ends


def start() -> None:
    """Let the processes load what they need; returns at once."""
    for _ in range(_count()):
        _keeper().submit(_submit, jobs.warm_up)


def submit(work: Sequence[Job]) -> list[Future[bytes]]:
    """Queue some jobs; they are done in their order, a few at a time."""
    return [_keeper().submit(_submit, bounded.check, job).result() for job in work]


def _count() -> int:
    return max(1, min(MOST, (os.cpu_count() or 1) - 1))


@cache
def _keeper() -> ThreadPoolExecutor:
    """The thread that starts the processes: they end with it, and those of visits are short."""
    return ThreadPoolExecutor(1, thread_name_prefix="workers")


def _submit(task: Callable[..., Any], *arguments: object) -> Future[Any]:
    """Hand a task to the pool; a pool that a killed process has spoiled is replaced."""
    try:
        future: Future[Any] = _pool().submit(task, *arguments)
    except BrokenProcessPool:
        future = _pool().submit(task, *arguments)
    return future


def _pool() -> Any:
    return get_reusable_executor(max_workers=_count(), timeout=IDLE_SECONDS)

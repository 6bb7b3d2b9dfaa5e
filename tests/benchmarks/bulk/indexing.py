"""The search index of the results: how long its making takes, how big it is, how soon it answers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from indicators import search
from tests.benchmarks.bulk import runs
from tests.benchmarks.bulk.runs import MEBIBYTE, Run
from tests.benchmarks.search import ROUNDS, TOP, queries, timed


@dataclass(frozen=True, slots=True)
class Indexed:
    """The run that made it, its sentences, its MiB on disk, and milliseconds of an answer."""

    run: Run
    sentences: int
    size: float
    p50: float
    p95: float


def index(results: Path, folder: Path) -> Indexed:
    """Make the index by the command, then ask it the labelled queries, the first round unmeasured.

    Milliseconds are of processor time, of the thread that asks.
    """
    command = [sys.executable, "-m", "indicators", "index", str(results), "--out", str(folder)]
    made = runs.of_command(command, folder)
    opened = search.opened(folder)
    asked = queries()
    times = [
        timed(lambda query: search.find(opened, query, limit=TOP).total, query)
        for _ in range(ROUNDS + 1)
        for query in asked
    ][len(asked) :]
    cuts = quantiles(times, n=20)
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    return Indexed(made, opened.size, size / MEBIBYTE, cuts[9], cuts[18])

"""The floor: a plain ProcessPoolExecutor doing the same parts by the same function.

Run: python -m tests.benchmarks.bulk.floor CORPUS OUT WORKERS
It plans as the check does and forgives nothing: no resuming, no progress, no process that may die.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from indicators import bulk
from indicators.bulk import Limits, Order, corpus


def main(source: str, out: str, workers: int) -> None:
    """Check a corpus into a folder."""
    parts = corpus.plan(source, Limits()).parts
    with ProcessPoolExecutor(workers) as pool:
        for _ in pool.map(partial(bulk.do, folder=out, order=Order()), parts):
            pass


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

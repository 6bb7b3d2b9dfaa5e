"""Prints how fast, how big and how right the check of a corpus is, and whether each bar holds.

Run: python -m tests.benchmarks.bulk [--passages COUNT …] [--runs ENGINE:WORKERS …] [--quick]
Each run is the command as anybody calls it, from the start of its first process to the end of the
last; the floor is a plain ProcessPoolExecutor. The exit status is 1 where a bar does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bulk import passages, runs
from tests.benchmarks.bulk.bars import Bars
from tests.benchmarks.bulk.indexing import index
from tests.benchmarks.bulk.runs import Way
from tests.benchmarks.bulk.score import Score, score

COUNTS = (10_000, 100_000)
RUNS = ("local:1", "local:2", "dask:1", "dask:2", "floor:2")
QUICK, QUICK_RUNS = 500, ("local:1",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", nargs="+", type=int, default=COUNTS, metavar="COUNT")
    parser.add_argument("--runs", nargs="+", type=Way.parse, metavar="ENGINE:WORKERS")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} passages, one run")
    options = parser.parse_args(arguments)
    counts = [QUICK] if options.quick else options.passages
    ways = options.runs or [Way.parse(told) for told in (QUICK_RUNS if options.quick else RUNS)]
    bars = Bars()
    print("passages   engine    seconds   a second   processor s   peak MiB   rows")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, ways, Path(folder), bars)
    return bars.told()


def measure(count: int, ways: Sequence[Way], folder: Path, bars: Bars) -> None:
    """Check so many passages in every way, and hold the first results to the truth."""
    corpus = folder / "corpus.parquet"
    passages.write(corpus, count)
    first = ""
    for way in ways:
        out = folder / str(way).replace(":", "-")
        one = runs.run(way, corpus, out)
        made = runs.digest(out)
        first = first or made
        same = "the same" if made == first else "OTHERS"
        print(
            f"{count:>9,}  {way!s:8} {one.seconds:>8.1f} {count / one.seconds:>10,.0f}"
            f" {one.processor:>13.1f} {one.peak:>10.0f}   {same}",
            flush=True,
        )
        bars.add(count, way, one, made == first)
    results = folder / str(ways[0]).replace(":", "-")
    scored = score(results, count)
    show(scored)
    bars.score(count, scored)
    indexed = index(results, folder / "index")
    print(
        f"{indexed.sentences:>9,}  index    {indexed.run.seconds:>8.1f}"
        f" {indexed.sentences / indexed.run.seconds:>10,.0f} {indexed.run.processor:>13.1f}"
        f" {indexed.run.peak:>10.0f}   {indexed.size:.0f} MiB; an answer takes"
        f" {indexed.p50:.1f} ms, 95 of 100 at most {indexed.p95:.1f} ms",
        flush=True,
    )
    bars.index(indexed)


def show(scored: Score) -> None:
    """Figures by the way they were made."""
    for way, told in scored.told.most_common():
        found, right = scored.found[way], scored.right[way]
        print(f"           {way:9} {told:>8,} told, {found:>8,} found, {right:>8,} judged so")


if __name__ == "__main__":
    sys.exit(main())

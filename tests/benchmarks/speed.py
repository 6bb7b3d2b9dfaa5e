"""Measures the whole check, repair to verdict: characters a second, growth and memory.

Run: python -m tests.benchmarks.speed [--largest CHARACTERS]
Each text is read in a process of its own; time is processor time, so that a busy machine counts
less. The texts are drawn at random, piece by piece, from the five of the library as received
(damaged), the same repaired, and the composed passages, which are dense with figures.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from indicators import cleaning, library, reading

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("repaired", "damaged", "composed")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
PIECE = 2000  # characters of a library text that stay together, to the end of the line
MEGABYTE = 1 << 20
LIMIT = 11.0  # ten times the text may take eleven times as long


def received() -> list[str]:
    """The five texts as received."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "data/texts").glob("*.txt"))]


def repaired() -> list[str]:
    """The five texts after repair."""
    return [cleaning.clean(text).text for text in received()]


def composed() -> list[str]:
    """The composed passages before their damage: several figures to a line."""
    lines = (ROOT / "tests/passages/composed.jsonl").read_text("utf-8").splitlines()
    return [row["base"] or row["text"] for row in map(json.loads, lines)]


def pieces(text: str) -> list[str]:
    """A text cut at line ends into pieces of some length."""
    cut = [""]
    for line in text.splitlines(keepends=True):
        if len(cut[-1]) + len(line) > PIECE:
            cut.append("")
        cut[-1] += line
    return [piece for piece in cut if piece]


def build(kind: str, size: int) -> str:
    """A text of a size; the same one every time."""
    texts = {"repaired": repaired, "damaged": received, "composed": composed}[kind]()
    pool = [piece for text in texts for piece in pieces(text)]
    rng = random.Random(size)
    drawn: list[str] = []
    length = 0
    while length < size:
        drawn.append(rng.choice(pool).rstrip("\n") + "\n")
        length += len(drawn[-1])
    return "".join(drawn)[:size]


def measure(kind: str, size: int) -> dict[str, float]:
    """Seconds and peak megabytes of reading one text in this process."""
    shelf = library.load()
    text = build(kind, size)
    reading.read(build(kind, SIZES[0])[:3000], shelf)  # what is built once is built
    reading.warm_up(shelf)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    read = reading.read(text, shelf)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = (peak - before) * 1024 / MEGABYTE
    return {"seconds": seconds, "megabytes": megabytes, "findings": len(read.findings)}


def measured_apart(kind: str, size: int) -> dict[str, float]:
    """``measure`` in a process of its own; of short texts the median of three."""
    runs = 3 if size <= SIZES[1] else 1
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--one", kind, str(size)]
    results: list[dict[str, float]] = []
    for _ in range(runs):
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        results.append(json.loads(done.stdout))
    return sorted(results, key=lambda result: result["seconds"])[runs // 2]


def table(kind: str, sizes: Sequence[int]) -> bool:
    """Prints the rows of one kind of text; whether the time grew no faster than allowed."""
    before, linear = None, True
    for size in sizes:
        row = measured_apart(kind, size)
        times = row["seconds"] / before["seconds"] if before else 0.0
        linear = linear and (size < SIZES[-1] or times <= LIMIT)
        print(
            f"{kind:9} {size:11,} {row['seconds']:9.2f} {size / row['seconds']:13,.0f}"
            f" {row['megabytes']:8.0f} {row['findings']:9,.0f} {times or '':8.3}",
            flush=True,
        )
        before = row
    return linear


def main() -> None:
    """Print one table: a row for each kind of text and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one[0], int(given.one[1]))))
        return
    sizes = [size for size in SIZES if size <= given.largest]
    print("text       characters   seconds  characters/s  peak MB    quotes   growth")
    linear = [table(kind, sizes) for kind in KINDS]
    if sizes[-1] == SIZES[-1]:
        print(f"growth from 1 to 10 million at most {LIMIT}: {'yes' if all(linear) else 'NO'}")


if __name__ == "__main__":
    main()

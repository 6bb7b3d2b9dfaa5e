"""Measures search: answers a query, the time to build and the size of the index, beside SQLite.

Run: python -m tests.benchmarks.search [--million]
Passages are clauses of the five texts strung together at random with random figures, 190 characters
on average, so that common words stand in far more of them than in any real collection. Queries are
the labelled ones of the tests. SQLite FTS5 gets the very same units and the very same queries. Each
engine is built and asked in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import quantiles

from indicators import library, reading, search
from indicators.search import Passage, Query, Synonyms, analyser, index
from indicators.search.patterns import Pattern, Wanted

ROOT = Path(__file__).resolve().parents[2]
LENGTH = 190
ROUNDS = 3
# 95 of 100 queries are to be answered within so many milliseconds, by number of passages.
WANTED = {0: 10, 100_000: 50, 1_000_000: 150}
TOP = 10


@cache
def clauses() -> tuple[str, ...]:
    """The clauses of the five texts, repaired."""
    data = library.default()
    texts = (reading.read(one.raw, data).clean.text for one in data.documents.values())
    return tuple(c for text in texts for c in re.split(r"[，,；;。！？\n]", text) if len(c) > 3)


def figure(rng: random.Random) -> str:
    """A figure of some magnitude in one of its spellings."""
    value = round(10 ** rng.uniform(1, 9))
    return rng.choice(
        (
            f"{value / 1e8:.2f}亿",
            f"{value / 1e4:.1f}万",
            f"{value}个",
            f"{rng.uniform(0, 100):.1f}%",
        )
    )


def passages(count: int) -> Iterator[Passage]:
    """So many passages, the same ones every time; none but the library's own where it is 0."""
    if count == 0:
        data = library.default()
        yield from search.of_readings(
            {slug: reading.read(one.raw, data) for slug, one in data.documents.items()}
        )
        return
    rng = random.Random(7)
    for number in range(count):
        text = ""
        while len(text) < LENGTH - 12:
            text += rng.choice(clauses()) + rng.choice(("，", "，", f"{figure(rng)}，"))
        yield Passage("x", number, text[:-1] + "。")


@cache
def queries() -> tuple[Query, ...]:
    """The labelled queries, and every name of an indicator."""
    data = library.default()
    names = Synonyms(data.indicators.values())
    labelled = tomllib.loads((ROOT / "tests/search_queries.toml").read_text("utf-8"))["query"]
    typed = [row["q"] for row in labelled] + [one.name.zh for one in data.indicators.values()]
    return tuple(search.parse(query, names) for query in typed)


def ours(count: int, folder: Path) -> Callable[[Query], int]:
    """Build this project's index; what answers a query with its hits and their marks."""
    made = search.build(passages(count), folder / "tantivy")
    return lambda query: search.find(made, query, limit=TOP).total


def fts5(count: int, folder: Path) -> Callable[[Query], int]:
    """Build the same units into SQLite FTS5, ranked by its bm25."""
    base = sqlite3.connect(folder / "fts5.db")
    base.execute(
        "create virtual table p using fts5(units, figures, record unindexed, "
        "tokenize = \"unicode61 tokenchars '=.%'\")"
    )
    base.executemany("insert into p values (?, ?, ?)", map(row, passages(count)))
    base.execute("insert into p(p) values ('optimize')")
    base.commit()
    asked = "select record from p where p match ? order by bm25(p) limit ?"
    return lambda query: len(base.execute(asked, (matched(query), TOP)).fetchall())


def row(passage: Passage) -> tuple[str, str, str]:
    """A passage as FTS5 takes it."""
    figures = " ".join(index.figure_tokens(passage.text))
    return " ".join(analyser.terms(passage.text)), figures, passage.text


def matched(query: Query) -> str:
    """A query in the language of FTS5."""
    return " AND ".join(f"({part(wanted)})" for wanted in query.parts)


def part(wanted: Wanted) -> str:
    ways = [f"units : {pattern(one)}" for one in wanted.patterns]
    return " OR ".join([*ways, *(f'figures : "{token}"' for token in wanted.figures)])


def pattern(one: Pattern) -> str:
    units = [unit for _, unit in one.units]
    if one.slop:
        near = " ".join(f'"{unit}"' for unit in units)
        return f"NEAR({near}, {one.slop})"
    return f'"{" ".join(units)}"' + (" *" if one.open else "")


ENGINES = {"ours": ours, "fts5": fts5}


def measure(engine: str, count: int) -> dict[str, float]:
    """Build and ask, in this process."""
    queries(), clauses()
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        answer = ENGINES[engine](count, Path(folder))
        built = time.process_time() - before
        size = sum(one.stat().st_size for one in Path(folder).rglob("*") if one.is_file())
        times = [timed(answer, query) for _ in range(ROUNDS + 1) for query in queries()]
    times = times[len(queries()) :]  # the first round warms up
    ninety_five = quantiles(times, n=20)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "build": built, "size": size / 2**20, "p50": ninety_five[9], "p95": ninety_five[18],
        "peak": peak,
    }  # fmt: skip


def timed(answer: Callable[[Query], int], query: Query) -> float:
    """Milliseconds of processor time to answer a query, in the thread that asks."""
    before = time.thread_time()
    answer(query)
    return 1000 * (time.thread_time() - before)


def apart(engine: str, count: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.search", "--one", engine, str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> int:
    """Print the table; fail where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="also a million passages")
    parser.add_argument("--one", nargs=2, metavar=("ENGINE", "COUNT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one[0], int(options.one[1]))))
        return 0
    print(f"{len(queries())} queries, each {ROUNDS} times; processor time")
    print("passages  engine   build s  index MiB  peak MiB   p50 ms   p95 ms  wanted")
    missed = False
    for count, wanted in WANTED.items():
        if count == 1_000_000 and not options.million:
            continue
        for engine in ENGINES:
            seen = apart(engine, count)
            print(
                f"{count or 'library':>8}  {engine:<6} {seen['build']:>9.1f} {seen['size']:>10.1f}"
                f" {seen['peak']:>9.0f} {seen['p50']:>8.2f} {seen['p95']:>8.2f}"
                f"  {wanted if engine == 'ours' else '':>6}",
                flush=True,
            )
            missed |= engine == "ours" and seen["p95"] >= wanted
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

"""Measures the page of a corpus at a million quotes: each of its questions, and the whole page.

Run: python -m tests.benchmarks.bulk.corpus [--quotes N] [--folder DIR]
The results are made by DuckDB itself, with the columns of a bulk check and nothing to read from.
Each question is asked anew in each round, none of its answers is kept; beside the time stands the
processor time, which other work on the machine changes less. The page is run as Streamlit runs it
for a visitor who changes a filter: once with a choice nobody has made before, once again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from indicators import corpus, library, settings
from indicators.bulk.checking import SCHEMAS
from indicators.corpus import ERRORS, MOST, Corpus, Filter

MILLION, PARTS, ROUNDS = 1_000_000, 20, 9
QUESTION, PAGE = 200, 500  # milliseconds allowed
# Two quotes a text; recent years and the first indicators are quoted most. hash() is the dice.
_QUOTES = """
    SELECT 'passage-' || (i // 2) AS text, substr(md5(i::VARCHAR), 1, 8) AS claim,
        printf('%.2f亿', value / 1e8) AS surface, 20::BIGINT AS start, 26::BIGINT AS "end",
        printf('截至%d年12月，我国网民规模达%.2f亿人，较上年底增长%d万人，互联网普及率进一步提升；'
            '本段编号%d。', year, value / 1e8, hash(i, 1) % 9999, i) AS sentence,
        indicator, 'level' AS kind, 'CN' AS geo, 'total' AS area, NULL::VARCHAR AS level,
        NULL::VARCHAR AS scope, value, 'person' AS unit, 'exact' AS approx,
        CASE WHEN hash(i, 2) % 20 > 0 THEN year || '-12' END AS as_of,
        verdict,
        {'indicator': indicator, 'area': 'total', 'as_of': year || '-12', 'value': 7.72e8,
            'source': 'cnnic-41', 'status': 'seen'} AS reference,
        value - 7.72e8 AS difference,
        printf('%d年12月全国网民规模为7.72亿人，文中写%.2f亿人。请核对原文。', year, value / 1e8) AS reason,
        true AS certain, NULL::STRUCT("with" VARCHAR[], recomputed DOUBLE, reason VARCHAR) AS inconsistent
    FROM (
        SELECT i, (2000 + floor(26 * sqrt(hash(i, 3) / 18446744073709551616.0)))::INT AS year,
            1e6 * (100 + hash(i, 4) % 1000) AS value,
            $ids[1 + floor(len($ids) * pow(hash(i, 5) / 18446744073709551616.0, 2))::INT] AS indicator,
            $verdicts[1 + floor(len($verdicts) * pow(hash(i, 6) / 18446744073709551616.0, 1.5))::INT]
                AS verdict
        FROM range($first, $last) AS numbers(i)
    )
"""
_TEXTS = """
    SELECT 'passage-' || i AS id, '关于网民规模的第' || i || '篇报道' AS title, '某报' || (i % 50) AS source,
        CASE WHEN hash(i, 7) % 20 > 0 THEN printf('%d-%02d', 2010 + hash(i, 8) % 17, 1 + hash(i, 9) % 12)
            END AS published,
        120::BIGINT AS characters, 3::BIGINT AS sentences, 0::BIGINT AS repairs, 0::BIGINT AS doubtful,
        MAP {}::MAP(VARCHAR, BIGINT) AS repaired, 2::BIGINT AS quotes,
        MAP {}::MAP(VARCHAR, BIGINT) AS verdicts, 0::BIGINT AS inconsistent
    FROM range($first // 2, $last // 2) AS numbers(i)
"""


def make(folder: Path, quotes: int) -> None:
    """The results of a check of so many quotes, in parts."""
    connection = duckdb.connect()
    step = quotes // PARTS
    dice = {"ids": list(library.default().indicators), "verdicts": _verdicts()}
    for name, question in (("quotes", _QUOTES), ("texts", _TEXTS)):
        (folder / name).mkdir(parents=True)
        for part in range(PARTS):
            facts: dict[str, object] = {"first": part * step, "last": (part + 1) * step}
            if name == "quotes":
                facts |= dice
            path = folder / name / f"part-{part:06d}.parquet"
            connection.execute(f"COPY ({question}) TO '{path}' (COMPRESSION zstd)", facts)
        columns = [row[0] for row in connection.execute(f"DESCRIBE FROM '{path}'").fetchall()]
        assert columns == SCHEMAS[name].names, columns
    made_from = {"lang": "zh", "data": library.default().version}
    manifest = {"indicators": 1, "complete": True, "made_from": made_from}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def _verdicts() -> list[str]:
    """From the likeliest to the rarest."""
    return ["match", "rounded", "outdated", *map(str, ERRORS), "no_reference"]


def questions(opened: Corpus) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every question of the page, at its widest and with a filter."""
    every, some = Filter(), Filter("internet_users", "2020-01", "2020-12", "wrong")
    yield "all quotes counted", lambda: corpus.quoted(opened)
    for name, asked in (("all", every), ("filtered", some)):
        yield f"how late, {name}", lambda asked=asked: corpus.delays(opened, asked)
        yield f"errors repeated, {name}", lambda asked=asked: corpus.repeated(opened, asked, 20)
        yield f"number, {name}", lambda asked=asked: corpus.number(opened, asked)
        yield f"first page, {name}", lambda asked=asked: corpus.page(opened, asked, 0, 20)
    yield "last page, all", lambda: corpus.page(opened, every, MOST - 20, 20)


def by_id(opened: Corpus) -> int:
    """How many quotes have both dates, their texts found by id instead of by place."""
    question = """
        SELECT count(*) FROM quotes JOIN texts ON quotes.text = texts.id
        WHERE as_of IS NOT NULL AND published IS NOT NULL
    """
    return int(opened.ask(question, {})[0][0])


def visits() -> Iterator[tuple[str, Callable[[], object]]]:
    """The page for a visitor: as it opens, and as filters change it."""
    from indicators.ui.registry import page
    from tests.test_pages import visit

    app = visit(page("corpus"))

    def with_(**asked: str) -> None:
        app.query_params.clear()
        for name, value in asked.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].message

    years = iter(range(2001, 2026))
    yield "page, all, seen before", lambda: with_()
    yield "page, an indicator, seen before", lambda: with_(id="internet_users")
    yield "page, a year nobody chose before", lambda: with_(t=str(next(years)))
    yield "page, a page nobody turned to before", lambda: with_(p=str(next(years)))


def timed(work: Callable[[], object]) -> tuple[float, float, float]:
    """Milliseconds: the best and the middle one of the rounds, and the least of the processor."""
    times = []
    work()
    for _ in range(ROUNDS):
        begun, spent = time.perf_counter(), time.process_time()
        work()
        times.append((time.perf_counter() - begun, time.process_time() - spent))
    best, *_ = walls = sorted(wall for wall, _ in times)
    return 1000 * best, 1000 * walls[len(walls) // 2], 1000 * min(spent for _, spent in times)


def row(name: str, work: Callable[[], object], allowed: float) -> bool:
    """Print one line; whether the processor time, of all threads, is within what is allowed.

    On an idle machine nothing takes longer than that.
    """
    best, middle, processor = timed(work)
    verdict = "yes" if processor < allowed else "NO"
    print(
        f"{name:38} {best:7.0f} {middle:7.0f} {processor:9.0f} {allowed:8.0f} {verdict:>4}",
        flush=True,
    )
    return processor < allowed


def measure(folder: Path) -> int:
    """Print the table; 1 where something takes longer than allowed."""
    opened = corpus.open_(str(folder))
    assert by_id(opened) == sum(one.quotes for one in corpus.delays(opened, Filter()))
    print(f"{'milliseconds':38} {'best':>7} {'middle':>7} {'processor':>9} {'allowed':>8}")
    done = [row(name, work, QUESTION) for name, work in questions(opened)]
    written = folder.parent / "settings.toml"
    written.write_text(f"corpus = {json.dumps(str(folder))}\n", "utf-8")
    os.environ[settings.VARIABLE] = str(written)
    done += [row(name, work, PAGE) for name, work in visits()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, app included: {peak:.0f} MiB")
    return 0 if all(done) else 1


def main() -> int:
    """Make the results, ask, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=MILLION, help="rows of the table of quotes")
    parser.add_argument("--folder", type=Path, help="keep the results here, and use them again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.folder or Path(temporary)) / f"checked-{options.quotes}"
        if not folder.exists():
            make(folder, options.quotes)
        size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
        print(f"{options.quotes:,} quotes in {PARTS} parts, {size / 2**20:.0f} MiB")
        return measure(folder)


if __name__ == "__main__":
    sys.exit(main())

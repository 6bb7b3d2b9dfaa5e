"""The synthetic corpus of the benchmark is what it says: the same every time, and true."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from indicators.bulk import Limits, Order, Run, check
from tests.benchmarks.bulk import __main__ as benchmark
from tests.benchmarks.bulk import figures, passages
from tests.benchmarks.bulk.bars import Bars
from tests.benchmarks.bulk.runs import Run as Measured
from tests.benchmarks.bulk.runs import Way
from tests.benchmarks.bulk.score import score

COUNT = 400


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus and of its results."""
    folder = tmp_path_factory.mktemp("bulk")
    passages.write(folder / "corpus.parquet", COUNT)
    run = Run(str(folder / "out"), limits=Limits(texts=150))
    check(str(folder / "corpus.parquet"), run, Order(), lambda *_: None)
    return folder


def test_a_passage_depends_on_its_number_alone(checked: Path) -> None:
    """What was written can be made again, in any order."""
    texts = pq.read_table(checked / "corpus.parquet").column("text").to_pylist()
    assert [passages.passage(number).text for number in reversed(range(COUNT))] == texts[::-1]
    assert len(set(texts)) > 0.95 * COUNT


def test_every_way_is_told_and_stands_in_its_text() -> None:
    """Each kind of figure occurs, and its number is in the passage once."""
    ways: Counter[str] = Counter()
    for number in range(COUNT):
        made = passages.passage(number)
        for claim in made.claims:
            ways[claim.way] += 1
            assert made.text.count(claim.written) >= 1
    assert set(ways) == set(passages.ACCEPTED)


def test_a_false_figure_is_no_official_one() -> None:
    """Of no series of China, whatever the month."""
    official = {
        written
        for series in figures.every()
        for seen in series.figures
        for written in (f"{seen.value:.1f}", f"{seen.value / figures.YI:.2f}")
    }
    false = [
        claim.written
        for number in range(COUNT)
        for claim in passages.passage(number).claims
        if claim.way == "false"
    ]
    assert false
    assert not official & set(false)


def test_the_results_are_held_to_the_truth(checked: Path) -> None:
    """All is found and judged rightly; what lacks in the results lacks in the score."""
    good = score(checked / "out", COUNT)
    assert good.told.total() > COUNT / 2
    assert min(good.recall, good.verdicts, good.precision) > 0.99
    (checked / "out/quotes/part-000001.parquet").unlink()
    less = score(checked / "out", COUNT)
    assert less.told == good.told
    assert less.recall < 0.7


BARS = [
    ("local:2", 60, 900, []),
    ("local:2", 64, 900, ["100,000 local:2: 1.56 × one worker ≥ 1.6"]),
    ("dask:2", 62, 900, []),
    ("dask:2", 66, 900, ["100,000 dask:2: 1.32 × the time of the floor ≤ 1.3"]),
    ("dask:2", 62, 1300, ["100,000 dask:2: 1300 MiB < 1229"]),
]


@pytest.mark.parametrize(("way", "seconds", "peak", "missed"), BARS)
def test_a_bar_that_is_missed_is_named(
    way: str, seconds: float, peak: float, missed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """By the time of one worker, by that of the floor, by memory."""
    bars = Bars()
    for told, run in {
        "local:1": Measured(100, 100, 900),
        "floor:2": Measured(50, 100, 9000),
        way: Measured(seconds, 100, peak),
    }.items():
        bars.add(100_000, Way.parse(told), run, True)
    assert bars.told() == bool(missed)
    lines = capsys.readouterr().out.splitlines()
    assert [line[7:] for line in lines if line.startswith("MISSED")] == missed


def test_the_peak_may_hardly_grow_with_the_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    """Ten times the passages, the same memory."""
    bars = Bars()
    for count, peak in ((10_000, 100), (100_000, 500), (1_000_000, 700)):
        bars.add(count, Way("dask", 2), Measured(1, 1, peak), True)
    assert bars.told() == 1
    assert "MISSED 1,000,000 dask:2: 1.40 × the peak at 100,000 ≤ 1.3" in capsys.readouterr().out


def test_the_benchmark_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """At its smallest, from the corpus to the bars."""
    assert benchmark.main(["--quick"]) == 0
    told = capsys.readouterr().out
    assert "500  local:1" in told
    assert "MISSED" not in told

"""How much of what passages quote was found, and how much of it judged rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.benchmarks.bulk import passages
from tests.benchmarks.bulk.passages import Claim

COLUMNS = ["text", "indicator", "surface", "verdict"]


@dataclass(slots=True)
class Score:
    """Figures by the way they were made: all, those found, those judged rightly; and others."""

    told: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    quotes: int = 0

    @property
    def recall(self) -> float:
        """The share of the figures that was found."""
        return self.found.total() / self.told.total()

    @property
    def verdicts(self) -> float:
        """The share of the figures found that was judged rightly."""
        return self.right.total() / self.found.total()

    @property
    def precision(self) -> float:
        """The share of the quotes that are figures of the passages."""
        return self.found.total() / self.quotes

    def add(self, claim: Claim, rows: list[dict[str, Any]]) -> None:
        """Look for a figure among the quotes of its passage."""
        self.told[claim.way] += 1
        for row in rows:
            if row["indicator"] == claim.indicator and claim.written in row["surface"]:
                self.found[claim.way] += 1
                self.right[claim.way] += row["verdict"] in passages.ACCEPTED[claim.way]
                return


def score(out: Path, count: int) -> Score:
    """Hold the quotes of a run to the truth, passage by passage as both come."""
    made = Score()
    quotes = groupby(_rows(out), key=lambda row: str(row["text"]))
    id, rows = next(quotes, ("", iter(())))
    for number in range(count):
        mine: list[dict[str, Any]] = []
        if id == passages.identity(number):
            mine = list(rows)
            id, rows = next(quotes, ("", iter(())))
        made.quotes += len(mine)
        for claim in passages.passage(number).claims:
            made.add(claim, mine)
    return made


def _rows(out: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((out / "quotes").glob("*.parquet")):
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(1000, columns=COLUMNS):
                yield from batch.to_pylist()

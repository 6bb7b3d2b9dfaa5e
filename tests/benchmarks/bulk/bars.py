"""The bars of the check of a corpus, and which of them hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.benchmarks.bulk.indexing import Indexed
from tests.benchmarks.bulk.runs import Run, Way
from tests.benchmarks.bulk.score import Score

FULL = 100_000  # passages from which on the start of processes is little beside the work
SPEED_UP, OVER_FLOOR = 1.6, 1.3  # of two workers over one; of Dask's time over the floor's
GROWTH, MOST = 1.3, 1.2 * 1024  # of the peak over that of the size before; MiB
ANSWER = 150  # milliseconds of processor time that 95 of 100 searches may take
FOUND, RIGHT, PRECISE = 0.99, 0.99, 0.999


@dataclass(slots=True)
class Bars:
    """What was measured, by passages and way, and the lines that say what holds."""

    runs: dict[tuple[int, Way], Run] = field(default_factory=dict)
    lines: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, count: int, way: Way, run: Run, same: bool) -> None:
        """One run, and whether its rows are those of the first one."""
        self.runs[count, way] = run
        self._hold(f"{count:,} {way}: the rows of the other runs", same)

    def score(self, count: int, scored: Score) -> None:
        """What a run found, against the truth."""
        for what, value, bar in (
            ("figures found", scored.recall, FOUND),
            ("verdicts right", scored.verdicts, RIGHT),
            ("quotes that are ones", scored.precision, PRECISE),
        ):
            self._hold(f"{count:,}: {what} {value:.4f} ≥ {bar}", value >= bar)

    def index(self, made: Indexed) -> None:
        """The search index of the first results."""
        self._hold(f"index: {made.run.peak:.0f} MiB < {MOST:.0f}", made.run.peak < MOST)
        self._hold(f"index: p95 {made.p95:.1f} ms < {ANSWER}", made.p95 < ANSWER)

    def told(self) -> int:
        """Print every bar; 1 where one is missed."""
        for (count, way), run in self.runs.items():
            if count >= FULL:
                self._compare(count, way, run)
        for line, holds in self.lines:
            print(f"{'met   ' if holds else 'MISSED'} {line}")
        return int(not all(holds for _, holds in self.lines))

    def _compare(self, count: int, way: Way, run: Run) -> None:
        if way.engine == "floor":
            return
        one = self.runs.get((count, Way(way.engine, 1)))
        if one and way.workers == 2:
            ratio = one.seconds / run.seconds
            self._hold(f"{count:,} {way}: {ratio:.2f} × one worker ≥ {SPEED_UP}", ratio >= SPEED_UP)
        floor = self.runs.get((count, Way("floor", way.workers)))
        if floor:
            ratio = run.seconds / floor.seconds
            told = f"{count:,} {way}: {ratio:.2f} × the time of the floor ≤ {OVER_FLOOR}"
            self._hold(told, ratio <= OVER_FLOOR)
        self._hold(f"{count:,} {way}: {run.peak:.0f} MiB < {MOST:.0f}", run.peak < MOST)
        smaller = [size for size, other in self.runs if other == way and FULL <= size < count]
        if smaller:
            growth = run.peak / self.runs[max(smaller), way].peak
            told = f"{count:,} {way}: {growth:.2f} × the peak at {max(smaller):,} ≤ {GROWTH}"
            self._hold(told, growth <= GROWTH)

    def _hold(self, line: str, holds: bool) -> None:
        self.lines.append((line, holds))

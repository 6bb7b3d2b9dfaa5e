"""One run of an engine over a corpus in a process of its own, with all its children watched."""

from __future__ import annotations

import contextlib
import hashlib
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[3]
EVERY = 1.0  # seconds between two looks at the memory; each takes some processor time itself
TOLD = 30  # seconds between two words on how far it is
MEBIBYTE = 1 << 20


class Way(NamedTuple):
    """Who checks: local or dask as shipped, or the floor; and how many workers."""

    engine: str
    workers: int

    @classmethod
    def parse(cls, told: str) -> Way:
        """``dask:2``; ValueError for anything else."""
        engine, workers = told.split(":")
        if engine not in ("local", "dask", "floor"):
            raise ValueError(engine)
        return cls(engine, int(workers))

    def __str__(self) -> str:
        return f"{self.engine}:{self.workers}"


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from start to end, seconds of processor time, MiB of the whole tree at its peak."""

    seconds: float
    processor: float
    peak: float


def run(way: Way, corpus: Path, out: Path) -> Run:
    """Check a corpus into a folder; the start of every process counts."""
    return of_command(_command(way, corpus, out), out)


def of_command(command: Sequence[str], out: Path) -> Run:
    """Run any command that writes into a folder. SystemExit where it fails."""
    before, begun = _processor(), time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as top:
        peak = _watched(top, out)
    if top.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {top.returncode}")
    return Run(time.perf_counter() - begun, _processor() - before, peak / MEBIBYTE)


def _command(way: Way, corpus: Path, out: Path) -> list[str]:
    files = [str(corpus), str(out)]
    if way.engine == "floor":
        return [sys.executable, "-m", "tests.benchmarks.bulk.floor", *files, str(way.workers)]
    command = [sys.executable, "-m", "indicators", "check", str(corpus), "--out", str(out)]
    return [*command, "--engine", way.engine, "--workers", str(way.workers)]


def _watched(top: subprocess.Popen[bytes], out: Path) -> int:
    """The most bytes that the process and all below it held at one time."""
    tree, peak, begun, told = psutil.Process(top.pid), 0, time.perf_counter(), 1
    while top.poll() is None:
        peak = max(peak, _held(tree))
        if time.perf_counter() - begun > told * TOLD:
            parts = len(list((out / "rejects").glob("*.parquet")))
            print(f"  {told * TOLD} s: {parts} parts done", file=sys.stderr, flush=True)
            told += 1
        with contextlib.suppress(subprocess.TimeoutExpired):
            top.wait(EVERY)
    return peak


def _held(tree: psutil.Process) -> int:
    """Resident bytes; what a forked child shares with its parent is counted once (Linux)."""
    held = 0
    for process in (tree, *tree.children(recursive=True)):
        # One may have ended meanwhile.
        with contextlib.suppress(psutil.NoSuchProcess):
            info = process.memory_full_info()
            held += getattr(info, "pss", info.rss)
    return held


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def digest(out: Path) -> str:
    """A print of all tables: two runs with the same one gave the same rows in the same files."""
    made = hashlib.sha256()
    for path in sorted(out.rglob("*.parquet")):
        made.update(str(path.relative_to(out)).encode())
        made.update(path.read_bytes())
    return made.hexdigest()

"""Nothing stops a corpus: not a text that kills or hangs its process, not the end of the run."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indicators import apart, bulk, reading
from indicators.bulk import Order, Run, Tally, checking
from indicators.bulk.corpus import Part
from indicators.reading import Reading
from tests.test_bulk import FIVE, ROOT, check, everything, parquet, rows, texts

read_dated = reading.read_dated
ENGINES = ("local", "dask")


@pytest.fixture
def source(tmp_path: Path) -> str:
    return parquet(tmp_path / "corpus.parquet", texts(23))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


RUN = """
import sys
from functools import partial
from indicators import bulk
from indicators.bulk import Limits, Order, Run
from tests import test_bulk_survival
bulk.do = getattr(test_bulk_survival, sys.argv[1])
run = Run(sys.argv[3], engine=sys.argv[4], workers=2, limits=Limits(texts=5))
bulk.check(sys.argv[2], run, Order(), lambda *_: None)
"""


def run(do: str, source: str, out: Path, engine: str) -> int:
    """Check a corpus in processes apart, each part by a function of this module; the status."""
    command = [sys.executable, "-c", RUN, do, source, str(out), engine]
    done = subprocess.run(
        command, cwd=ROOT, timeout=120, check=False, start_new_session=True, capture_output=True
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    return done.returncode


do = bulk.do


def poisoned(part: Part, folder: str, order: Order) -> Tally:
    """Do a part with texts in it that are the end of whoever reads them."""
    checking.PATIENCE = 1.0
    reading.read_dated = read_poison
    return do(part, folder, order)


def read_poison(raw: str, *rest: Any) -> Reading:
    """Read a text; three of them kill, hang or swell."""
    if "第8篇" in raw:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "第12篇" in raw:
        ctypes.CDLL(None).pause()
    if "第13篇" in raw:
        bytearray(4 << 30)
    return read_dated(raw, *rest)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_text_that_ends_its_process_goes_to_the_rejects(
    engine: str, source: str, out: Path, tmp_path: Path
) -> None:
    """Killed, hanging, swelling: each is named with its reason, and all others are checked."""
    assert run("poisoned", source, out, engine) == 0
    rejects = {(row["id"], row["code"]) for row in rows(out, "rejects")}
    assert rejects == {("t8", "failed"), ("t12", "bulk_slow"), ("t13", "memory")}
    assert all(row["reason"] for row in rows(out, "rejects"))
    check(source, tmp_path / "other")
    kept = [row for row in rows(tmp_path / "other", "quotes") if row["text"] in ids(out)]
    assert len(ids(out)) == 20
    assert rows(out, "quotes") == kept


def ids(out: Path) -> list[str]:
    return [row["id"] for row in rows(out, "texts")]


def test_a_text_is_not_blamed_for_what_befalls_it_once(
    source: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child killed from outside, as for want of memory, is no fault of the text it was at."""
    flag = tmp_path / "flag"

    def unlucky(raw: str, *rest: Any) -> Reading:
        if "第8篇" in raw and not flag.exists():
            flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return read_dated(raw, *rest)

    monkeypatch.setattr(reading, "read_dated", unlucky)
    check(source, out)
    assert flag.exists()
    monkeypatch.undo()
    check(source, tmp_path / "other")
    assert everything(out) == everything(tmp_path / "other")


def last(part: Part, folder: str, order: Order) -> Tally:
    """Do a part; with the third one everything is killed that belongs to the run."""
    if part.number == 2:
        os.killpg(os.getpgrp(), signal.SIGKILL)
    return do(part, folder, order)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_run_that_was_killed_with_all_its_workers_goes_on(
    engine: str, source: str, out: Path, tmp_path: Path
) -> None:
    """``kill -9`` half-way, then ``--resume``: the rows of a run that nobody disturbed."""
    assert run("last", source, out, engine) == -signal.SIGKILL
    manifest = out / "manifest.json"
    assert json.loads(manifest.read_text("utf-8"))["complete"] is False
    resumed = bulk.check(
        source, Run(str(out), "resume", limits=FIVE, workers=2), Order(), lambda *_: None
    )
    assert resumed == check(source, tmp_path / "other")
    assert everything(out) == everything(tmp_path / "other")
    assert json.loads(manifest.read_text("utf-8"))["complete"] is True


def test_a_child_ends_with_its_parent() -> None:
    """Nobody is left that would hang for ever when a worker was killed."""
    script = (
        "import ctypes, os, signal, sys\n"
        "from indicators import apart\n"
        "def work(tell):\n"
        "    print(os.getpid(), flush=True)\n"
        "    os.kill(os.getppid(), signal.SIGKILL)\n"
        "    ctypes.CDLL(None).pause()\n"
        "apart.run(work, 60, 1 << 30)\n"
    )
    # The child holds the pipe as well: it is read to the end only when both are gone.
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, timeout=60, check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.strip().isdigit()


def test_the_step_a_child_was_at_is_told() -> None:
    """Whether it was killed, raised or hangs."""

    def work(tell: apart.Tell) -> bytes:
        tell(7)
        raise ZeroDivisionError

    assert apart.run(work, 20, 1 << 30) == apart.Ended(7, "failed")

    def hang(tell: apart.Tell) -> bytes:
        tell(3)
        ctypes.CDLL(None).pause()
        return b""

    assert apart.run(hang, 0.3, 1 << 30) == apart.Ended(3, "slow")

"""What visitors bring: whatever it is, it gets a reading or its own sentence, and nothing breaks."""

from __future__ import annotations

import gc
import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from indicators import bounded, jobs, library, report
from indicators.jobs import Job
from indicators.strings import LANGS, text
from tests import hostile
from tests.test_documents import FORMATS

ROOT = Path(__file__).parent.parent
HOSTILE = list(hostile.every())
LEFT = 50  # megabytes that may stay behind


def resident() -> float:
    """The memory of this process in megabytes."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def test_there_are_hostile_files_enough() -> None:
    """At least forty, no two of one name."""
    assert len({name for name, *_ in HOSTILE}) == len(HOSTILE) >= 40


@pytest.mark.parametrize(("name", "data", "code"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_a_hostile_file_is_read_or_gets_its_own_sentence(name: str, data: bytes, code: str) -> None:
    """Never an exception, never a success that is none, and the sentence exists in full."""
    outcome = jobs.check(Job(name, data))
    assert (outcome.problem.code if outcome.problem else "") == code
    assert (outcome.reading is None) is bool(code)
    if outcome.problem:
        for lang in LANGS:
            assert text(lang, f"input.{code}", **outcome.problem.facts)
    elif name != "unclosed.html":  # what an open script hides is no text
        assert outcome.reading
        assert outcome.reading.findings


def test_the_memory_comes_back() -> None:
    """After all hostile files once more, no more than a little is kept."""
    gc.collect()
    before = resident()
    for name, data, _ in HOSTILE:
        jobs.check(Job(name, data))
    gc.collect()
    assert resident() - before < LEFT


def test_a_job_and_its_outcome_can_be_sent_to_another_process() -> None:
    """With the reason, and with the facts that fill its sentence."""
    outcome = jobs.check(Job("long.txt", "长" * (jobs.limits().characters + 1)))
    sent = pickle.loads(pickle.dumps(outcome))
    assert sent.problem.code == "too_long"
    assert sent.problem.facts == outcome.problem.facts  # type: ignore[union-attr]


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_line_gives_the_same_findings(name: str, tmp_path: Path) -> None:
    """For the same file, in every format, key for key."""
    path, shelf = tmp_path / name, library.default()
    path.write_bytes(FORMATS[name])
    outcome = bounded.opened(bounded.check(Job(name, FORMATS[name])))
    assert outcome.reading
    assert outcome.reading.findings
    here = list(report.rows(path.stem, outcome.reading, shelf, "zh"))
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "check", str(path), "--format", "jsonl"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == here


def test_a_month_may_be_given_guessed_or_denied() -> None:
    """None lets the text tell it, an empty one says there is none."""
    pasted = "2021-04-12\n\n目前，我国网民规模达9.04亿。"
    months = {
        given: outcome.reading.published
        for given in (None, "", "2020-05")
        if (outcome := jobs.check(Job("", pasted, given))).reading
    }
    assert months == {None: "2021-04", "": None, "2020-05": "2020-05"}

"""A job in a child process: done as elsewhere, or ended with its own sentence."""

from __future__ import annotations

import ctypes
import os
import time

import pytest

from indicators import bounded, documents, jobs
from indicators.jobs import Job
from indicators.strings import LANGS, text

TEXT = "截至2017年12月，我国网民规模达7.72亿。"


def hang(_name: str, _data: bytes) -> str:
    """What a page does that never ends: time passes outside the interpreter."""
    ctypes.CDLL(None).pause()
    return TEXT


def swell(_name: str, _data: bytes) -> str:
    """A document that unfolds to gigabytes."""
    return str(bytearray(4 << 30)[:1]) + TEXT


def crash(_name: str, _data: bytes) -> str:
    """A library that ends its process."""
    os._exit(3)


def code(job: Job, seconds: float = 20.0) -> str:
    problem = bounded.opened(bounded.check(job, seconds)).problem
    return problem.code if problem else ""


def test_a_job_is_done_as_it_is_elsewhere() -> None:
    """The child's reading is the one this process makes."""
    job = Job("a.txt", TEXT.encode())
    assert bounded.opened(bounded.check(job)) == jobs.check(job)


def test_a_file_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where no line of Python runs any more; the next job is done."""
    monkeypatch.setattr(documents, "text_of", hang)
    start = time.monotonic()
    assert code(Job("page.pdf", b"%PDF-"), seconds=0.3) == "slow"
    assert time.monotonic() - start < 15
    monkeypatch.undo()
    assert code(Job("a.txt", TEXT.encode())) == ""


@pytest.mark.parametrize(("reader", "said"), [(swell, "memory"), (crash, "failed")])
def test_a_file_that_takes_too_much_or_crashes_is_said(
    monkeypatch: pytest.MonkeyPatch, reader: object, said: str
) -> None:
    """Each with its sentence in both languages, and this process goes on."""
    monkeypatch.setattr(documents, "text_of", reader)
    assert code(Job("a.docx", b"PK")) == said
    for lang in LANGS:
        assert text(lang, f"input.{said}")


def test_no_child_is_left_behind() -> None:
    """The process that was ended is gone, and so is its pipe."""
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        bounded.check(Job("a.txt", TEXT.encode()))
    assert len(os.listdir("/proc/self/fd")) == before


def strain(_name: str, _data: bytes) -> str:
    """A long work: it ends once it has been told to step back."""
    place = os.nice(0)
    while os.nice(0) == place:
        pass
    return TEXT


def test_a_long_job_lets_others_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins like any other; this process keeps its own place."""
    place = os.nice(0)
    monkeypatch.setattr(documents, "text_of", strain)
    assert code(Job("a.pdf", b"%PDF-")) == ""
    assert os.nice(0) == place

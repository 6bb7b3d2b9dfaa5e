"""A call in a forked child, so that what kills it or never ends harms nobody else.

A crash of a library, a loop that never ends or a document that swells cannot be stopped from
within. The child is forked from a process that has loaded everything, so it costs milliseconds, and
whatever it took goes back to the system with it.
"""

from __future__ import annotations

import ctypes
import gc
import mmap
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal, NoReturn

Tell = Callable[[int], None]
Work = Callable[[Tell], bytes]
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Ended:
    """A child that gave nothing: the step it was last told to be at, and what ended it."""

    at: int
    why: Literal["slow", "failed"]


def run(work: Work, seconds: float, memory: int) -> bytes | Ended:
    """What ``work`` returns, or how its process ended.

    ``work`` is given a function to tell which step it is at, if it has any. A step may take
    ``seconds``, and is ended before twice that; a child that wants more than ``memory`` bytes above
    what this process holds meets MemoryError. An exception of ``work`` is a process that failed.
    """
    receiver, sender = multiprocessing.Pipe(duplex=False)
    step = mmap.mmap(-1, 8)  # shared with the child
    # Not multiprocessing.Process: a worker of Dask may have none.
    child = os.fork()
    if child == 0:
        _work(work, sender, step, memory)
    sender.close()
    try:
        return _received(receiver, step, seconds)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        receiver.close()


def _received(receiver: Connection, step: mmap.mmap, seconds: float) -> bytes | Ended:
    before = 0
    try:
        while not receiver.poll(seconds):
            if _number(step) == before:
                return Ended(before, "slow")
            before = _number(step)
        return receiver.recv_bytes()
    except EOFError:
        return Ended(_number(step), "failed")


def _number(step: mmap.mmap) -> int:
    return int.from_bytes(step[:], "little")


def _work(work: Work, sender: Connection, step: mmap.mmap, memory: int) -> NoReturn:
    """What the child does. It lives too short for a collection of garbage to pay."""

    def tell(at: int) -> None:
        step[:] = at.to_bytes(8, "little")

    try:
        if sys.platform == "linux":
            _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # nobody would end it any more
        gc.disable()
        limit = _data_bytes() + memory
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        sender.send_bytes(work(tell))
    finally:
        os._exit(0)


def _data_bytes() -> int:
    """What this process holds now of what RLIMIT_DATA limits; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    held = status.read_text("ascii").partition("VmData:")[2].split()
    return int(held[0]) * 1024 if held else 0

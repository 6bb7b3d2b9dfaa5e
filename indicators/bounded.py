"""One job in a child process, ended when it takes too long or too much memory.

A page of a PDF that never ends, or a document that swells, cannot be stopped from within. The child
is forked from a process that has loaded everything, so it costs milliseconds, and whatever it took
goes back to the system with it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from indicators import jobs
from indicators.errors import InputError
from indicators.jobs import Job, Outcome

MOST_SECONDS = 45.0  # a text of the greatest length takes some three on two busy cores
MOST_MEMORY = 1 << 30  # bytes above what the process holds before the job
# What is short is done at once; what takes longer lets the pages of others go first.
PROMPT_SECONDS, NICE = 0.1, 19
_FORK = multiprocessing.get_context("fork")


def check(job: Job, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> bytes:
    """The pickled outcome of a job, made by plain pickle: that of the pool is a slow one.

    A job that takes longer is ``slow``, one that wants more is ``memory``, one that kills its
    process has ``failed``.
    """
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_work, args=(sender, job, memory))
    child.start()
    sender.close()
    try:
        in_time = receiver.poll(seconds)
        return receiver.recv_bytes() if in_time else _refused(job, "slow")
    except EOFError:
        return _refused(job, "failed")
    finally:
        child.kill()
        child.join()
        receiver.close()


def opened(packed: bytes) -> Outcome:
    """The outcome that ``check`` packed."""
    outcome: Outcome = pickle.loads(packed)
    return outcome


def _refused(job: Job, code: str) -> bytes:
    return pickle.dumps(Outcome(job.name, None, InputError(code)))


def _work(sender: Connection, job: Job, memory: int) -> None:
    """What the child does. It lives too short for a collection of garbage to pay."""
    gc.disable()
    signal.signal(signal.SIGVTALRM, _step_back)
    signal.setitimer(signal.ITIMER_VIRTUAL, PROMPT_SECONDS)
    limit = _data_bytes() + memory
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    try:
        packed = pickle.dumps(jobs.check(job), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        packed = _refused(job, "memory")
    sender.send_bytes(packed)


def _step_back(_number: int, _frame: object) -> None:
    os.nice(NICE)


def _data_bytes() -> int:
    """What this process holds now of what RLIMIT_DATA limits; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    held = status.read_text("ascii").partition("VmData:")[2].split()
    return int(held[0]) * 1024 if held else 0

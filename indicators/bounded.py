"""One job in a child process, ended when it takes too long or too much memory."""

from __future__ import annotations

import os
import pickle
import signal
from functools import partial

from indicators import apart, jobs
from indicators.apart import Tell
from indicators.errors import InputError
from indicators.jobs import Job, Outcome

MOST_SECONDS = 45.0  # a text of the greatest length takes some three on two busy cores
MOST_MEMORY = 1 << 30  # bytes above what the process holds before the job
# What is short is done at once; what takes longer lets the pages of others go first.
PROMPT_SECONDS, NICE = 0.1, 19


def check(job: Job, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> bytes:
    """The pickled outcome of a job, made by plain pickle: that of the pool is a slow one.

    A job that takes longer is ``slow``, one that wants more is ``memory``, one that kills its
    process has ``failed``.
    """
    made = apart.run(partial(_work, job), seconds, memory)
    return made if isinstance(made, bytes) else _refused(job, made.why)


def opened(packed: bytes) -> Outcome:
    """The outcome that ``check`` packed."""
    outcome: Outcome = pickle.loads(packed)
    return outcome


def _refused(job: Job, code: str) -> bytes:
    return pickle.dumps(Outcome(job.name, None, InputError(code)))


def _work(job: Job, _tell: Tell) -> bytes:
    signal.signal(signal.SIGVTALRM, _step_back)
    signal.setitimer(signal.ITIMER_VIRTUAL, PROMPT_SECONDS)
    try:
        return pickle.dumps(jobs.check(job), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return _refused(job, "memory")


def _step_back(_number: int, _frame: object) -> None:
    os.nice(NICE)

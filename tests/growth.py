"""How much longer a longer input takes, on a machine whose speed wavers."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 3  # what does not grow too fast is seen not to in one of them
SLACK = 0.3  # seconds


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def at_most(times: float, few: Callable[[], object], many: Callable[[], object]) -> bool:
    """Whether ``many`` can take at most so many times as long as ``few``, and SLACK."""
    return any(seconds(many) <= times * seconds(few) + SLACK for _ in range(TRIES))

"""The warm-up beside the server: imports, data, readings, and a frozen garbage heap.

The server answers at once, and visitors wait for the end of it: nothing heavy is imported here
before it begins.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache
from threading import Thread

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


@cache
def begin() -> Thread:
    """Start the warm-up in a thread of its own, the first time this is called."""
    if sys.platform == "linux":
        # glibc would give threads heaps of their own, of which each keeps what was freed in it.
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
    thread = Thread(target=_up, name="warm-up", daemon=True)
    thread.start()
    return thread


def wait() -> None:
    """Return when everything is loaded; a page imports nothing of ours before that."""
    begin().join()


def is_done() -> bool:
    """Whether everything is loaded."""
    return not begin().is_alive()


def settle() -> None:
    """Give back to the system what was needed only while something large was built."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def _up() -> None:
    """Load the library and read its texts; then keep all of it out of garbage collection.

    Streamlit collects after every script run: 58 ms with the imported objects, 5 ms without.
    """
    # First, and in one thread: visitors who arrive together would otherwise import it at the same
    # time. Not pandas, which no page needs and which takes 40 MiB.
    import plotly.graph_objects  # noqa: F401

    from indicators.ui import frame, load  # noqa: F401

    load.known()
    settle()
    gc.freeze()

"""The warm-up beside the server: imports, data, readings, and a frozen garbage heap.

The server answers at once, and visitors wait for the end of it: nothing heavy is imported here
before it begins.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from threading import Thread

from indicators import ui

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_MAIN = f"{ui.__name__}.main"  # the script that draws a page when it is imported


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
    """Return when everything is loaded; a page need import nothing of ours any more."""
    begin().join()


def is_done() -> bool:
    """Whether everything is loaded."""
    return not begin().is_alive()


def settle() -> None:
    """Give back to the system what was needed only while something large was built."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def import_pages() -> None:
    """Import all that pages draw with.

    Two visitors who are the first on two pages would import the same modules in another order, and
    Python ends one of two imports that wait for each other.
    """
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        if module.name != _MAIN:
            import_module(module.name)


def _up() -> None:
    """Load the library and read its texts; then keep all of it out of garbage collection.

    Streamlit collects after every script run: 58 ms with the imported objects, 5 ms without.
    """
    # First, and in one thread: visitors who arrive together would otherwise import it at the same
    # time. Not pandas, which no page needs and which takes 40 MiB.
    import plotly.graph_objects  # noqa: F401

    import_pages()

    from indicators.ui import load

    load.known()
    settle()
    gc.freeze()

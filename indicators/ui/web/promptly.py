"""Answers leave at once: a small message does not wait until the visitor has confirmed the last.

Streamlit binds its socket without naming the protocol, so asyncio leaves Nagle's algorithm on for
it, and what follows the first message of every run waits for some 40 ms.
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

OPEN = Path("/dev/fd")  # the open files of this process; Windows has none, and all stays as it is


def send_promptly() -> None:
    """Turn that off for the sockets this process listens on; what they accept inherits it."""
    for opened in _sockets():
        with opened:
            if _listens(opened):
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _sockets() -> Iterator[socket.socket]:
    for name in os.listdir(OPEN) if OPEN.exists() else ():
        try:
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                yield socket.socket(fileno=os.dup(int(name)))
        except OSError:  # closed meanwhile, as the listing itself is
            continue


def _listens(opened: socket.socket) -> bool:
    network = opened.family in (socket.AF_INET, socket.AF_INET6)
    return network and bool(opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))

"""Closes the network to a process and to its children: they start with this folder in PYTHONPATH.

An attempt to reach another host, or to look up its name, fails as an error that is heard.
"""

from __future__ import annotations

import sys

OWN = frozenset({None, "", "127.0.0.1", "::1", "localhost", "0.0.0.0"})
HOSTS = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0}
ADDRESSES = {"socket.connect": 1, "socket.sendto": 1}


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise AssertionError where a socket is to leave this machine."""
    if event in HOSTS:
        host = arguments[HOSTS[event]]
    elif event in ADDRESSES:
        address = arguments[ADDRESSES[event]]
        # A socket of this machine has a path for its address.
        host = address[0] if isinstance(address, tuple) else None
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in OWN:
        print(f"AssertionError: {event} reaches out to {host}", file=sys.stderr, flush=True)
        raise AssertionError(f"{event} reaches out to {host}")


sys.addaudithook(refuse)

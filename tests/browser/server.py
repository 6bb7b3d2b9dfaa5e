"""One Streamlit server on a free port of this machine, bounded in time."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[2]
CLOSED = ROOT / "tests" / "closed"
START_SECONDS, LIFE_SECONDS = 90, 5400
TROUBLE = re.compile(r"Traceback|\bERROR\b|\w+(?:Error|Exception)\b")


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, where it writes what it has to say, its process."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def said(self, since: int = 0) -> str:
        """What the server has written after byte ``since`` of its log."""
        return self.log.read_bytes()[since:].decode("utf-8", "replace")

    def trouble(self, since: int = 0) -> str:
        """The same when it speaks of an error, else nothing."""
        return said if TROUBLE.search(said := self.said(since)) else ""

    def end(self) -> None:
        """End it at once, as a crash does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _command(port: int) -> list[str]:
    options = {
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    given = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    # timeout ends the server even where the test run itself was killed
    return [
        "timeout",
        str(LIFE_SECONDS),
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        *given,
    ]


def _surroundings(base: str) -> dict[str, str]:
    return {
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(CLOSED),
        "STREAMLIT_SERVER_BASE_URL_PATH": base.strip("/"),
    }


def _healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _wait_until_healthy(server: Server) -> None:
    deadline = monotonic() + START_SECONDS
    while not _healthy(server.url):
        try:
            status = server.process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            status = None
        if status is not None or monotonic() > deadline:
            raise AssertionError(f"the server did not start (exit {status}):\n{server.said()}")


@contextmanager
def serve(
    log: Path, environment: Mapping[str, str] | None = None, base: str = ""
) -> Iterator[Server]:
    """Start a server below the path ``base``, wait until it is healthy, end it afterwards.

    It has no network: an attempt to reach another host is trouble in its log. Raises
    AssertionError with the server's own output when it does not come up.
    """
    port = free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            _command(port),
            cwd=ROOT,
            env={**os.environ, **_surroundings(base), **(environment or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(f"http://127.0.0.1:{port}{base}", log, process)
    try:
        _wait_until_healthy(server)
        yield server
    finally:
        server.end()

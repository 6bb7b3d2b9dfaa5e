"""Servers to measure: started on a free port, watched through /proc, ended with the block."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OURS, BARE = "app.py", "tests/benchmarks/app/bare.py"
_TICKS, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_START, _LIFE = 90.0, 3 * 3600


@dataclass(frozen=True)
class Server:
    """A running server: its port, its process, and how long it took until it was healthy."""

    port: int
    pid: int
    start: float

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Processor seconds of the server itself so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """Resident MiB of the server itself."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * _PAGE / 2**20


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(script: str, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A Streamlit server for ``script``, ended by pid; it ends itself after three hours."""
    port = free_port()
    options = (
        f"--server.address=127.0.0.1 --server.port={port} --server.headless=true "
        "--server.fileWatcherType=none --browser.gatherUsageStats=false"
    ).split()
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | (environment or {}),
        **quiet,  # type: ignore[call-overload]
    )
    try:
        _wait(port, began)
        yield Server(port, process.pid, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(port: int, began: float) -> None:
    while time.perf_counter() - began < _START:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"no server on port {port} after {_START:.0f} s")

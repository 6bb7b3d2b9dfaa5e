"""Processor time of processes by their place in the tree: a busy machine does not change it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Process:
    """One process: its parent, its command, and its seconds, those of ended children included."""

    parent: int
    command: str
    seconds: float


def processes() -> Mapping[int, Process]:
    """All processes there are now, by number."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
            command = (
                (folder / "cmdline").read_bytes().replace(b"\x00", b" ").decode("utf-8", "replace")
            )
        except OSError:
            continue
        seconds = sum(map(int, fields[11:15])) / TICKS
        found[int(folder.name)] = Process(int(fields[1]), command, seconds)
    return found


def of_port(url: str) -> int:
    """The number of the server that was told to listen at an address."""
    port = f"--server.port {url.rpartition(':')[2]} "
    return min(number for number, one in processes().items() if port in one.command)


def below(ancestor: int, chosen: Callable[[str], bool]) -> float:
    """Seconds of the processes below one whose command is among the chosen."""
    every = processes()

    def descends(number: int) -> bool:
        while number in every and number != ancestor:
            number = every[number].parent
        return number == ancestor

    return sum(
        one.seconds for number, one in every.items() if chosen(one.command) and descends(number)
    )

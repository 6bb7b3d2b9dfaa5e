"""The command line: check, repair and search texts, print a series, keep the data."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from indicators import periods
from indicators.strings import LANGS, text

FORMATS = ("jsonl", "csv", "html", "table")
ENGINES = ("local", "dask")
# Each command is a module with ``run(options) -> status``; only the one asked for is imported.
_COMMANDS = {
    "check": "indicators.cli.check",
    "repair": "indicators.cli.repair",
    "series": "indicators.cli.series",
    "refresh": "indicators.cli.refresh",
    "search": "indicators.cli.search",
    "index": "indicators.cli.index",
    "package": "indicators.cli.package",
    "sample": "indicators.cli.sample",
}


def main(arguments: Sequence[str]) -> int:
    """Run a command; the exit status is 0, or 2 where an input could not be read."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        status: int = importlib.import_module(_COMMANDS[options.command]).run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (head, less). Python would complain once more on closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _speak_utf8() -> None:
    """UTF-8 with plain line ends, whatever the locale; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indicators", description=_say("about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, fill in _OPTIONS.items():
        command = commands.add_parser(name, help=_say(name), description=_say(name))
        fill(command)
        command.add_argument("--lang", choices=LANGS, default="zh", help=_say("lang"))
    return parser


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help=_say("files"))
    command.add_argument("--format", choices=FORMATS, default="table", help=_say("format"))
    command.add_argument("--published", type=_month, metavar="YYYY-MM", help=_say("published"))
    command.add_argument("--out", metavar="DIR", help=_say("out"))
    command.add_argument("--engine", choices=ENGINES, default="local", help=_say("engine"))
    command.add_argument("--scheduler", metavar="ADDRESS", help=_say("scheduler"))
    command.add_argument("--workers", type=_count, metavar="N", help=_say("workers"))
    again = command.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help=_say("resume"))
    again.add_argument("--overwrite", action="store_true", help=_say("overwrite"))


def _repair(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help=_say("files"))
    command.add_argument("--report", action="store_true", help=_say("report"))


def _series(command: argparse.ArgumentParser) -> None:
    command.add_argument("indicator", metavar="INDICATOR", help=_say("indicator"))
    areas = ("total", "urban", "rural")
    command.add_argument("--area", choices=areas, help=_say("area"))
    command.add_argument("--geo", metavar="CODE", help=_say("geo"))
    command.add_argument("--format", choices=("csv", "json", "table"), default="table")


def _refresh(command: argparse.ArgumentParser) -> None:
    command.add_argument("--write", action="store_true", help=_say("write"))
    command.add_argument("--api", metavar="URL", help=_say("api"))


def _search(command: argparse.ArgumentParser) -> None:
    command.add_argument("query", metavar="QUERY", help=_say("query"))
    command.add_argument("--format", choices=("table", "jsonl", "csv"), default="table")
    command.add_argument("--doc", metavar="TEXT", help=_say("doc"))
    command.add_argument("--theme", metavar="THEME", help=_say("theme"))
    command.add_argument("--indicator", metavar="INDICATOR", help=_say("indicator"))
    command.add_argument("--years", metavar="YYYY[..YYYY]", help=_say("years"))
    command.add_argument("--limit", type=_count, default=20, metavar="N", help=_say("limit"))
    command.add_argument("--index", type=Path, metavar="DIR", help=_say("index_in"))


def _index(command: argparse.ArgumentParser) -> None:
    command.add_argument("results", metavar="DIR", help=_say("results"))
    command.add_argument("--out", required=True, metavar="FOLDER", help=_say("index_out"))


def _count(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and 0 < int(written[:6]) <= 10_000):
        raise argparse.ArgumentTypeError(text("en", "cli.count", written=written))
    return int(written)


def _nothing_more(_: argparse.ArgumentParser) -> None:
    """It takes no options of its own."""


_OPTIONS = {
    "check": _check,
    "repair": _repair,
    "series": _series,
    "search": _search,
    "index": _index,
    "refresh": _refresh,
    "package": _nothing_more,
    "sample": _nothing_more,
}


def _say(key: str) -> str:
    """A sentence of the help in both languages: it is shown before one is chosen."""
    return f"{text('zh', f'cli.{key}')} {text('en', f'cli.{key}')}".replace("%", "%%")


def _month(written: str) -> str:
    if not periods.is_month(written):
        raise argparse.ArgumentTypeError(text("en", "cli.month", written=written))
    return written

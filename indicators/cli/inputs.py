"""What the command line reads: files and standard input, each as bytes or as a reason why not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from indicators import documents
from indicators.errors import InputError
from indicators.strings import Lang, text

STANDARD_INPUT = "-"
# The exit status where something could not be read or was asked for in vain.
FAILED = 2

Made = TypeVar("Made")


def each(
    names: Sequence[str], lang: Lang, make: Callable[[str, bytes], Made]
) -> Iterator[tuple[str, Made | None]]:
    """What ``make`` makes of each name and its bytes, by short name; None after a complaint."""
    for name in names:
        try:
            yield short_name(name), make(name, _read(name))
        except InputError as error:
            complain(lang, name, text(lang, f"input.{error.code}", **error.facts))
            yield short_name(name), None


def is_corpus(name: str) -> bool:
    """Whether a name is that of many texts: a .parquet, a .jsonl, a folder or an address."""
    return name.lower().endswith((".parquet", ".jsonl")) or "://" in name or Path(name).is_dir()


def complain(lang: Lang, about: str, why: str) -> None:
    """One line on standard error: what could not be done, and why."""
    line = text(lang, "cli.complaint", about=about, why=why).replace("\n", " ")
    print(line, file=sys.stderr)


def short_name(name: str) -> str:
    """A file's name without folder and ending; ``-`` for standard input."""
    return name if name == STANDARD_INPUT else Path(name).stem


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise InputError("folder")
    try:
        if path.exists():
            documents.known_type(path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("missing") from None
    except OSError as error:
        raise InputError("unreadable", why=error.strerror or str(error)) from None
    except ValueError:  # a null byte in the name
        raise InputError("missing") from None

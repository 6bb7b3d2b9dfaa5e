"""JSON lines: where each begins, and the object it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicators import storage
from indicators.bulk import fields
from indicators.errors import InputError

MOST_BYTES = 16_000_000  # of a line; what stands behind is passed over
_PASSED = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number from 1, where it starts and how long it is, in bytes."""

    number: int
    start: int
    size: int
    content: bytes  # cut at MOST_BYTES


def read(address: str, start: int = 0, stop: int | None = None, first: int = 1) -> Iterator[Line]:
    """The lines of a file between two offsets, the first one bearing the number ``first``."""
    with storage.reading(address) as stream:
        stream.seek(start)
        at, number = start, first
        while (stop is None or at < stop) and (content := stream.readline(MOST_BYTES)):
            size, last = len(content), content
            while not last.endswith(b"\n") and (last := stream.readline(_PASSED)):
                size += len(last)
            if content.strip():
                yield Line(number, at, size, content)
            at, number = at + size, number + 1


def record(line: Line) -> Mapping[str, object]:
    """The object on a line; InputError where there is none."""
    if line.size > len(line.content):
        megabytes = f"{line.size / 1_000_000:.1f}"
        raise InputError("too_big", size=megabytes, most=MOST_BYTES // 1_000_000)
    try:
        found = json.loads(line.content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InputError("bulk_json") from None
    if not isinstance(found, dict):
        raise InputError("bulk_json")
    return found


def identity(line: Line) -> str:
    """The id of the object on a line, "" where it has none."""
    try:
        return fields.identity(record(line).get("id"))
    except InputError:
        return ""

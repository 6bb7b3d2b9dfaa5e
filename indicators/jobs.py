"""One text of a visitor, checked in a process apart: what goes in, what comes back, the limits."""

from __future__ import annotations

from dataclasses import dataclass

from indicators import documents, library, reading, settings
from indicators.errors import InputError
from indicators.reading import Reading
from indicators.settings import Uploads

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Job:
    """A text to check: pasted (``content`` is text, ``name`` empty) or the bytes of a file.

    ``published`` is its month (YYYY-MM) where the visitor has said it, "" where they have said
    that it has none; None lets the text tell it.
    """

    name: str
    content: str | bytes
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a reading, or the reason why there is none."""

    name: str
    reading: Reading | None
    problem: InputError | None = None


def limits() -> Uploads:
    """What this site takes of a visitor."""
    return settings.current().uploads


def check(job: Job) -> Outcome:
    """Do a job. Whatever the input, this returns; what cannot be read comes back as a problem."""
    try:
        return Outcome(job.name, _read(job))
    except InputError as problem:
        return Outcome(job.name, None, problem)
    except MemoryError:
        return Outcome(job.name, None, InputError("memory"))
    except (RecursionError, ValueError, LookupError, TypeError, ArithmeticError):
        # Of a visitor's text not even a traceback may reach a log.
        return Outcome(job.name, None, InputError("failed"))


def warm_up() -> None:
    """Load what every job needs, before the first one."""
    reading.warm_up(library.default())


def too_big(size: int) -> InputError:
    """The problem of a file of so many bytes."""
    megabytes = f"{size / MEGABYTE:.1f}"
    return InputError("too_big", size=megabytes, most=limits().megabytes)


def _read(job: Job) -> Reading:
    if isinstance(job.content, bytes) and len(job.content) > limits().megabytes * MEGABYTE:
        raise too_big(len(job.content))
    raw = job.content
    if isinstance(raw, bytes):
        raw = documents.text_of(job.name, raw)
    if not raw.strip():
        raise InputError("empty")
    most = limits().characters
    if len(raw) > most:
        raise InputError("too_long", length=f"{len(raw):,}", most=f"{most:,}")
    shelf = library.default()
    if job.published is None:
        return reading.read_dated(raw, shelf)
    return reading.read(raw, shelf, job.published or None)

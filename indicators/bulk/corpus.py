"""What a corpus is made of: its files, and the parts of bounded size it is checked in."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Literal

import pandas as pd

from indicators import storage
from indicators.bulk import fields, jsonlines, tables
from indicators.errors import InputError

Kind = Literal["parquet", "jsonl", "document"]
TABLES = (".parquet", ".jsonl")  # files of many texts; any other is one text
_BLOCK = 1 << 20  # bytes read at a time for the fingerprint


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one part holds at most: texts, and bytes of text (a single text may be longer).

    A part is the unit of progress and of memory: one of ``size`` bytes takes a worker some ten
    seconds. The first ones are smaller, so that a small corpus too keeps every worker busy.
    """

    texts: int = 50_000
    size: int = 4_000_000
    first: int = 250_000

    def bytes_after(self, before: int) -> int:
        """How many bytes a part may hold that so many stand before: an eighth of them."""
        return min(self.size, max(self.first, before // 8))


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring texts of one file.

    ``start``/``stop`` are rows of row group ``group``, or bytes of JSON lines; ``first`` is the
    number from 1 of the first row or line in its file.
    """

    kind: Kind
    address: str
    name: str  # below the corpus
    group: int
    first: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one worker does at a time.

    ``repeated`` counts from 0 those of its texts whose id stood earlier in the corpus.
    """

    number: int  # from 0
    pieces: tuple[Piece, ...]
    texts: int
    repeated: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """A corpus in parts; ``fingerprint`` tells it from any other corpus."""

    parts: tuple[Part, ...]
    fingerprint: str

    @property
    def texts(self) -> int:
        return sum(part.texts for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One text as the survey meets it: where it stands, how long it is and whose id it has."""

    piece: Piece  # of this text alone
    size: int  # bytes
    id: str


def plan(address: str, limits: Limits) -> Plan:
    """Read a corpus once from end to end and cut it into parts.

    Takes the address of a .parquet or .jsonl file, or of a folder of these and of documents. What
    is kept of each text is a number of 8 bytes. Raises InputError for what is no corpus.
    """
    print_, ids = hashlib.sha256(), array("Q")
    parts = tuple(_parts(_survey(address, print_, ids), limits))
    if not parts:
        raise InputError("bulk_empty")
    return Plan(_told_repeated(parts, ids), print_.hexdigest())


def _survey(address: str, print_: Any, ids: array[int]) -> Iterator[_Seen]:
    for file in storage.files(address):
        print_.update(f"{file.name}\0{file.size}\0".encode("utf-8", "replace"))
        try:
            with storage.reading(file.address) as stream:
                while block := stream.read(_BLOCK):
                    print_.update(block)
        except InputError:
            if _suffix(file) in TABLES:
                raise
            # One document of many: it goes to the rejects when its turn comes.
        for seen in _texts(file):
            ids.append(_number(seen.id))
            yield seen


def _number(id: str) -> int:
    """An id as a number of 64 bits: among a million the odds of two alike are 1 in 37 million."""
    digest = hashlib.blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _texts(file: storage.File) -> Iterator[_Seen]:
    suffix = _suffix(file)
    if suffix == ".parquet":
        for group, row, number, id, size in tables.survey(file.address):
            yield _Seen(
                _piece("parquet", file, group, number, row, row + 1), size, fields.identity(id)
            )
    elif suffix == ".jsonl":
        for line in jsonlines.read(file.address):
            stop = line.start + line.size
            piece = _piece("jsonl", file, 0, line.number, line.start, stop)
            yield _Seen(piece, line.size, jsonlines.identity(line))
    else:
        yield _Seen(_piece("document", file, 0, 1, 0, 1), file.size, file.name)


def _suffix(file: storage.File) -> str:
    return PurePosixPath(file.name).suffix.lower()


def _piece(kind: Kind, file: storage.File, group: int, first: int, start: int, stop: int) -> Piece:
    return Piece(kind, file.address, file.name, group, first, start, stop)


def _parts(texts: Iterable[_Seen], limits: Limits) -> Iterator[Part]:
    pieces: list[Piece] = []
    number = count = size = before = 0
    for seen in texts:
        most = limits.bytes_after(before)
        if count and (count == limits.texts or size + seen.size > most):
            yield Part(number, tuple(pieces), count)
            before += size
            pieces, number, count, size = [], number + 1, 0, 0
        _join(pieces, seen.piece)
        count, size = count + 1, size + seen.size
    if count:
        yield Part(number, tuple(pieces), count)


def _join(pieces: list[Piece], piece: Piece) -> None:
    """Put a text behind the others: into the last piece where it follows on."""
    last = pieces[-1] if pieces else None
    if last and (last.address, last.group) == (piece.address, piece.group):
        pieces[-1] = replace(last, stop=piece.stop)
    else:
        pieces.append(piece)


def _told_repeated(parts: tuple[Part, ...], ids: array[int]) -> tuple[Part, ...]:
    """The same parts, each told which of its ids stood earlier."""
    again = pd.Series(memoryview(ids)).duplicated().to_numpy().nonzero()[0].tolist()
    out, begun = [], 0
    for part in parts:
        ended = begun + part.texts
        mine = again[bisect_left(again, begun) : bisect_left(again, ended)]
        out.append(replace(part, repeated=frozenset(at - begun for at in mine)))
        begun = ended
    return tuple(out)

"""The texts of one part, read from where they lie, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from indicators import documents, storage
from indicators.bulk import fields, jsonlines, tables
from indicators.bulk.corpus import Part, Piece
from indicators.bulk.fields import Text
from indicators.errors import InputError

MOST_MEGABYTES = 50  # of a document, which may hold pictures


@dataclass(frozen=True, slots=True)
class Record:
    """Where a text stands (file, number from 1), its id or "", and how to get it.

    ``get`` raises InputError where the record holds no text that can be checked.
    """

    file: str
    number: int
    id: str
    get: Callable[[], Text]


def read(part: Part) -> Iterator[Record]:
    """Every record of a part in its order, those that hold no text included.

    One whose id stood earlier in the corpus holds none.
    """
    found = chain.from_iterable(_KINDS[piece.kind](piece) for piece in part.pieces)
    for at, record in enumerate(found):
        again = at in part.repeated and record.id
        yield replace(record, get=_repeated) if again else record


def _repeated() -> Text:
    raise InputError("bulk_repeated")


def _rows(piece: Piece) -> Iterator[Record]:
    found = tables.rows(piece.address, piece.group, piece.start, piece.stop)
    for number, row in enumerate(found, start=piece.first):
        id = fields.identity(row.get("id"))
        yield Record(piece.name, number, id, partial(fields.checked, row))


def _lines(piece: Piece) -> Iterator[Record]:
    for line in jsonlines.read(piece.address, piece.start, piece.stop, piece.first):
        id = jsonlines.identity(line)
        yield Record(piece.name, line.number, id, partial(_of_line, line))


def _of_line(line: jsonlines.Line) -> Text:
    return fields.checked(jsonlines.record(line))


def _document(piece: Piece) -> Iterator[Record]:
    id = fields.identity(piece.name)
    yield Record(piece.name, 1, id, partial(_of_document, id, piece))


def _of_document(id: str, piece: Piece) -> Text:
    """A document's id is its path below the corpus; it tells its own date, if any."""
    documents.known_type(piece.name)
    with storage.reading(piece.address) as stream:
        content = stream.read(MOST_MEGABYTES * 1_000_000 + 1)
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise InputError("too_big", size=f">{MOST_MEGABYTES}", most=MOST_MEGABYTES)
    return Text(id, fields.of_fit_length(documents.text_of(piece.name, content)))


_KINDS: dict[str, Callable[[Piece], Iterator[Record]]] = {
    "parquet": _rows,
    "jsonl": _lines,
    "document": _document,
}

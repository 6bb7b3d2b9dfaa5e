"""Parquet files of texts: their columns, and their rows read a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators import storage
from indicators.errors import InputError

NEEDED, KNOWN = ("id", "text"), ("published", "title", "source")
_ROWS = 256  # read at a time; texts may be long
_BUFFER = 1 << 20  # bytes of a column read at a time


def survey(address: str) -> Iterator[tuple[int, int, int, object, int]]:
    """Of each row its row group, its place there, its number from 1, its id, its bytes of text.

    Raises InputError for a file that is damaged, lacks a column or has one of a wrong type.
    """
    with _opened(address) as file:
        number = 0
        for group in range(file.num_row_groups):
            row = 0
            for batch in _batches(file, group, NEEDED):
                sizes = pc.fill_null(pc.binary_length(_plain(batch.column("text"))), 0)
                for found, size in zip(
                    _dicts(batch.select(["id"])), sizes.to_pylist(), strict=True
                ):
                    number += 1
                    yield group, row, number, found["id"], size
                    row += 1


def rows(address: str, group: int, start: int, stop: int) -> Iterator[Mapping[str, object]]:
    """The rows of a row group from ``start`` to before ``stop``."""
    with _opened(address) as file:
        names = [name for name in (*NEEDED, *KNOWN) if name in file.schema_arrow.names]
        at = 0
        for batch in _batches(file, group, names):
            begun = max(0, start - at)
            if begun < batch.num_rows:
                yield from _dicts(batch.slice(begun, stop - at - begun))
            at += batch.num_rows
            if at >= stop:
                return


def _batches(file: Any, group: int, columns: Sequence[str]) -> Iterator[Any]:
    yield from file.iter_batches(_ROWS, row_groups=[group], columns=list(columns))


@contextmanager
def _opened(address: str) -> Iterator[Any]:
    with storage.reading(address) as stream:
        try:
            file = pq.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
            _check(file.schema_arrow)
            yield file
        except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
            if isinstance(error, OSError) and error.errno:
                raise  # the disk's or the network's; pyarrow gives its own no number
            raise InputError("bulk_damaged", address=address) from None


def _check(schema: Any) -> None:
    missing = [name for name in NEEDED if name not in schema.names]
    if missing:
        found = " ".join(schema.names) or "-"
        raise InputError("bulk_columns", missing=" ".join(missing), found=found[:200])
    for name in (*NEEDED, *KNOWN):
        if schema.names.count(name) > 1:
            raise InputError("bulk_twice", column=name)
        for at in schema.get_all_field_indices(name):
            if not _fits(name, schema.field(at).type):
                raise InputError("bulk_type", column=name, type=str(schema.field(at).type)[:80])


def _fits(name: str, type_: Any) -> bool:
    """Whether a column may be of a type: words; numbers for ids and years; dates for dates."""
    if pa.types.is_dictionary(type_):
        type_ = type_.value_type
    words = pa.types.is_string(type_) or pa.types.is_large_string(type_) or pa.types.is_null(type_)
    number = name in ("id", "published") and pa.types.is_integer(type_)
    day = name == "published" and (pa.types.is_date(type_) or pa.types.is_timestamp(type_))
    return bool(words or number or day)


def _dicts(batch: Any) -> list[dict[str, Any]]:
    """The rows as dicts: dates as words, and what is no UTF-8 with the sign for it."""
    plain = pa.table({name: _plain(batch.column(name)) for name in batch.schema.names})
    try:
        return list(plain.to_pylist())
    except UnicodeDecodeError:
        raw = pa.table({name: plain.column(name).cast(pa.binary()) for name in plain.column_names})
        return [
            {
                name: None if cell is None else cell.decode("utf-8", "replace")
                for name, cell in row.items()
            }
            for row in raw.to_pylist()
        ]


def _plain(column: Any) -> Any:
    """Words as such, where a file keeps each of them once."""
    return column.cast(pa.string())

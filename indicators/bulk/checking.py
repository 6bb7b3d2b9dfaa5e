"""One part of a corpus in, three tables out: quotes, texts, rejects. A pure function."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

import pyarrow as pa

from indicators import apart, reading, report
from indicators.apart import Tell
from indicators.bulk import fields, records
from indicators.bulk.corpus import Part
from indicators.bulk.fields import Text
from indicators.bulk.records import Record
from indicators.checks import VerdictKind
from indicators.errors import InputError
from indicators.library import Library
from indicators.reading import Reading
from indicators.strings import Lang, text

Row = Mapping[str, object]
Tables = dict[str, Any]
NAMES = ("quotes", "texts", "rejects")
_TEXT, _NUMBER, _COUNT, _TRUTH = pa.string(), pa.float64(), pa.int64(), pa.bool_()
_REFERENCE = pa.struct(
    {
        "indicator": _TEXT,
        "area": _TEXT,
        "as_of": _TEXT,
        "value": _NUMBER,
        "source": _TEXT,
        "status": _TEXT,
    }
)
_INCONSISTENT = pa.struct({"with": pa.list_(_TEXT), "recomputed": _NUMBER, "reason": _TEXT})
_TYPES = {
    "start": _COUNT,
    "end": _COUNT,
    "value": _NUMBER,
    "difference": _NUMBER,
    "certain": _TRUTH,
    "reference": _REFERENCE,
    "inconsistent": _INCONSISTENT,
}
SCHEMAS = {
    # The keys of the command line, in their order; ``text`` holds the id of the text.
    "quotes": pa.schema({key: _TYPES.get(key, _TEXT) for key in report.KEYS}),
    "texts": pa.schema(
        {
            "id": _TEXT,
            "title": _TEXT,
            "source": _TEXT,
            "published": _TEXT,  # the month it was judged by: given, or told by the text
            "characters": _COUNT,
            "sentences": _COUNT,
            "repairs": _COUNT,
            "doubtful": _COUNT,  # of the repairs, those that are a best guess
            "repaired": pa.map_(_TEXT, _COUNT),  # repairs of each kind
            "quotes": _COUNT,
            "verdicts": pa.map_(_TEXT, _COUNT),  # quotes of each verdict
            "inconsistent": _COUNT,
        }
    ),
    "rejects": pa.schema(
        {"id": _TEXT, "file": _TEXT, "number": _COUNT, "code": _TEXT, "reason": _TEXT}
    ),
}
_KEPT_LOOSE = 500  # rows as Python objects, before they are packed into columns
_TOGETHER = 2000  # texts checked by one child process
PATIENCE = 120.0  # seconds for one text; the longest takes some thirty
MEMORY = 1 << 30  # bytes for one text, above what its process holds before
_ENDED = {"slow": "bulk_slow", "failed": "failed"}
_PROTOCOL = pickle.HIGHEST_PROTOCOL


@dataclass(frozen=True, slots=True)
class Order:
    """How to check: the language of the reasons, and the month of texts that are not dated."""

    lang: Lang = "zh"
    published: str | None = None


@dataclass(slots=True)
class _Sheet:
    """A table that grows by rows."""

    schema: Any
    rows: list[Row] = field(default_factory=list)
    packed: list[Any] = field(default_factory=list)

    def add(self, rows: Iterable[Row]) -> None:
        self.rows += rows
        if len(self.rows) >= _KEPT_LOOSE:
            self.pack()

    def pack(self) -> None:
        self.packed.append(pa.RecordBatch.from_pylist(self.rows, schema=self.schema))
        self.rows = []

    def table(self) -> Any:
        self.pack()
        return pa.Table.from_batches(self.packed, schema=self.schema)


def check(part: Part, library: Library, order: Order) -> dict[str, Any]:
    """The three tables of a part, by name (NAMES), each with its schema of SCHEMAS.

    A text that cannot be checked is a row of ``rejects`` with its reason, also where it kills its
    process or never ends; the others go on.
    """
    every = iter(records.read(part))
    made = [{name: SCHEMAS[name].empty_table() for name in NAMES}]
    while some := list(islice(every, _TOGETHER)):
        made += _apart(some, library, order)
    return {name: pa.concat_tables(tables[name] for tables in made) for name in NAMES}


def _apart(some: list[Record], library: Library, order: Order) -> Iterator[Tables]:
    """The tables of neighbouring texts, checked in a child process.

    Where it is killed, the text it was at is tried again alone before it is blamed: whoever lacks
    memory may end any process.
    """
    left = [some]
    while left:
        now = left.pop()
        done = apart.run(partial(_packed, now, library, order), PATIENCE, MEMORY)
        if isinstance(done, bytes):
            yield pickle.loads(done)
        elif len(now) == 1:
            yield _rejected(now[0], InputError(_ENDED[done.why]), order.lang)
        else:
            at = done.at
            left += [part for part in (now[at + 1 :], now[at : at + 1], now[:at]) if part]


def _packed(some: list[Record], library: Library, order: Order, tell: Tell) -> bytes:
    sheets = {name: _Sheet(SCHEMAS[name]) for name in NAMES}
    for at, record in enumerate(some):
        tell(at)
        try:
            for name, rows in _checked(record, library, order).items():
                sheets[name].add(rows)
        except InputError as problem:
            sheets["rejects"].add(_reject(record, problem, order.lang))
        except Exception as error:
            # One text of a million must not stop the others, whatever is the matter with it.
            code = "memory" if isinstance(error, MemoryError) else "failed"
            sheets["rejects"].add(_reject(record, InputError(code), order.lang))
    return pickle.dumps({name: sheet.table() for name, sheet in sheets.items()}, _PROTOCOL)


def _rejected(record: Record, problem: InputError, lang: Lang) -> Tables:
    tables = {name: SCHEMAS[name].empty_table() for name in NAMES}
    rows = list(_reject(record, problem, lang))
    return tables | {"rejects": pa.Table.from_pylist(rows, SCHEMAS["rejects"])}


def _checked(record: Record, library: Library, order: Order) -> dict[str, list[Row]]:
    one = record.get()
    read = reading.read_dated(one.text, library, one.published or order.published)
    quotes = list(report.rows(one.id, read, library, order.lang))
    return {"quotes": quotes, "texts": [_about(one, read)]}


def _about(one: Text, read: Reading) -> Row:
    verdicts = Counter(finding.verdict.kind for finding in read.findings)
    return {
        "id": one.id,
        "title": one.title,
        "source": one.source,
        "published": read.published,
        "characters": len(one.text),
        "sentences": len(read.sentences),
        "repairs": len(read.clean.repairs),
        "doubtful": sum(not repair.certain for repair in read.clean.repairs),
        "repaired": sorted(Counter(repair.kind for repair in read.clean.repairs).items()),
        "quotes": len(read.findings),
        "verdicts": [(kind.value, verdicts[kind]) for kind in VerdictKind if verdicts[kind]],
        "inconsistent": sum(finding.inconsistent is not None for finding in read.findings),
    }


def _reject(record: Record, problem: InputError, lang: Lang) -> Iterator[Row]:
    yield {
        "id": record.id,
        "file": fields.whole(record.file),
        "number": record.number,
        "code": problem.code,
        "reason": fields.whole(text(lang, f"input.{problem.code}", **problem.facts)),
    }

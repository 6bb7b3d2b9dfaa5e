"""The index of passages, kept by tantivy in memory or in a folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import cast

import tantivy

from indicators import quantities
from indicators.errors import InputError
from indicators.search import analyser, figures
from indicators.search.passages import Passage

# One writer thread keeps the passages in their order; the heap bounds the memory of a build.
_THREADS, _SMALL_HEAP, _LARGE_HEAP = 1, 15_000_000, 128_000_000
FILTERS = ("doc", "theme", "indicator", "year")


@dataclass(frozen=True, eq=False)
class Index:
    """An index that is only read: searches see the passages it was opened with."""

    handle: tantivy.Index
    searcher: tantivy.Searcher

    @property
    def size(self) -> int:
        """How many passages it holds."""
        return int(self.searcher.num_docs)


@cache
def schema() -> tantivy.Schema:
    """Units with their positions, figures, the filters, and the passage itself as stored JSON."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("units", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("figures", tokenizer_name="whitespace", index_option="basic")
    for name in FILTERS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("record", stored=True, indexed=False)
    return builder.build()


def in_memory(passages: Iterable[Passage]) -> Index:
    """An index of few passages, in memory."""
    return _filled(tantivy.Index(schema()), passages, _SMALL_HEAP)


def build(passages: Iterable[Passage], folder: Path) -> Index:
    """An index of any number of passages in a folder, read one by one in bounded memory.

    The folder must be new or empty: an index is built once and then only read. It is made beside
    its place and moved there when it is whole, so that a build that stops leaves none.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise InputError("index_exists", folder=str(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}.") as begun:
            made = Path(begun, "index")
            made.mkdir()
            _filled(tantivy.Index(schema(), path=str(made)), passages, _LARGE_HEAP)
            os.replace(made, folder)
    except OSError as error:
        raise InputError("index_unwritten", folder=str(folder), why=_why(error)) from None
    return opened(folder)


def _why(error: OSError) -> str:
    return error.strerror or str(error)


def opened(folder: Path) -> Index:
    """The index that ``build`` left in a folder. InputError where there is none."""
    try:
        handle = tantivy.Index.open(str(folder))
    except (OSError, ValueError):
        raise InputError("index_missing", folder=str(folder)) from None
    return Index(handle, handle.searcher())


def _filled(handle: tantivy.Index, passages: Iterable[Passage], heap: int) -> Index:
    writer = handle.writer(heap_size=heap, num_threads=_THREADS)
    try:
        for passage in passages:
            writer.add_document(document(passage))
        writer.commit()
    finally:
        writer.wait_merging_threads()
    handle.reload()
    return Index(handle, handle.searcher())


def document(passage: Passage) -> tantivy.Document:
    """A passage as the index takes it."""
    found = tantivy.Document()
    found.add_text("units", " ".join(analyser.terms(passage.text)))
    found.add_text("figures", " ".join(figure_tokens(passage.text)))
    found.add_text("doc", passage.doc)
    for name, values in (
        ("theme", passage.themes),
        ("indicator", passage.indicators),
        ("year", passage.years),
    ):
        for value in values:
            found.add_text(name, value)
    found.add_bytes("record", _record(passage))
    return found


def _record(passage: Passage) -> bytes:
    record = {field.name: getattr(passage, field.name) for field in fields(passage)}
    return json.dumps(record, ensure_ascii=False).encode("utf-8")


def figure_tokens(text: str) -> Iterable[str]:
    """The tokens of all figures in a text, each once."""
    return dict.fromkeys(
        token for quantity in quantities.find(text) for token in figures.of_passage(quantity)
    )


def passage_of(index: Index, address: tantivy.DocAddress) -> Passage:
    """The passage stored at an address."""
    record = json.loads(bytes(cast(bytes, index.searcher.doc(address).get_first("record"))))
    return Passage(
        record["doc"],
        record["s"],
        record["text"],
        tuple(record["indicators"]),
        tuple(record["years"]),
        tuple(record["themes"]),
    )

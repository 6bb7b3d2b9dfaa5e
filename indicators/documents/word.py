"""Word documents (.docx): paragraphs as lines, rows of tables as lines with tabs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from indicators.errors import InputError

# What the archive says it unzips to; zipfile never gives out more of an entry than it declares.
MOST_UNPACKED, MOST_XML, MOST_ENTRIES = 200_000_000, 40_000_000, 5000
_ENCRYPTED = 1  # a flag of an entry
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_WORDS = qn("w:t")
# Drawings are written twice, for new and for old readers; formatting holds tab stops, not tabs.
_SKIPPED = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:pPr"),
    qn("w:del"),
    qn("w:moveFrom"),
}
_DAMAGED = (
    PackageNotFoundError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError,
    NotImplementedError, EOFError, OSError,
)  # fmt: skip


def text(data: bytes) -> str:
    """The text of a .docx; raises InputError: damaged, encrypted, bomb or not_word."""
    try:
        _check(data)
        body = docx.Document(BytesIO(data)).element.body
    except _DAMAGED:
        raise InputError("damaged") from None
    if body is None:
        raise InputError("damaged")
    return "\n".join(_lines(body))


def _check(data: bytes) -> None:
    """Look at the archive's directory before anything is unzipped."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise InputError("encrypted")
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise InputError("not_word")
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or xml > MOST_XML or len(entries) > MOST_ENTRIES:
        raise InputError("bomb")


def _lines(parent: Any) -> Iterator[str]:
    """The lines of everything below a node, in order; content controls and the like are opened."""
    for node in parent:
        if node.tag == _PARAGRAPH:
            yield "".join(_words(node))
        elif node.tag == _TABLE:
            for row in _nearest(node, _ROW):
                yield "\t".join(_cell(cell) for cell in _nearest(row, _CELL))
        elif node.tag not in _SKIPPED:
            yield from _lines(node)


def _nearest(node: Any, tag: str) -> Iterator[Any]:
    """The descendants of a kind, but not those inside one another: a table may hold a table."""
    for child in node:
        if child.tag == tag:
            yield child
        else:
            yield from _nearest(child, tag)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_lines(cell)).split())


def _words(node: Any) -> Iterator[str]:
    """The words of a paragraph, those of a text box in it included; deleted ones left out."""
    for child in node:
        if child.tag == _WORDS:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _words(child)

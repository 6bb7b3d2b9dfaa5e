"""Rows of HTML tables spread over lines: each is put on one line, before its tags go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning.edits import Edit

_ROW = re.compile(r"<(?P<end>/?)(?:tr|table|tbody|thead)\b[^<>]{0,500}>", re.IGNORECASE)
_CELL = re.compile(r"</?t[dh]\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
# What would break a cell's line: line breaks, and tags of blocks.
_BREAK = re.compile(r"\s*\n\s*|</?(?:p|div|br|center|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
_LONGEST_ROW = 20_000
_LONGEST_CELL = 40  # a longer one is a page laid out in a table


def edits(text: str) -> list[Edit]:
    """Close up the lines inside the rows of tables; layout tables keep theirs."""
    return list(_found(text)) if "<" in text else []


def _found(text: str) -> Iterator[Edit]:
    start: int | None = None
    for tag in _ROW.finditer(text):
        if start is not None and tag.start() - start <= _LONGEST_ROW:
            row = text[start : tag.start()]
            if _is_of_data(row):
                yield from _closed_up(row, start)
        opens = not tag["end"] and tag[0][1:3].lower() == "tr"
        start = tag.end() if opens else None


def _is_of_data(row: str) -> bool:
    """Whether a row has several cells, all of them short."""
    cells = [" ".join(_TAG.sub(" ", cell).split()) for cell in _CELL.split(row)]
    filled = len(_CELL.findall(row)) > 2
    return filled and all(len(cell) <= _LONGEST_CELL for cell in cells)


def _closed_up(row: str, offset: int) -> Iterator[Edit]:
    """A blank for each break between two words, nothing for one beside a tag."""
    for found in _BREAK.finditer(row):
        before, after = (
            row[max(0, found.start() - 1) : found.start()],
            row[found.end() : found.end() + 1],
        )
        apart = before not in ("", ">", "\n") and after not in ("", "<", "\n")
        yield Edit(offset + found.start(), offset + found.end(), " " if apart else "", "markup")

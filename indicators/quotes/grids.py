"""Grids in plain text: which lines form a table, its heading lines and rows, its cells.

Cells are kept apart by bars, tabs, the commas of CSV, wide blanks, or, where all lines of a block
agree, single blanks. An empty cell of an upper heading belongs to the heading left of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
_RULE = re.compile(r"[\s|:\-—–+=]+")
_WIDE = re.compile(r"(?:(?!　|  )[^\n])+")
_WORD = re.compile(r"\S+")
_NO_CSV = re.compile(r"[。，；：！？\s　]")
_LONGEST_CELL = 24


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the numbers of its first and last line, headings by column, rows, its caption."""

    first: int
    last: int
    headings: tuple[tuple[Span, ...], ...]  # for each column the headings above it
    rows: tuple[tuple[Span, ...], ...]
    caption: Span


def find(text: str, lines: Sequence[Span], starts: Sequence[int]) -> list[Grid]:
    """The tables of a text; ``starts`` are the offsets of its quantities, in their order."""
    split = [_cells(text, line) for line in lines]
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        last = _last_of_block(text, split, number)
        grid = _grid(text, lines, split, (number, last), starts) if last > number else None
        if grid is not None:
            grids.append(grid)
        number = last + 1
    return grids


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    start, end = line
    for sign in "|\t":
        if sign in text[start:end]:
            return _split(text, start, end, sign)
    if "," in text[start:end] and not _NO_CSV.search(text, start, end):
        cells = _split(text, start, end, ",")
        if len(cells) > 2 and all(b - a <= _LONGEST_CELL for a, b in cells):
            return cells
    apart = _cut(_WIDE, text, start, end)
    if len(apart) == 1:
        words = _cut(_WORD, text, start, end)
        return words if len(words) > 2 else apart
    return apart


def _split(text: str, start: int, end: int, sign: str) -> tuple[Span, ...]:
    """The stretches between separators; bars around the whole line count for nothing."""
    cells: list[Span] = []
    at = start
    for part in text[start:end].split(sign):
        cells.append((at, at + len(part)))
        at += len(part) + 1
    if sign == "|" and text[start:end].lstrip().startswith("|"):
        cells = cells[1:]
    if sign != "," and cells and not text[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return tuple(cells)


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[Span, ...]:
    found = pattern.finditer(text, start, end)
    return tuple(match.span() for match in found if match[0].strip())


def _last_of_block(text: str, split: Sequence[tuple[Span, ...]], number: int) -> int:
    """The last line with as many cells as this one, rules between them left aside."""
    width, last = len(split[number]), number
    if width < 2:
        return number
    for following in range(number + 1, len(split)):
        if len(split[following]) == width:
            last = following
        elif not _is_rule(text, split[following]):
            break
    return last


def _is_rule(text: str, row: Sequence[Span]) -> bool:
    return bool(row) and all(_RULE.fullmatch(text, *cell) or cell[0] == cell[1] for cell in row)


def _grid(
    text: str,
    lines: Sequence[Span],
    split: Sequence[tuple[Span, ...]],
    block: Span,
    starts: Sequence[int],
) -> Grid | None:
    first, last = block
    width = len(split[first])
    body = [row for row in split[first : last + 1] if len(row) == width]
    body = [row for row in body if not _is_rule(text, row)]
    rows = [row for row in body if any(has_figure(cell, starts) for cell in row[1:])]
    if not rows or body[-1] is not rows[-1]:
        rows = rows if rows and len(rows) > 1 else []
    tops = body[: body.index(rows[0])] if rows else []
    if not rows or (not tops and len(rows) < 2):
        return None
    caption = lines[first - 1] if first else (lines[0][0], lines[0][0])
    return Grid(first, last, _headings(text, tops, width), tuple(rows), caption)


def has_figure(cell: Span, starts: Sequence[int]) -> bool:
    """Whether a quantity begins in the cell."""
    at = bisect_left(starts, cell[0])
    return at < len(starts) and starts[at] < cell[1]


def _headings(
    text: str, tops: Sequence[Sequence[Span]], width: int
) -> tuple[tuple[Span, ...], ...]:
    """For each column its headings from top to bottom."""
    columns: list[tuple[Span, ...]] = []
    for column in range(width):
        above: list[Span] = []
        for depth, row in enumerate(tops):
            at = column
            while depth < len(tops) - 1 and at > 0 and not text[slice(*row[at])].strip():
                at -= 1
            if text[slice(*row[at])].strip():
                above.append(row[at])
        columns.append(tuple(above))
    return tuple(columns)

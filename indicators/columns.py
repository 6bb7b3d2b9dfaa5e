"""Columns for a terminal, in which a Chinese character is as wide as two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def aligned(cells: Sequence[Sequence[str]]) -> str:
    """Rows of cells as columns, a Chinese character counting for two; the last column is free."""
    if not cells:
        return ""
    widths = [max(_width(row[at]) for row in cells) for at in range(len(cells[0]) - 1)]
    return "".join(_line(row, widths) + "\n" for row in cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
    return "  ".join([*padded, row[-1]]).rstrip()


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in cell)

"""CSV that spreadsheets open rightly: UTF-8 with its mark, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"  # spreadsheets read UTF-8 as the local code page without it
# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(cell: str) -> str:
    """Text that a spreadsheet would take for a formula, quoted with '; other text as it is."""
    return "'" + cell if cell.startswith(FORMULA) else cell


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """A CSV file (RFC 4180) with its header; numbers stay numbers, None is an empty cell."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_written(value) for value in row] for row in rows)
    return (BOM + sheet.getvalue()).encode("utf-8")


def number(value: float) -> float | int:
    """A whole number without its point: 771980000.0 -> 771980000."""
    return int(value) if value.is_integer() else value


def _written(value: str | float | None) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)

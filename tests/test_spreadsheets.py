"""CSV that spreadsheets open rightly: marked as UTF-8, and never a formula."""

from __future__ import annotations

import csv
import io

import pytest

from indicators import spreadsheets
from indicators.spreadsheets import csv_bytes


def cells(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_a_file_opens_as_utf_8_in_spreadsheets() -> None:
    """The first three bytes are the mark that spreadsheets look for, once."""
    written = csv_bytes(("as_of",), [("2017年12月",)])
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\xef\xbb\xbf") == 1
    assert cells(written) == [["as_of"], ["2017年12月"]]


@pytest.mark.parametrize("start", spreadsheets.FORMULA)
def test_no_text_is_a_formula(start: str) -> None:
    """A cell that begins like a formula is quoted, in any column."""
    (_, row) = cells(csv_bytes(("a", "b"), [(f"{start}HYPERLINK()", f"x{start}y")]))
    assert row == [f"'{start}HYPERLINK()", f"x{start}y"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), ("", ""), (-5, "-5"), (772000000, "772000000"), (55.8, "55.8"), (0.0, "0.0")],
)
def test_numbers_stay_numbers(value: float | str | None, cell: str) -> None:
    """A negative number is no formula, and what is unknown is empty."""
    assert cells(csv_bytes(("a", "b"), [(value, "x")]))[1] == [cell, "x"]


@pytest.mark.parametrize(("value", "written"), [(771980000.0, "771980000"), (55.8, "55.8")])
def test_a_whole_number_has_no_point(value: float, written: str) -> None:
    """What is counted is written as it is counted."""
    assert str(spreadsheets.number(value)) == written


def test_commas_quotes_and_lines_stay_in_their_cell() -> None:
    """What CSV must quote comes back as it was."""
    awkward = '他说,"一"\n行'
    assert cells(csv_bytes(("a",), [(awkward,)]))[1] == [awkward]

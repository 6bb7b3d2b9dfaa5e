"""Our own TOML and CSV files: every failure names the file and the row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.datafiles import Table, read_csv, read_toml
from indicators.errors import DataError

TOML = """\
# a comment
title = "第41次报告"
number = 41
empty = " "
flag = true
words = ["一", "二"]

[name]
zh = "网民规模"
"odd key" = 1

[[breaks]]
as_of = "2007-06"

[[breaks]]
as_of = 2010
"""
FAULTS: list[tuple[Callable[[Table], object], int, str]] = [
    (lambda table: table.text("number"), 3, "number: a text is required"),
    (lambda table: table.text("empty"), 4, "empty: a text is required"),
    (lambda table: table.text("absent"), 0, "absent: a text is required"),
    (lambda table: table.integer("flag"), 5, "flag: a whole number"),
    (lambda table: table.number("title"), 2, "title: a number"),
    (lambda table: table.flag("number"), 3, "number: true or false"),
    (lambda table: table.texts("title"), 2, "title: a list of texts"),
    (lambda table: table.table("title"), 2, "title: a table"),
    (lambda table: table.tables("words"), 6, "words: a list of tables"),
    (lambda table: table.only("title"), 3, "number: unknown key"),
    (lambda table: table.table("name").only("zh"), 10, "name.odd key: unknown key"),
    (lambda table: table.table("name").text("en"), 8, "name.en: a text is required"),
    (lambda table: table.tables("breaks")[1].text("as_of"), 16, "breaks[2].as_of: a text"),
]
BROKEN_CSV = [
    ("", 1, "column 'a' is missing"),
    ("a,c\n", 1, "unknown column 'c'"),
    ("a\n", 1, "column 'b' is missing"),
    ("b,a\n", 1, "in this order"),
    ("a,b\n1,2\n3\n", 3, "1 fields where the header has 2"),
    ("a,b\n1,2\n\n3,4\n", 3, "0 fields"),
    ('a,b\n1,"2\n3"\n', 3, "runs over a line break"),
    ('a,b\n1,"2"x\n', 2, "not CSV"),
]


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "one.toml"
    path.write_text(TOML, encoding="utf-8")
    return read_toml(path)


@pytest.mark.parametrize(("read", "line", "what"), FAULTS)
def test_a_wrong_value_is_named_with_its_line(
    table: Table, read: Callable[[Table], object], line: int, what: str
) -> None:
    """The error carries the path, the line of the key and what belongs there."""
    with pytest.raises(DataError) as caught:
        read(table)
    assert caught.value.path == str(table.path)
    assert caught.value.line == line
    assert what in caught.value.what


@pytest.mark.parametrize(("text", "line", "what"), BROKEN_CSV)
def test_a_broken_csv_file_is_named_with_its_row(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    """A wrong header is line 1; a wrong row is the line an editor shows it on."""
    path = tmp_path / "one.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        list(read_csv(path, ("a", "b")))
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert what in caught.value.what


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    """A file that is no TOML says where the parser stopped."""
    path = tmp_path / "one.toml"
    path.write_text('a = 1\nb = "open\n', encoding="utf-8")
    with pytest.raises(DataError, match="not TOML") as caught:
        read_toml(path)
    assert caught.value.line == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error of the whole file."""
    with pytest.raises(DataError, match="missing") as caught:
        read_toml(tmp_path / "none.toml")
    assert caught.value.line == 0


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    """Our files are UTF-8; the line of the first other byte is given."""
    path = tmp_path / "one.csv"
    path.write_bytes(b"a,b\n1,2\n" + "网民,2\n".encode("gb18030"))
    with pytest.raises(DataError, match="not UTF-8") as caught:
        list(read_csv(path, ("a", "b")))
    assert caught.value.line == 3


def test_a_row_knows_its_line_and_strips_blanks(tmp_path: Path) -> None:
    """Fields come without surrounding blanks, whatever the line ends."""
    path = tmp_path / "one.csv"
    path.write_bytes(b"a,b\r\n 1 ,2\r\n3,x\r\n")
    first, second = read_csv(path, ("a", "b"))
    assert (first["a"], first.line, second.line) == ("1", 2, 3)
    with pytest.raises(DataError, match="'x' is not a number"):
        second.number("b")

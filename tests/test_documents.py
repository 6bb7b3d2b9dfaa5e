"""Files become text: the same words whatever the format, and tables as lines of cells."""

from __future__ import annotations

import pytest

from indicators import documents, library, reading
from indicators.errors import InputError
from tests import files

TEXT = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为55.8%。"
TABLE = [
    ["时间", "网民规模（亿人）", "互联网普及率（%）"],
    ["2017年12月", "7.72", "55.8"],
    ["2018年12月", "8.29", "59.6"],
]
HTML_TABLE = "".join(
    "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE
)
FORMATS = {
    "a.txt": TEXT.encode(),
    "a.md": f"# 报告\n\n{TEXT}\n".encode("gb18030"),
    "a.html": f"<html><body><p>{TEXT}</p></body></html>".encode(),
    "a.docx": files.word(TEXT),
    "a.pdf": files.pdf(*TEXT.split("，")),
}
TABLES = {
    "a.html": f"<table>{HTML_TABLE}</table>".encode(),
    "a.docx": files.word("表1 网民规模", table=TABLE),
    "a.pdf": files.pdf(*TABLE),
}


def verdicts(name: str, data: bytes) -> list[tuple[str, float, str | None, str]]:
    read = reading.read_file(name, data, library.default())
    return [
        (one.quote.indicator, one.quote.quantity.value, one.quote.as_of, one.verdict.kind)
        for one in read.findings
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_verdicts(name: str) -> None:
    """The two figures of the sentence, both right."""
    assert verdicts(name, FORMATS[name]) == [
        ("internet_users", 772_000_000, "2017-12", "match"),
        ("internet_penetration", 55.8, "2017-12", "match"),
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_as_lines_of_cells(name: str) -> None:
    """Each figure of the table has the indicator of its column and the month of its row."""
    found = verdicts(name, TABLES[name])
    assert {(what, when) for what, _, when, _ in found} == {
        (what, when)
        for what in ("internet_users", "internet_penetration")
        for when in ("2017-12", "2018-12")
    }
    assert {kind for *_, kind in found} == {"match"}


def test_cells_are_kept_apart_by_tabs() -> None:
    """In Word as in PDF."""
    rows = "\n".join("\t".join(row) for row in TABLE)
    assert documents.text_of("a.docx", TABLES["a.docx"]).endswith(rows)
    assert documents.text_of("a.pdf", TABLES["a.pdf"]).strip() == rows


@pytest.mark.parametrize("name", ["a.txt", "a.html", "noname", "A.PDF"])
def test_the_bytes_decide_what_a_file_is(name: str) -> None:
    """A document under another name is read as what it is."""
    for data in (FORMATS["a.docx"], FORMATS["a.pdf"]):
        assert "7.72亿" in documents.text_of(name, data)


def test_the_month_is_guessed_from_the_repaired_text() -> None:
    """A file's own date counts, in either script; a given month counts more."""
    raw = f"發布時間(jiān):2018-03-05\n\n{TEXT}".encode()
    assert reading.read_file("a.txt", raw, library.default()).published == "2018-03"
    given = reading.read_file("a.txt", raw, library.default(), "2020-01")
    assert given.published == "2020-01"


def test_an_unknown_kind_of_file_is_named() -> None:
    """The sentence says what can be read."""
    with pytest.raises(InputError) as caught:
        documents.text_of("a.xlsx", b"PK\x03\x04")
    assert caught.value.code == "type"
    assert ".docx" in str(caught.value.facts["known"])

"""The table and the file of an indicator's figures: complete, sourced, safe to open."""

from __future__ import annotations

import csv
import io

import pytest

from indicators import library
from indicators.figures.lines import split
from indicators.figures.names import line_names
from indicators.library import Library
from indicators.strings import LANGS, Lang, text
from indicators.ui import table
from indicators.ui.markup import Cell, escape
from indicators.ui.markup import table as markup_table


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


def test_the_file_holds_every_figure_with_its_source(shelf: Library) -> None:
    """Over all indicators: a row a figure, the printed form, the publication and its publisher."""
    for indicator in shelf.indicators.values():
        points = shelf.observations[indicator.id]
        written = table.csv_bytes(points, indicator, shelf).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(written, newline="")))
        assert [row["as_of"] for row in rows] == [point.as_of for point in points]
        for row, point in zip(rows, points, strict=True):
            assert float(row["value"]) == point.value
            assert row["printed"] == point.printed
            assert row["source_title"] == shelf.sources[point.source].title_zh


def test_the_file_opens_as_utf_8_in_spreadsheets(shelf: Library) -> None:
    """The first three bytes are the mark that spreadsheets look for."""
    indicator = shelf.indicators["internet_users"]
    assert table.csv_bytes((), indicator, shelf).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_has_a_row_a_figure_and_the_newest_first(shelf: Library, lang: Lang) -> None:
    """Caption, column headers, row headers, and the series named where there are several."""
    indicator = shelf.indicators["internet_penetration"]
    points = shelf.observations[indicator.id]
    lines = split(points)
    names = line_names([line.key for line in lines], indicator, shelf.places, lang)
    drawn = table.figures_table(lines, names, indicator, shelf, lang)
    assert drawn.count('<th scope="row">') == len(points)
    assert drawn.index(max(p.as_of for p in points)) < drawn.index(min(p.as_of for p in points))
    assert text(lang, "area.rural") in drawn
    assert escape(text(lang, "table.caption", indicator=indicator.name[lang])) in drawn


def test_nothing_in_a_table_is_markup() -> None:
    """Words from data files are shown as words."""
    drawn = markup_table("<i>", ["<b>"], [[Cell("<u>"), Cell("<s>", lang='"><p>')]])
    assert not any(tag in drawn for tag in ("<i>", "<b>", "<u>", "<s>", "<p>"))

"""The table of an indicator's figures: complete, in order, and never markup."""

from __future__ import annotations

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

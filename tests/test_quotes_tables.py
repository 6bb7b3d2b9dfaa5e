"""Tables of many shapes: what each figure quotes, and tables of other things that quote nothing."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from indicators import cleaning, library, quantities, quotes, sentences
from indicators.quotes import Quote

EXAMPLES = tomllib.loads(
    Path(__file__).with_name("table_examples.toml").read_text(encoding="utf-8")
)["table"]


def read(raw: str) -> tuple[Quote, ...]:
    """The quotes of a text."""
    text = cleaning.clean(raw).text
    shelf = library.default()
    return quotes.find(text, quantities.find(text), sentences.split(text), shelf)


def told(quote: Quote) -> str:
    """A quote as the examples write it."""
    month = quote.as_of or (f"({quote.inferred})" if quote.inferred else "-")
    parts = (
        quote.quantity.surface,
        quote.indicator,
        f"{quote.quantity.value:.12g}",
        quote.area if quote.area != "total" else "",
        quote.geo if quote.geo != "CN" else "",
        quote.level,
        "change" if quote.kind == "change" else "",
        f"since={quote.since}" if quote.since else "",
        f"@{month}",
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_each_figure_is_read_by_the_headings_around_it(example: dict[str, str]) -> None:
    """Indicator, value, area, place, level, kind and month; and no figure besides."""
    assert [told(quote) for quote in read(example["text"])] == example["quotes"].splitlines()


def test_one_table_reads_alike_between_all_kinds_of_separators() -> None:
    """Tabs, bars, wide blanks, two blanks, single blanks and commas."""
    rows = (
        ("时间", "网民规模（万人）", "普及率（%）", "农村网民（万人）"),
        ("2016年12月", "73125", "53.2", "20133"),
        ("2017年12月", "77198", "55.8", "20881"),
    )
    readings = {
        tuple(told(quote) for quote in read("\n".join(separator.join(row) for row in rows)))
        for separator in ("\t", "|", " | ", "　", "  ", " ", ",", "｜", "│")
    }
    assert len(readings) == 1
    assert len(readings.pop()) == 6


def test_rows_and_columns_may_change_places() -> None:
    """The same grid transposed gives the same quotes, in another order."""
    rows = (
        ("", "2016年12月", "2017年12月", "2018年12月"),
        ("城镇普及率", "69.1%", "71.0%", "74.6%"),
        ("农村普及率", "33.1%", "35.4%", "38.4%"),
    )
    turned = tuple(zip(*rows, strict=True))
    one, other = (
        sorted(told(quote) for quote in read("\n".join("\t".join(row) for row in grid)))
        for grid in (rows, turned)
    )
    assert one == other
    assert len(one) == 6


def test_a_long_table_takes_time_in_proportion() -> None:
    """Twenty thousand figures are read in seconds."""
    rows = [f"{1998 + n % 40}年{1 + n % 12}月\t{10000 + n}\t{n % 100}.5%" for n in range(10_000)]
    text = "全国网民\n时间\t网民规模（万人）\t普及率\n" + "\n".join(rows)
    start = time.perf_counter()
    assert len(read(text)) == 20_000
    assert time.perf_counter() - start < 60


def test_a_page_laid_out_in_a_table_keeps_its_paragraphs() -> None:
    """Only rows of several short cells are put on one line."""
    page = "<table><tr><td><p>甲段写了一件事。</p>\n<p>乙段写了另一件事。</p></td></tr></table>"
    assert "事。\n" in cleaning.clean(page).text

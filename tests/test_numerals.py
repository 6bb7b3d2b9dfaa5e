"""Numerals: the values that written numbers stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import numerals

EXAMPLES = [
    # written, value, step
    ("7.72亿", 772_000_000, 1_000_000),
    ("七亿七千二百万", 772_000_000, 1_000_000),
    ("77198万", 771_980_000, 10_000),
    ("7亿7198万", 771_980_000, 10_000),
    ("一亿九千五百万", 195_000_000, 1_000_000),
    ("十点九亿", 1_090_000_000, 10_000_000),
    ("五十五点八", 55.8, 0.1),
    ("47,941", 47_941, 1),
    ("二〇一五", 2015, 1),
    ("两千三", 2300, 100),
    ("三万五", 35_000, 1000),
    ("6.5千万", 65_000_000, 1_000_000),
    ("3亿2千万", 320_000_000, 10_000_000),
    ("10万亿", 10_000_000_000_000, 100_000_000 * 10_000),
    ("十一", 11, 1),
    ("一百零三", 103, 1),
]


@pytest.mark.parametrize(("written", "value", "step"), EXAMPLES)
def test_numerals_are_read(written: str, value: float, step: float) -> None:
    """Arabic, Chinese and mixed numerals give their value and the unit of the last digit."""
    read = numerals.parse(written)
    assert read is not None
    assert (read.value, read.step) == (pytest.approx(value), pytest.approx(step))


@pytest.mark.parametrize("written", ["", "万", "亿万", "五六百", "1" * 30, "点五", "年"])
def test_what_is_no_numeral_is_none(written: str) -> None:
    """Units without a number, approximate pairs and endless digits are not read."""
    assert numerals.parse(written) is None


@given(st.text(alphabet="0123456789.,万亿千百十点零〇一二两三四五六七八九多余 ", max_size=30))
def test_any_string_of_numeral_signs_is_read_or_refused(written: str) -> None:
    """Parsing never raises."""
    numerals.parse(written)


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    """The folded text is as long as the text."""
    assert len(numerals.fold(text)) == len(text)


def test_full_width_numbers_are_folded() -> None:
    """Digits, points, percent signs and the comma between full-width digits become ASCII."""
    assert numerals.fold("１８，９７０，０５４与５５．８％") == "18,970,054与55.8%"
    assert numerals.fold("有１８，但") == "有18，但"

"""Printed figures read back."""

from __future__ import annotations

import pytest

from indicators import printed

READ = [
    ("7.72亿", 772_000_000, 1_000_000),
    ("9.73亿人", 973_000_000, 1_000_000),
    ("77198万", 771_980_000, 10_000),
    ("117.5万", 1_175_000, 1_000),
    ("1,096,924个", 1_096_924, 1),
    ("43143家", 43_143, 1),
    ("48.8%", 48.8, 0.1),
    ("100%", 100, 1),
    ("1700多项", 1_700, 1),
    ("426.7万余个", 4_267_000, 1_000),
    ("超7.9万", 79_000, 1_000),
    ("已逾10万", 100_000, 10_000),
    ("突破一万家", 10_000, 10_000),
    ("六百一十五万个", 6_150_000, 10_000),
    ("more than 2,800", 2_800, 1),
    (">25,000", 25_000, 1),
    ("16.36 million", 16_360_000, 10_000),
    ("0.53450", 0.5345, 0.00001),
]
UNREADABLE = ["", "约", "1.852.300", "17,217 active", "三成左右的人", "7.72亿和7.53亿", "无"]


@pytest.mark.parametrize(("text", "value", "step"), READ)
def test_a_printed_figure_has_a_value_and_a_precision(text: str, value: float, step: float) -> None:
    """The unit of the last printed digit is the precision."""
    figure = printed.read(text)
    assert figure is not None
    assert figure.value == pytest.approx(value)
    assert figure.step == pytest.approx(step)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_figure_is_not_guessed_at(text: str) -> None:
    """Anything but one figure in the known forms reads as nothing."""
    assert printed.read(text) is None
    assert printed.agrees(text, 1) is None


def test_a_value_agrees_with_what_it_rounds_to() -> None:
    """771,980,000 may be printed 7.72亿, but neither 7.71亿 nor 77.2亿."""
    assert printed.agrees("7.72亿", 771_980_000)
    assert not printed.agrees("7.71亿", 771_980_000)
    assert not printed.agrees("77.2亿", 771_980_000)

"""Values written for people, in both languages."""

from __future__ import annotations

import pytest

from indicators import units
from indicators.units import Unit

# value, unit, Chinese, English; the figures are of the 41st report and its neighbours.
WRITTEN: list[tuple[float, Unit, str, str]] = [
    (771_980_000, "person", "7.72亿人", "772 million"),
    (1_108_000_000, "person", "11.08亿人", "1,108 million"),
    (620_000, "person", "62万人", "620,000"),
    (1_175_000, "person", "117.5万人", "1.175 million"),
    (16_900_000, "person", "1,690万人", "16.9 million"),
    (134_827, "account", "134,827个", "134,827"),
    (20_823_037, "domain", "20,823,037个", "20,823,037"),
    (10_000, "account", "1万个", "10,000"),
    (9_930, "item", "9,930项", "9,930"),
    (30, "category", "30类", "30"),
    (32, "portal", "32个", "32"),
    (31, "province", "31个", "31"),
    (55.8, "percent", "55.8%", "55.8%"),
    (34.0, "percent", "34.0%", "34.0%"),
    (100, "percent", "100%", "100%"),
    (1.775913, "percent", "1.8%", "1.8%"),
    (5.9, "point", "5.9个百分点", "5.9 points"),
    (3.2, "times", "3.2倍", "3.2 times"),
    (65, "rank", "第65位", "rank 65"),
    (0.8718, "index", "0.8718", "0.8718"),
    (93.93, "index", "93.93", "93.93"),
]
DIFFERENCES: list[tuple[float, Unit, str, str]] = [
    (5.9, "percent", "+5.9个百分点", "+5.9 points"),
    (-2.9, "percent", "\u22122.9个百分点", "\u22122.9 points"),
    (31_400_000, "person", "+3,140万人", "+31.4 million"),
    (-12_917, "domain", "\u221212,917个", "\u221212,917"),
    (0, "percent", "±0个百分点", "±0 points"),
    (-8, "rank", "\u22128位", "\u22128 places"),
    (-0.02, "index", "\u22120.0200", "\u22120.0200"),
]
SCALES: list[tuple[Unit, float, tuple[float, str], tuple[float, str]]] = [
    ("person", 1.1e9, (1e8, "亿人"), (1e6, "million people")),
    ("person", 6.2e5, (1e4, "万人"), (1e3, "thousand people")),
    ("account", 173_569, (1e4, "万个"), (1e3, "thousand accounts")),
    ("domain", 22_430_000, (1e4, "万个"), (1e6, "million domain names")),
    ("item", 1_700, (1, "项"), (1, "items")),
    ("percent", 80.1, (1, "%"), (1, "%")),
    ("index", 0.87, (1, "指数"), (1, "index")),
    ("rank", 78, (1, "名次"), (1, "rank")),
]


@pytest.mark.parametrize(("value", "unit", "chinese", "english"), WRITTEN)
def test_values_are_written_as_prose_writes_them(
    value: float, unit: Unit, chinese: str, english: str
) -> None:
    """Large counts are rounded as the reports round them; small ones keep every digit."""
    assert units.text(value, unit, "zh") == chinese
    assert units.text(value, unit, "en") == english


@pytest.mark.parametrize(("value", "unit", "chinese", "english"), DIFFERENCES)
def test_differences_carry_their_sign_and_unit(
    value: float, unit: Unit, chinese: str, english: str
) -> None:
    """A difference of two percentages is in points, never in percent."""
    assert units.difference(value, unit, "zh") == chinese
    assert units.difference(value, unit, "en") == english


@pytest.mark.parametrize(("unit", "top", "chinese", "english"), SCALES)
def test_axes_use_the_units_of_the_language(
    unit: Unit, top: float, chinese: tuple[float, str], english: tuple[float, str]
) -> None:
    """Chinese axes count in 万 and 亿, English ones in thousands and millions."""
    assert units.scale(unit, top, "zh") == units.Scale(*chinese)
    assert units.scale(unit, top, "en") == units.Scale(*english)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (771_980_000, "person", "771,980,000"),
        (34.0, "percent", "34.0"),
        (0.8718, "index", "0.8718"),
        (65, "rank", "65"),
    ],
)
def test_tables_show_bare_figures(value: float, unit: Unit, expected: str) -> None:
    """A column whose header names the unit shows all digits and no unit."""
    assert units.figure(value, unit) == expected

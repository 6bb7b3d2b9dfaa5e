"""Quantities: which numbers of a text are figures, with what value, unit and precision."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import quantities
from indicators.quantities import Quantity

Expected = tuple[str, float, str, str]
EXAMPLES: list[tuple[str, list[Expected]]] = [
    ("不少于500个", [("500个", 500, "count", "over")]),
    ("不低于80%", [("80%", 80, "percent", "over")]),
    ("少于500个", [("500个", 500, "count", "under")]),
    ("网民达7.72亿", [("7.72亿", 772_000_000, "count", "exact")]),
    ("七亿七千二百万人", [("七亿七千二百万人", 772_000_000, "count", "exact")]),
    ("共77198万人", [("77198万人", 771_980_000, "count", "exact")]),
    ("7亿7198万", [("7亿7198万", 771_980_000, "count", "exact")]),
    ("百分之五十五点八", [("百分之五十五点八", 55.8, "percent", "exact")]),
    ("五成五的人", [("五成五", 55, "percent", "exact")]),
    ("近六成", [("六成", 60, "percent", "under")]),
    ("七成多", [("七成多", 70, "percent", "over")]),
    ("六成半", [("六成半", 65, "percent", "exact")]),
    ("三分之一", [("三分之一", 100 / 3, "percent", "exact")]),
    ("５５．８％", [("５５．８％", 55.8, "percent", "exact")]),
    ("47,941个", [("47,941个", 47_941, "count", "exact")]),
    ("5‰", [("5‰", 0.5, "percent", "exact")]),
    ("提高5.9个百分点", [("5.9个百分点", 5.9, "point", "exact")]),
    ("翻一番", [("翻一番", 2, "times", "exact")]),
    ("翻了近两番", [("翻了近两番", 4, "times", "under")]),
    ("27倍", [("27倍", 27, "times", "exact")]),
    ("第65位", [("第65位", 65, "rank", "exact")]),
    ("排在第九。", [("第九", 9, "rank", "exact")]),
    ("位列第19、第7、第12位", [("第19", 19, "rank", "exact"), ("第7", 7, "rank", "exact"), ("第12位", 12, "rank", "exact")]),
    ("上升20位", [("20位", 20, "rank", "exact")]),
    ("十一个", [("十一个", 11, "count", "exact")]),
    ("约9.9亿", [("9.9亿", 990_000_000, "count", "about")]),
    ("约2041.0万个", [("2041.0万个", 20_410_000, "count", "about")]),
    ("2012.10亿户", [("2012.10亿户", 201_210_000_000, "count", "exact")]),
    ("2012.10，6.8亿", [("6.8亿", 680_000_000, "count", "exact")]),
    ("500多万个", [("500多万个", 5_000_000, "count", "over")]),
    ("95%以上", [("95%", 95, "percent", "over")]),
    ("已经超过全国人口总量的50%", [("50%", 50, "percent", "over")]),
    ("不足网民总数的30%", [("30%", 30, "percent", "under")]),
    ("超过世界平均水平的50.1%", [("50.1%", 50.1, "percent", "exact")]),
    ("达到了 7.1  亿", [("7.1  亿", 710_000_000, "count", "exact")]),
    ("两年翻了一番还多", [("翻了一番", 2, "times", "over")]),
    ("百强之外还有微博100强", []),
    ("超过1亿人口", [("1亿", 100_000_000, "count", "over")]),
    ("指数0.7948，", [("0.7948", 0.7948, "number", "exact")]),
    ("1.067 billion", [("1.067 billion", 1_067_000_000, "count", "exact")]),
    ("ranked 65th", [("65th", 65, "rank", "exact")]),
    ("134827和70894个", [("134827", 134_827, "count", "exact"), ("70894个", 70_894, "count", "exact")]),
    (
        "9.89、3.09和6.80亿人",
        [
            ("9.89", 989_000_000, "count", "exact"),
            ("3.09", 309_000_000, "count", "exact"),
            ("6.80亿人", 680_000_000, "count", "exact"),
        ],
    ),
    (
        "由95.1%提升至97.5%",
        [("95.1%", 95.1, "percent", "exact"), ("97.5%", 97.5, "percent", "exact")],
    ),
]  # fmt: skip
RANGES = [
    ("30%～40%", 30, 40, "percent"),
    ("30-40%", 30, 40, "percent"),
    ("3300万至3310万个", 33_000_000, 33_100_000, "count"),
    ("七八成", 70, 80, "percent"),
    ("8亿到8.5亿人", 800_000_000, 850_000_000, "count"),
]
NONE = [
    "2016年12月31日",
    "二〇一五年底",
    "国发〔2016〕55号",
    "第41次报告",
    "第三章第二节",
    "（三）",
    "3. 结论",
    "[12]",
    "7.72亿元",
    "五百万美元",
    "380公里",
    "三个月",
    "10–19岁",
    "ISSN 1002-4107",
    "DOI: 10.16582/j.cnki.1672-0202",
    "0571-85310000",
    "13800138000",
    "https://example.org/2017/12",
    "IPv6和5G",
    "14:30",
    "2.2∶1",
    "一个平台",
    "2016-12-31",
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_figures_are_found(text: str, expected: list[Expected]) -> None:
    """Every form of writing gives surface, value, unit and approximation."""
    found = [(q.surface, q.value, q.unit, q.approx) for q in quantities.find(text)]
    assert [(s, pytest.approx(v), u, a) for s, v, u, a in expected] == found


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_a_range_is_one_quantity(text: str, low: float, high: float, unit: str) -> None:
    """Both ends of a range are kept, in the unit of the second."""
    (found,) = quantities.find(text)
    assert (found.value, found.high, found.unit, found.approx) == (low, high, unit, "range")
    assert found.surface == text


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure_is_left_out(text: str) -> None:
    """Dates, numbers of documents and sections, money, measures and identifiers are no figures."""
    assert quantities.find(text) == ()


@pytest.mark.parametrize(
    ("text", "step"), [("7.72亿", 1e6), ("48.8%", 0.1), ("六成", 10), ("47,941个", 1), ("5‰", 0.1)]
)
def test_the_step_is_the_unit_of_the_last_printed_digit(text: str, step: float) -> None:
    """The printed precision is kept in base units."""
    assert quantities.find(text)[0].step == pytest.approx(step)


def well_placed(text: str, found: tuple[Quantity, ...]) -> bool:
    ordered = all(a.end <= b.start for a, b in itertools.pairwise(found))
    return ordered and all(text[q.start : q.end] == q.surface for q in found)


@given(
    st.text(
        alphabet="0123456789.,%‰万亿千百十一二三成分之至～、和第位个人年月多约翻番倍 \n",
        max_size=60,
    )
)
def test_any_text_gives_quantities_in_their_places(text: str) -> None:
    """Nothing is raised; surfaces are the text, in order, never overlapping."""
    assert well_placed(text, quantities.find(text))


@given(st.text(max_size=80))
def test_arbitrary_text_gives_quantities_in_their_places(text: str) -> None:
    """The same of any characters."""
    assert well_placed(text, quantities.find(text))


@pytest.mark.parametrize(
    "unit", ["1", "一", "1,", "年", "1,111", "分之", "[", "第", "1.", "2016-", "1%、"]
)
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    """No input makes the lexer go back over what it has read."""
    text = (unit * (1_000_000 // len(unit)))[:300_000]
    assert well_placed(text, quantities.find(text)[:100])

"""Quotes: labelled passages read by the grammar, one test for each passage.

HOW TO ADD a case: a line in quotes_examples.jsonl; no Python.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import library, quantities, quotes, sentences
from indicators.quotes import Quote

HERE = Path(__file__).parent
Passage = dict[str, Any]


def passages(path: Path) -> list[Passage]:
    """The labelled passages of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def find(text: str, published: str | None = None) -> tuple[Quote, ...]:
    """The quotes of a clean text."""
    found = quantities.find(text)
    return quotes.find(text, found, sentences.split(text), library.default(), published)


def told(quote: Quote) -> tuple[object, ...]:
    """What a quote says, beside its date."""
    value = float(f"{quote.quantity.value:.6g}")
    return (quote.indicator, quote.kind, quote.geo, quote.area, quote.level, value)


def labelled(label: Passage) -> tuple[object, ...]:
    """The same of a label."""
    value = float(f"{label['value']:.6g}")
    names = (label["indicator"], label["kind"], label["geo"], label["area"], label["level"])
    return (*names, value)


EXAMPLES = passages(HERE / "quotes_examples.jsonl")


@pytest.mark.parametrize("passage", EXAMPLES, ids=[passage["id"] for passage in EXAMPLES])
def test_a_passage_is_read_as_labelled(passage: Passage) -> None:
    """Every labelled quote is found, with its month, and nothing else."""
    found = find(passage["text"], passage["published"])
    assert Counter(map(told, found)) == Counter(map(labelled, passage["quotes"]))
    for label in passage["quotes"]:
        months = [quote.as_of for quote in found if told(quote) == labelled(label)]
        right = {label["as_of"]} if label["as_of"] else {None, label["as_of_inferred"]}
        assert right & set(months), (label["surface"], months)


@pytest.mark.parametrize(("name", "least"), [("composed", 0.98), ("third", 0.96)])
def test_the_labelled_passages_are_read(name: str, least: float) -> None:
    """So many of their quotes are found, and as many of those found are right."""
    right = wanted = given_out = 0
    for passage in passages(HERE / f"passages/{name}.jsonl"):
        found = Counter(map(told, find(passage["base"] or passage["text"], passage["published"])))
        labels = Counter(map(labelled, passage["quotes"]))
        right += (found & labels).total()
        wanted += labels.total()
        given_out += found.total()
    assert right / wanted >= least
    assert right / given_out >= least


DATES = [
    ("截至2017年12月，网民7.72亿。", "2017-12"),
    ("2016年上半年，网民7.10亿。", "2016-06"),
    ("2019年年中，网民8.54亿。", "2019-06"),
    ("到2020年底，网民9.89亿。", "2020-12"),
    ("2018年，网民8.29亿。", "2018-12"),
    ("二〇一五年底，网民6.88亿。", "2015-12"),
    ("2020-12，网民9.89亿。", "2020-12"),
    ("“十三五”末，网民9.89亿。", "2020-12"),
    ("2016年6月网民7.10亿；同年12月7.31亿。", "2016-12"),
    ("2015年底网民6.88亿；次年年中7.10亿。", "2016-06"),
    ("2016年6月网民7.10亿，半年后7.31亿。", "2016-12"),
    ("网民9.89亿（2020年12月）。", "2020-12"),
    ("China had 989 million netizens in December 2020.", "2020-12"),
    ("2018年2月发布的数据中，去年底网民7.72亿。", "2017-12"),
    ("目前网民7.72亿。", None),
    ("去年底网民7.72亿。", None),
    ("截至6月，网民7.72亿。", None),
]


@pytest.mark.parametrize(("text", "month"), DATES)
def test_dates_are_read_from_the_passage(text: str, month: str | None) -> None:
    """Absolute and relative dates give a month; without an anchor there is none."""
    assert find(text)[-1].as_of == month


INFERRED = [
    ("第41次统计报告显示，网民7.72亿。", None, "2017-12", "report"),
    ("第45次报告：域名总数5094万个。", None, "2019-12", "report"),
    ("去年底网民7.72亿。", "2018-02", "2017-12", "relative"),
    ("目前网民9.04亿。", "2021-05", "2020-12", "none"),
    ("网民9.89亿\n\n2020年12月，网民9.89亿，同比增长。", None, "2020-12", "headline"),
]


@pytest.mark.parametrize(("text", "published", "month", "basis"), INFERRED)
def test_months_are_inferred_and_said_to_be(
    text: str, published: str | None, month: str, basis: str
) -> None:
    """Report numbers, headlines and the publication give an inferred month, none is stated."""
    quote = find(text, published)[0]
    assert (quote.as_of, quote.inferred, quote.basis) == (None, month, basis)


def test_a_figure_of_now_is_marked() -> None:
    """目前 and no date at all present a figure as the state of now; a date does not."""
    assert find("目前网民7.72亿。")[0].current
    assert find("网民7.72亿。")[0].current
    assert not find("2017年12月网民7.72亿。")[0].current


def test_a_wrong_name_in_circulation_is_told() -> None:
    """手机普及率 is the mobile share under a misnomer."""
    quote = find("2017年12月手机普及率97.5%。")[0]
    assert (quote.indicator, quote.misnomer) == ("mobile_share", True)


def test_a_mean_says_over_how_many() -> None:
    """A five-year mean has no month of its own."""
    quote = find("2015年6月，城镇互联网普及率5年平均值为72.4%。")[0]
    assert (quote.average_of, quote.as_of, quote.current) == (5, None, False)


def test_a_change_has_its_start() -> None:
    """较2016年底 is where a change counts from."""
    quote = find("2017年12月，普及率较2016年底提升2.6个百分点。")[0]
    assert (quote.kind, quote.as_of, quote.since) == ("change", "2017-12", "2016-12")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("2016年底政务机构微博125098个。", "sina/org"),
        ("2016年底公务人员微博39424个。", "sina/officials"),
        ("2012年底四家微博平台的党政机构微博113382个。", "four_platforms/org"),
        ("2016年底政务微博164522个。", None),
    ],
)
def test_the_scope_of_accounts_is_told(text: str, scope: str | None) -> None:
    """Whose accounts on which platform, where the words say."""
    assert find(text)[0].scope == scope


@pytest.mark.parametrize(
    "text", ["截至2019年12月，全国政府网站14474个。", "2019年12月，我国政府网站14474个。"]
)
def test_gathering_without_figures_makes_no_sample(text: str) -> None:
    """当前不少网页在采集 says nothing of the figures of the whole country behind it."""
    assert [quote.indicator for quote in find(f"当前不少网页在采集。{text}")] == ["gov_websites"]


def test_two_ranks_in_a_row_have_no_month_told() -> None:
    """升至第45位、第43位 of one country cannot both be of the month told before."""
    months = {quote.as_of for quote in find("2020年，中国电子政务排名升至第45位、第43位。")}
    assert months == {None}


WORDS = ["网民", "农村", "城镇", "手机", "普及率", "占", "网民的", "7.72亿", "55.8%", "2017年12月", "，", "。", "、", "和", "分别为", "前者", "后者", "（", "）", "比", "增长", "5个百分点", "这是", "的", "第41次报告", "其中", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_any_order_of_its_own_words_is_read(text: str) -> None:
    """No sequence of words raises, and every quote lies in its sentence."""
    for quote in find(text, "2018-02"):
        start, end = quote.sentence
        assert start <= quote.quantity.start < end


@pytest.mark.parametrize(
    "unit",
    ["网民7.72亿，", "分别为", "((网民7.72亿", "前者1亿", "1%的网民", "1,1,1,", "由1亿", "省、1%"],
)
def test_a_line_of_many_figures_is_read(unit: str) -> None:
    """No figure looks over the whole line: a long one takes no longer for each."""
    text = (unit * 40_000)[:60_000]
    assert all(quote.quantity.start < len(text) for quote in find(text))


def test_every_table_of_wording_is_known() -> None:
    """A key of [texts] that the grammar does not read is a slip of the pen."""
    known = {
        "group", "topics", "measures", "part", "whole", "needs_area", "alone", "exclude", "within",
        "within_of", "least", "most", "sources", "instead_of", "at_home", "claims", "platforms",
        "holders", "contexts", "scope_words",
    }  # fmt: skip
    for indicator in library.default().indicators.values():
        assert set(indicator.wording.grammar) <= known, indicator.id

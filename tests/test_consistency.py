"""Figures of one passage that cannot all hold are found; figures that can are left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators import library, reading
from indicators.checks import render
from indicators.library import Library

LABELLED = [
    json.loads(line)
    for line in (Path(__file__).parent / "passages" / "inconsistent.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
# (text, what the figures give, rule)
CONTRADICTIONS = [
    ("2017年12月，我国网民规模7.72亿，总人口13.9亿，互联网普及率为65.8%。", 55.54, "penetration"),
    ("2020年12月，城镇网民6.80亿，农村网民3.09亿，网民总规模9.98亿。", 989e6, "sum"),
    ("2021年12月，城镇网民占比72.4%，农村网民占比26.7%。", 27.6, "whole"),
    ("2020年12月，我国网民9.89亿，其中农村网民3.09亿，占网民整体的33.1%。", 31.24, "ratio"),
    ("2018年12月，网民8.29亿，手机网民8.17亿，网民使用手机上网的比例为96.8%。", 98.55, "ratio"),
    ("普及率由2016年12月的53.2%升至2017年12月的55.8%，提高了3.6个百分点。", 2.6, "difference"),
    ("2017年12月网民规模为7.72亿，比2016年12月的7.31亿增加5100万。", 41e6, "difference"),
    ("2020年12月，全国互联网普及率为81.4%，城镇为79.8%，农村为55.9%。", 79.8, "between"),
    ("2021年12月，全国互联网普及率78.0%，城镇普及率81.3%，农村普及率57.6%；"
     "城镇网民占比72.4%，农村网民占比27.6%。", 73.03, "identity"),
    ("在线政务服务用户从2018年底的3.94亿增至2020年底的8.43亿，是原来的3.1倍。", 2.14, "multiple"),
    ("政务机构微博由2015年12月的114706个增至2016年12月的125098个，增长19.1%。", 9.06, "growth"),
    ("互联网普及率由2016年12月的53.2%变为2017年12月的55.8%，下降2.6个百分点。", 2.6, "direction"),
    ("2017年12月网民规模达7.72亿。报告还写道：到2017年底，我国网民共有7.27亿。", 727e6, "repeat"),
]  # fmt: skip
CONSISTENT = [
    # A printed rate may miss the ratio of the printed values by a tenth.
    "2017年12月，我国网民规模7.72亿，在线政务服务用户4.85亿，占网民总体的62.9%。",
    "2017年12月，我国网民规模7.72亿，总人口13.9亿，互联网普及率为55.8%。",
    "2019年6月，城镇网民6.30亿，农村网民2.25亿，网民总规模8.54亿。",
    "2017年12月，城镇网民占比73.0%，农村网民占比27.0%。",
    "互联网普及率由2016年12月的53.2%升至2017年12月的55.8%，提高了2.6个百分点。",
    "2021年12月，全国互联网普及率73.0%，城镇普及率81.3%，农村普及率57.6%；"
    "城镇网民占比72.4%，农村网民占比27.6%。",
    # A headline rounds what the body prints.
    "网民近8亿\n\n2017年12月，我国网民规模7.72亿，比上年末增加4074万。",
    # One page may give many places; a national total is no sum of some of them.
    "2019年12月，四川有政府网站909个，山东864个，全国共14474个。",
    # Different months, areas, scopes and indicators are different figures.
    "2016年12月网民7.31亿，2017年12月网民7.72亿。",
    "2017年12月，城镇互联网普及率71.0%，农村互联网普及率35.4%。",
    "在线政务服务用户从2018年12月的3.94亿增至2020年12月的8.43亿，翻了一番多。",
]


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


@pytest.mark.parametrize("passage", LABELLED, ids=lambda passage: passage["id"])
def test_each_labelled_contradiction_is_caught_with_its_arithmetic(
    shelf: Library, passage: dict
) -> None:
    """The recomputed value is the one a person computed."""
    found = [one.inconsistent for one in reading.read(passage["text"], shelf).findings]
    values = [one.recomputed for one in found if one]
    assert values, "nothing found"
    wanted = passage["recomputed"]
    assert any(value == pytest.approx(wanted, rel=1e-3) for value in values), values


@pytest.mark.parametrize(("text", "recomputed", "rule"), CONTRADICTIONS)
def test_each_kind_of_contradiction_is_caught(
    shelf: Library, text: str, recomputed: float, rule: str
) -> None:
    """What the figures give and why is told in both languages."""
    found = [one.inconsistent for one in reading.read(text, shelf).findings if one.inconsistent]
    assert f"inconsistent_{rule}" in {one.reason.rule for one in found}
    assert any(one.recomputed == pytest.approx(recomputed, rel=1e-3) for one in found)
    for one in found:
        assert render(one.reason, "zh", shelf).endswith("。")
        assert render(one.reason, "en", shelf).endswith(".")


@pytest.mark.parametrize("text", CONSISTENT)
def test_figures_that_can_all_hold_are_left_alone(shelf: Library, text: str) -> None:
    """Rounding, qualifiers and different subjects make no contradiction."""
    found = [one for one in reading.read(text, shelf).findings if one.inconsistent]
    assert [(one.surface, one.inconsistent) for one in found] == []


def test_a_doubtful_repair_takes_part_in_no_contradiction(shelf: Library) -> None:
    """A digit may have been lost there."""
    damaged = "2020年12月，城镇网民6.8?亿，农村网民3.09亿，网民总规模9.98亿。"
    doubtful = [one for one in reading.read(damaged, shelf).findings if not one.certain]
    assert all(one.inconsistent is None for one in doubtful)

"""Figures in circulation that contradict the official ones: each is caught and explained.

Their origins: copies of reports with typing slips, old articles with new dates, essays, pages that
take a share for a rate, counts that include what the series leaves out.
"""

from __future__ import annotations

import pytest

from indicators import library, reading
from indicators.checks import render
from indicators.library import Library

# (sentence, number, verdict)
EXAMPLES = [
    ("2023年12月，我国城镇网民规模达7.83亿人。", "7.83亿人", "wrong"),
    ("截至2023年12月，农村网民规模达3.62亿人。", "3.62亿人", "wrong"),
    ("截至2023年底，农村网民有3.09亿人。", "3.09亿人", "wrong_date"),
    ("2004年6月，我国互联网普及率为6.6%。", "6.6%", "wrong"),
    ("2020年3月，我国互联网普及率为65.5%。", "65.5%", "wrong"),
    ("截至2025年12月，全国互联网普及率为79.8%。", "79.8%", "wrong"),
    ("2013年12月，城镇地区互联网普及率为62.0%。", "62.0%", "no_reference"),
    ("2018年12月，城镇地区互联网普及率为74.8%。", "74.8%", "wrong"),
    ("截至2024年12月，城镇地区互联网普及率为84.5%。", "84.5%", "no_reference"),
    ("2013年12月，农村地区互联网普及率为28.1%。", "28.1%", "no_reference"),
    ("截至2024年12月，农村地区互联网普及率为65.3%。", "65.3%", "wrong"),
    ("2016年6月，城镇地区互联网普及率为73.1%。", "73.1%", "mislabelled"),
    ("2021年12月，农村网民占网民整体的27.5%。", "27.5%", "wrong"),
    ("截至2025年12月，网民使用手机上网的比例达99.9%。", "99.9%", "no_reference"),
    ("截至2021年12月，在线政务服务用户规模达3.94亿。", "3.94亿", "wrong_date"),
    ("截至2021年12月，在线政务服务用户占整体网民的47.5%。", "47.5%", "wrong_date"),
    ("截至2017年12月，经过认证的政务微博达173569个。", "173569个", "mislabelled"),
    ("2014年11月，政务微信公众号共有17217个。", "17217个", "mislabelled"),
    ("2006年12月，.GOV.CN域名有23700多个。", "23700多个", "no_reference"),
    ("2020年12月，我国.CN域名数量为1509万个。", "1509万个", "wrong_date"),
    ("2020年12月，我国域名总数为3136万个。", "3136万个", "wrong_date"),
    ("2021年12月，我国域名总数为3136万个。", "3136万个", "wrong_date"),
    ("2015年11月普查时，全国政府网站共有85737个。", "85737个", "wrong_date"),
    ("2019年12月，四川共有政府网站1120个。", "1120个", "wrong"),
    ("2019年12月，山东共有政府网站1066个。", "1066个", "wrong"),
    ("2019年12月，河南共有政府网站1054个。", "1054个", "wrong"),
    ("2019年12月，安徽共有政府网站909个。", "909个", "mislabelled"),
    ("截至2015年12月，国务院部门行政审批事项有2000项。", "2000项", "no_reference"),
    ("截至2022年12月，我国政府网站有4.2万个。", "4.2万个", "wrong"),
    # Beyond the table: confusions that the series themselves invite.
    ("截至2019年12月，在线政务服务用户规模达2.39亿。", "2.39亿", "mislabelled"),
    ("2023年12月，我国互联网普及率为90.6%。", "90.6%", "mislabelled"),
    ("截至2019年12月，我国网民规模达9.04亿。", "9.04亿", "wrong_date"),
]


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


@pytest.mark.parametrize(("text", "surface", "verdict"), EXAMPLES, ids=lambda value: str(value))
def test_each_conflicting_figure_is_caught_and_explained(
    shelf: Library, text: str, surface: str, verdict: str
) -> None:
    """None passes as a match, and each gets the explanation an editor needs."""
    (found,) = reading.read(text, shelf).findings
    assert found.surface == surface
    assert found.verdict.kind == verdict, render(found.verdict.reason, "zh", shelf)


def test_a_revised_figure_is_no_error(shelf: Library) -> None:
    """What was official until it was revised matches, and the revision is told."""
    text = "世界银行数据显示，2020年美国使用互联网的人口比例为96.6%。"
    (found,) = reading.read(text, shelf).findings
    assert (found.verdict.kind, found.verdict.reason.rule) == ("match", "match_vintage")
    assert "90.3%" in render(found.verdict.reason, "zh", shelf)

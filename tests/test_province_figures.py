"""What is known of single provinces is drawn and listed, and what is not is named."""

from __future__ import annotations

import pytest

from indicators import library
from indicators.strings import LANGS, Lang, text
from indicators.ui import provinces
from indicators.ui.registry import page
from tests.test_pages import visit, written

SHELF = library.load(library.DATA)


def test_the_widest_survey_comes_first() -> None:
    """Government microblogs: three provinces of 2020-12 before the single ones of 2016-12."""
    found = provinces.groups(SHELF.observations["gov_weibo_accounts"])
    assert {seen.as_of for seen in found[0]} == {"2020-12"}
    assert [len(group) for group in found] == [3, 1, 1, 1]


def test_the_absent_units_are_those_of_the_grid_without_a_figure() -> None:
    """Government websites of 2019-12: 31 units on the grid and the XPCC; three are absent."""
    (group,) = provinces.groups(SHELF.observations["gov_websites"])
    assert len(group) == 32
    assert set(provinces.absent(group, SHELF)) == {"CN-TW", "CN-HK", "CN-MO"}


@pytest.mark.parametrize("lang", LANGS)
def test_absent_provinces_are_named(lang: Lang) -> None:
    """Their names in words, the unit beside the grid with its figure, all in a table."""
    words = written(visit(page("gov_sites"), id="gov_websites", lang=lang))
    for code in ("CN-TW", "CN-HK", "CN-MO", "CN-XPCC"):
        assert SHELF.places[code].name(lang) in words
    assert text(lang, "provinces.title") in words
    assert words.count('<td class="number">864</td>') == 1


@pytest.mark.parametrize(
    ("slug", "id"), [("new_media", "gov_toutiao_accounts"), ("new_media", "gov_weibo_accounts")]
)
def test_the_leading_provinces_for_accounts_are_shown(slug: str, id: str) -> None:
    """The three that were published stand on the grid; the other 31 are named as without data."""
    app = visit(page(slug), id=id)
    names = [SHELF.places[code].zh for code in ("CN-HA", "CN-SC")]
    assert all(name in written(app) for name in names)
    assert text("zh", "provinces.absent", number=31, names="")[:10] in written(app)
    assert len(app.get("plotly_chart")) >= 2


def test_a_single_province_needs_no_grid() -> None:
    """Government WeChat accounts of Zhejiang in 2014: a table of one row."""
    app = visit(page("new_media"), id="gov_wechat_accounts")
    assert "6,057" in written(app)
    assert len(app.get("plotly_chart")) == 1


def test_a_score_without_a_national_figure_names_the_absent_units_too() -> None:
    """Service capability has 31 scores; the chart is the grid, words name the other three."""
    words = written(visit(page("services"), id="gov_service_capability_score"))
    names = "中国台湾、中国香港、中国澳门"
    assert text("zh", "provinces.absent", number=3, names=names) in words


def test_an_indicator_without_provinces_says_nothing_of_them() -> None:
    """No heading over nothing."""
    assert text("zh", "provinces.title") not in written(visit(page("internet")))


def test_all_that_share_the_best_score_are_named() -> None:
    """Zhejiang and Guangdong both have 96.73."""
    words = written(visit(page("services"), id="gov_service_capability_score"))
    assert "广东、浙江" in words or "浙江、广东" in words

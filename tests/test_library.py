"""The whole of data/: growing by files alone, surviving broken ones, report numbers and months."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library

NEW_INDICATOR = """\
family = "services"
order = 99
unit = "item"

[name]
zh = "一网通办事项数"
en = "Services at one stop"

[short]
zh = "一网通办"
en = "One stop"

[definition]
zh = "可以在省级平台一次办成的政务服务事项数。"
en = "Government services that a provincial portal completes in one go."

[texts]
labels = ["一网通办事项"]
"""
NEW_FIGURES = """\
as_of,geo,area,level,scope,value,printed,source,status,note
2019-12,CN-HA,total,,,1700,1700多项,cnnic-45,approximate,下限
2020-12,CN-HA,total,,,2100,2100项,cnnic-47,seen,
"""
NEW_TEXT = """\
title = "一网通办的河南实践"
authors = ["某甲"]

[rights]
zh = "作者授权本项目使用。"
en = "Used by permission of the author."
"""
NEW_QUOTES = """\
surface,indicator,kind,geo,area,level,value,unit,as_of,expected,why
2100项,one_stop_services,level,CN-HA,total,,2100,item,2020-12,match,与第47次报告一致
"""
# A file whole, broken or missing, and what still works without it.
BROKEN_FILES = [
    "places.csv",
    "provinces.csv",
    "policies.csv",
    "place_names.csv",
    "bodies.csv",
    "corrections.toml",
    "licences.toml",
    "gaps.toml",
    "examples.toml",
    "version.toml",
    "themes.toml",
    "indicators/gov_websites.toml",
    "indicators/gov_websites.csv",
    "sources/cnnic-45.toml",
    "texts/000_a71a108db1157595.toml",
    "texts/000_a71a108db1157595.quotes.csv",
]


def add(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def test_an_indicator_is_added_with_two_files(data_copy: Path) -> None:
    """A description and its figures, and the indicator stands in its family's place."""
    add(data_copy, "indicators/one_stop_services.toml", NEW_INDICATOR)
    add(data_copy, "indicators/one_stop_services.csv", NEW_FIGURES)
    shelf = library.load(data_copy)
    assert shelf.problems == ()
    services = [known.id for known in shelf.indicators.values() if known.family == "services"]
    assert services[-1] == "one_stop_services"
    assert [seen.value for seen in shelf.observations["one_stop_services"]] == [1700, 2100]
    assert shelf.indicators["one_stop_services"].areas == ("total",)


def test_a_text_is_added_with_three_files(data_copy: Path) -> None:
    """The text as received, its bibliography and its reviewed quotes, and it is in the library."""
    add(data_copy, "indicators/one_stop_services.toml", NEW_INDICATOR)
    add(data_copy, "indicators/one_stop_services.csv", NEW_FIGURES)
    add(data_copy, "texts/henan.txt", "2020年底，河南一网通办事项达2100项。\n")
    add(data_copy, "texts/henan.toml", NEW_TEXT)
    add(data_copy, "texts/henan.quotes.csv", NEW_QUOTES)
    shelf = library.load(data_copy)
    assert shelf.problems == ()
    added = shelf.documents["henan"]
    assert (added.title, added.authors, added.published) == ("一网通办的河南实践", ("某甲",), None)
    assert added.quotes[0].expected == ("match",)


@pytest.mark.parametrize("name", BROKEN_FILES)
@pytest.mark.parametrize("damage", ["broken", "missing"])
def test_one_bad_file_is_named_and_the_rest_loads(data_copy: Path, name: str, damage: str) -> None:
    """Whatever happens to one file, nothing is raised and unrelated series and texts are there."""
    path = data_copy / name
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(b"\xff\xfe broken")
    shelf = library.load(data_copy)
    assert any(path.stem.removesuffix(".quotes") in str(problem) for problem in shelf.problems)
    assert len(shelf.observations["internet_users"]) > 80 or name.startswith("sources")
    assert "003_d0d88888c71e1b49" in shelf.documents


def test_a_figure_file_without_a_description_is_named(data_copy: Path) -> None:
    """Figures that nobody describes do not go unnoticed."""
    add(data_copy, "indicators/orphan.csv", NEW_FIGURES)
    (problem,) = library.load(data_copy).problems
    assert problem.path == str(data_copy / "indicators/orphan.csv")


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    """Without any data there are problems to show and nothing else, and nothing is raised."""
    shelf = library.load(tmp_path)
    assert not shelf.indicators
    assert {Path(problem.path).name for problem in shelf.problems} >= {
        "places.csv",
        "version.toml",
        "indicators",
        "sources",
        "texts",
    }


def test_the_environment_names_another_root(data_copy: Path) -> None:
    """INDICATORS_DATA points the default library at another folder, which is then kept."""
    add(
        data_copy,
        "version.toml",
        'version = "1999.1"\ndate = "1999-01-01"\n[note]\nzh = "旧"\nen = "old"\n',
    )
    assert library.default().version == "1999.1"
    assert library.default() is library.default()


@pytest.mark.parametrize(
    ("series", "number", "month"),
    [
        ("cnnic", 1, "1997-10"),
        ("cnnic", 2, "1998-06"),
        ("cnnic", 41, "2017-12"),
        ("cnnic", 44, "2019-06"),
        ("cnnic", 45, "2020-03"),
        ("cnnic", 46, "2020-06"),
        ("cnnic", 57, "2025-12"),
        ("un-egov", 2024, "2024-12"),
    ],
)
def test_a_report_number_and_its_month_lead_to_each_other(
    series: str, number: int, month: str
) -> None:
    """第41次 is December 2017, and December 2017 is 第41次."""
    shelf = library.default()
    assert shelf.report_period(series, number) == month
    assert shelf.report_number(series, month) == number


def test_the_45th_report_counts_its_resources_at_another_date() -> None:
    """Its users are of March 2020, its domains and sites of December 2019."""
    assert library.default().report_number("cnnic", "2019-12") == 45


def test_an_unknown_report_has_no_month() -> None:
    """A number or month without a report is None, not a guess."""
    shelf = library.default()
    assert shelf.report_period("cnnic", 58) is None
    assert shelf.report_number("cnnic", "2019-09") is None

"""Figures revised since: what was known when a text was written is what it is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library, reading, vintages
from indicators.checks import render
from indicators.errors import DataError
from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import page
from indicators.vintages import Vintage
from tests.test_pages import visit, written

SHELF = library.load(library.DATA)
BEFORE, AFTER = "2025-03", "2026-08"  # the revision was out by 2026-05
FORMS = (
    "国际电信联盟数据显示，{year}年{place}使用互联网的人口比例为{value:.1f}%。",
    "世界银行：{year}年底，{place}使用互联网的人口比例达到{value:.1f}%，居前列。",
)
FALSE = {"wrong", "unit_error", "mislabelled", "wrong_date", "outdated"}


def sentence(form: str, vintage: Vintage, value: float) -> str:
    place = SHELF.places[vintage.current.geo].zh
    return form.format(
        year=vintage.current.as_of[:4], place="我国" if place == "全国" else place, value=value
    )


def judged(words: str, published: str | None) -> tuple[str, str, str]:
    """Verdict, rule and reason of the one quote."""
    (found,) = reading.read(words, SHELF, published).findings
    reason = found.verdict.reason
    return found.verdict.kind, reason.rule, render(reason, "zh", SHELF)


def test_the_documented_revisions_are_there() -> None:
    """Thirteen figures of the ITU series, China's of 2018 and 2023 among them."""
    assert len(SHELF.vintages) == 13
    china = {
        v.current.as_of: v.observation.printed for v in SHELF.vintages if v.current.geo == "CN"
    }
    assert china == {"2018-12": "59.2", "2023-12": "77.4827"}
    assert all(seen.scope == "" for seen in SHELF.observations["itu_internet_users_pct"])


@pytest.mark.parametrize("published", [None, BEFORE, AFTER])
@pytest.mark.parametrize("form", FORMS)
def test_neither_edition_is_ever_called_wrong(form: str, published: str | None) -> None:
    """Old and new figures of every revision, in texts from before, after, and without a date."""
    for vintage in SHELF.vintages:
        for seen in (vintage.observation, vintage.current):
            words = sentence(form, vintage, seen.value)
            assert judged(words, published)[0] in ("match", "rounded"), words


def test_a_text_is_held_to_the_figure_of_its_time() -> None:
    """Before the revision the earlier figure is official; after it, it is an earlier edition."""
    words = "世界银行数据显示，2020年美国使用互联网的人口比例为96.6%。"
    kind, rule, reason = judged(words, BEFORE)
    assert (kind, rule) == ("match", "match_then")
    assert "96.6%" in reason
    assert "后来修订为90.3%" in reason
    assert judged(words, AFTER)[:2] == ("match", "match_vintage")
    assert judged(words, None)[:2] == ("match", "match_vintage")


@pytest.mark.parametrize(("published", "official"), [(BEFORE, "96.6%"), (AFTER, "90.3%")])
def test_a_wrong_figure_is_compared_with_what_was_known(published: str, official: str) -> None:
    """The reason names the official figure of the text's time, and the difference is from it."""
    words = "世界银行数据显示，2020年美国使用互联网的人口比例为71.3%。"
    kind, _, reason = judged(words, published)
    assert kind == "wrong"
    assert official in reason


@pytest.mark.parametrize("published", [None, BEFORE, AFTER])
def test_a_change_between_earlier_figures_is_no_error(published: str | None) -> None:
    """From 75.6 in 2022 to the 77.5 first given for 2023: up 1.9 points."""
    ends = {seen.as_of: seen for seen in SHELF.observations["itu_internet_users_pct"]
            if seen.geo == "CN" and seen.area == "total"}  # fmt: skip
    rise = 77.4827 - ends["2022-12"].value
    words = f"国际电信联盟数据显示，2023年我国使用互联网的人口比例为77.5%，比2022年提高{rise:.1f}个百分点。"
    kinds = {found.verdict.kind.value for found in reading.read(words, SHELF, published).findings}
    assert not kinds & FALSE


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_what_was_revised(lang: Lang) -> None:
    """Both figures and the date, for the countries shown."""
    app = visit(page("world"), id="itu_internet_users_pct", peers="USA", lang=lang)
    words = written(app)
    assert text(lang, "revised.told", number=5) in words
    assert "96.6%" in words
    assert "90.3%" in words
    assert text(lang, "revised.title") not in written(visit(page("world"), lang=lang))


HEADER = ",".join(vintages.COLUMNS) + "\n"
PLACE = "itu_internet_users_pct,2020-12,USA,total,,"
EXAMPLES = [
    ("nothing,2020-12,USA,total,,,1,1,worldbank-wdi,2026-05,\n", "unknown indicator 'nothing'"),
    (f"{PLACE},96.5,96.5,nobody,2026-05,\n", "unknown source 'nobody'"),
    (f"{PLACE},96.5,96.5,worldbank-wdi,2026,\n", "superseded: '2026' is not a month"),
    (f"{PLACE},96.5,69.5,worldbank-wdi,2026-05,\n", "printed '69.5' is not the value 96.5"),
    (f"{PLACE},90.344704,90.344704,worldbank-wdi,2026-05,\n", "the series still holds this"),
    (
        "itu_internet_users_pct,1950-12,USA,total,,,1,1,worldbank-wdi,2026-05,\n",
        "no figure that replaced this one",
    ),
    (f"{PLACE},96.5,96.5,worldbank-wdi,2026-05,\n" * 2, "stands here twice"),
]


@pytest.mark.parametrize(("rows", "complaint"), EXAMPLES)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, complaint: str) -> None:
    """File, line and what is wrong."""
    path = tmp_path / "vintages.csv"
    path.write_text(HEADER + rows, "utf-8")
    with pytest.raises(DataError, match=complaint):
        vintages.load(path, SHELF.observations, SHELF.sources)

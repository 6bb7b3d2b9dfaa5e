"""The page of data and method: its parts in both languages, examples as judged, filters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators import examples, library, missing, versions
from indicators.checks import VerdictKind
from indicators.errors import DataError
from indicators.exports import tree
from indicators.strings import LANGS, Lang, text
from indicators.ui.data import listing, rules, sources, use
from indicators.ui.markup import Cell, escape
from indicators.ui.registry import page
from indicators.ui.state import PARTS
from tests.test_pages import visit, written

SHELF = library.load()
PAGE = page("data")
HAN = re.compile(r"[\u4e00-\u9fff]")
ROWS = {
    "dictionary": len(SHELF.indicators),
    "sources": len(SHELF.sources),
    "corrections": len(SHELF.corrections),
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_part_opens_in_both_languages(part: str, lang: Lang) -> None:
    """One H1, the counts, and no Chinese in the English page but what is tagged as Chinese."""
    words = written(visit(PAGE, lang=lang, part=part))
    assert f"{sum(map(len, SHELF.observations.values())):,}" in words
    assert len(re.findall("<h1", words)) == 1
    if lang == "en":
        own = re.sub(r"<style>.*?</style>", "", words, flags=re.DOTALL)
        own = re.sub(r'<(\w+)[^>]*lang="zh-CN".*?</\1>', "", own)
        told = re.sub(r"<[^>]*>", "", own)
        for known in SHELF.indicators.values():
            told = told.replace(escape(known.definition.en), "")  # some explain Chinese words
        assert not HAN.search(re.sub(r"[“(].*?[”)]|\S*[万亿]\S*", "", told)), HAN.search(told)


@pytest.mark.parametrize(("part", "count"), ROWS.items())
def test_every_entry_has_its_row(part: str, count: int) -> None:
    """Indicators, sources and corrections are all there."""
    assert written(visit(PAGE, part=part)).count('<th scope="row">') == count


def test_an_unknown_part_is_said_in_words() -> None:
    """The dictionary is shown instead, and the page says so."""
    words = written(visit(PAGE, part="nonsense"))
    assert text("zh", "problem.unknown_part", value="nonsense") in words
    assert SHELF.indicators["egdi"].name.zh in words


def test_a_filter_stands_in_the_address() -> None:
    """?q= keeps the rows that hold every word, and says how many."""
    words = written(visit(PAGE, part="corrections", q="农村 2023-12"))
    assert words.count('<th scope="row">') == 2 + words.count("7.83亿")
    name = text("zh", "data.corrections")
    assert text("zh", "data.rows_of", name=name, kept=3, all=len(SHELF.corrections)) in words


def test_a_filter_without_a_row_says_what_to_do() -> None:
    """What was typed is repeated as text."""
    words = written(visit(PAGE, part="sources", q="<b>nothing", lang="en"))
    assert "&lt;b&gt;nothing" in words
    assert "<b>" not in words


def test_a_filter_sees_a_month_that_is_kept_together() -> None:
    """The joiner that keeps a month on one line is no part of it."""
    rows = [[Cell(listing.unbroken("2010-06"))], [Cell("2011-06")]]
    assert listing.matching(rows, "2010-06") == rows[:1]


@pytest.mark.parametrize("example", SHELF.examples, ids=lambda example: example.verdict)
@pytest.mark.parametrize("lang", LANGS)
def test_an_example_shows_what_it_is_for(example: examples.Example, lang: Lang) -> None:
    """The engine gives its verdict, and card and reason are on the page."""
    shown, finding = rules.findings(str(library.DATA))[example.verdict]
    assert shown == example
    assert rules.shows(example.verdict, finding)
    words = written(visit(PAGE, part="rules", lang=lang))
    assert text(lang, f"meaning.{example.verdict}") in words
    assert f"<mark>{finding.quote.quantity.surface}</mark>" in words


def test_every_verdict_has_its_example() -> None:
    """And so have contradictions and doubtful repairs."""
    assert [example.verdict for example in SHELF.examples] == [*VerdictKind, *rules.BESIDE]


def test_the_verdict_shown_is_the_engines_own(data_copy: Path) -> None:
    """Once the official figure is another, the page calls the same sentence wrong."""
    path = data_copy / "indicators" / "internet_users.csv"
    whole = path.read_text("utf-8")
    changed = re.sub(r"2017-12,CN,total,,,\d+,[^,]+", "2017-12,CN,total,,,792000000,7.92亿", whole)
    assert changed != whole
    path.write_text(changed, "utf-8")
    assert "match" not in rules.findings(str(data_copy))


def test_every_source_says_what_it_gives() -> None:
    """Over all sources the figures add up to those there are."""
    given = sources.given(SHELF)
    figures = sum(map(len, SHELF.observations.values()))
    assert sum(sum(counts.values()) for counts in given.values()) == figures + len(SHELF.gtmi)


def test_every_address_that_is_told_exists() -> None:
    """Files of the server, and a sentence for each."""
    files = {*tree.files(SHELF, library.DATA), "data.zip"}
    for address in use.ADDRESSES:
        assert address.replace("<id>", use.SHOWN) in files


def test_the_page_gives_a_line_to_copy() -> None:
    """Python and R, with the address of an indicator."""
    app = visit(PAGE, part="use")
    code = "\n".join(block.value for block in app.code)
    assert 'pd.read_csv("' in code
    assert 'read.csv("' in code
    assert "api/indicators/internet_users.csv" in code
    references = re.findall(r"<pre.*?>(.*?)</pre>", written(app))
    assert references
    assert all(SHELF.version in reference for reference in references)


def test_an_indicator_page_gives_csv_and_json() -> None:
    """Shown and all as CSV, all as JSON, and the address for programs."""
    app = visit(page("internet"), id="internet_users", area="urban")
    labels = [button.proto.label for button in app.get("download_button")]
    urban = sum(point.area == "urban" for point in SHELF.observations["internet_users"])
    everything = len(SHELF.observations["internet_users"])
    for label in (
        text("zh", "topic.csv_shown", rows=urban),
        text("zh", "topic.csv_all", rows=everything),
        text("zh", "topic.json_all", rows=everything),
    ):
        assert label in labels
    assert "api/indicators/internet_users.csv" in written(app)


@pytest.mark.parametrize("part", PARTS)
def test_broken_data_leave_the_part_standing(data_copy: Path, part: str) -> None:
    """Without figures, examples, notes on gaps, licences and version each part still opens."""
    for name in ("examples.toml", "gaps.toml", "licences.toml", "version.toml", "places.csv"):
        (data_copy / name).write_text("broken = ", "utf-8")
    (data_copy / "indicators" / "internet_users.csv").unlink()
    words = written(visit(PAGE, part=part))
    assert "examples.toml" in words
    assert "<h1" in words


def test_the_present_version_is_the_newest() -> None:
    """No two versions are of one name, and they go back in time."""
    dates = [version.date for version in SHELF.versions]
    assert dates == sorted(dates, reverse=True)
    assert len({version.name for version in SHELF.versions}) == len(dates)
    assert (SHELF.version, SHELF.released) == (SHELF.versions[0].name, SHELF.versions[0].date)


FAULTY = [
    (versions.load, "version.toml", 'date = "2026-11-26"', 'date = "soon"', "date"),
    (versions.load, "version.toml", "[[earlier]]", "[[older]]", "older"),
    (examples.load, "examples.toml", 'published = "2018-03"', 'published = "2018"', "published"),
    (examples.load, "examples.toml", "verdict = ", "verdikt = ", "verdikt"),
    (missing.load, "gaps.toml", "where_zh = ", "wo_zh = ", "wo_zh"),
    (missing.load, "gaps.toml", '"gov_websites"]', '"egdi"]', "twice"),
]


@pytest.mark.parametrize(("load", "name", "old", "new", "what"), FAULTY)
def test_a_faulty_entry_is_named(
    data_copy: Path, load: object, name: str, old: str, new: str, what: str
) -> None:
    """What is misspelt, missing or doubled is told with the file."""
    path = data_copy / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert callable(load)
    with pytest.raises(DataError, match=what):
        load(path)

"""Series told as change, percent and index: the arithmetic, and the words that go with it."""

from __future__ import annotations

import pytest

from indicators import library
from indicators.figures.lines import Line, split
from indicators.figures.transforms import (
    Transform,
    bases,
    by_editions,
    changed,
    indexed,
    offered,
    transformed,
    value_words,
)
from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import page
from tests.test_figures import seen
from tests.test_pages import figure, visit, written

SHELF = library.load(library.DATA)


def line(*points: tuple[str, float]) -> Line:
    (found,) = split([seen(month, value) for month, value in points])
    return found


RATES = line(("2015-12", 50.0), ("2016-06", 51.0), ("2016-12", 55.0))
EDITIONS = line(("2012-12", 0.5), ("2014-12", 0.6), ("2016-12", 0.75))

# What a value is called: in points where percentages are subtracted, never in percent.
WORDS = [
    (5.9, "internet_penetration", "diff", "zh", "+5.9个百分点"),
    (5.9, "internet_penetration", "diff", "en", "+5.9 points"),
    (-1.7, "internet_penetration", "diff", "zh", "\u22121.7个百分点"),
    (9.1, "internet_penetration", "pct", "zh", "+9.1%"),
    (-9330.0, "gov_weibo_accounts", "diff", "zh", "\u22129,330个"),
    (-2.0, "egdi_rank", "diff", "zh", "\u22122位"),
    (-2.0, "egdi_rank", "diff", "en", "\u22122 places"),
    (0.06, "egdi", "diff", "zh", "+0.0600"),
    (128.44, "internet_users", "index", "zh", "128.4"),
    (70.4, "internet_penetration", "level", "zh", "70.4%"),
]


@pytest.mark.parametrize(("value", "indicator", "transform", "lang", "words"), WORDS)
def test_a_value_has_the_words_of_its_telling(
    value: float, indicator: str, transform: Transform, lang: Lang, words: str
) -> None:
    """Level, difference, percent and index are written apart."""
    assert value_words(value, SHELF.indicators[indicator], transform, lang) == words


def test_a_series_by_editions_changes_since_the_edition_before() -> None:
    """No figure lies twelve months back, so the edition before is what is compared."""
    assert by_editions(EDITIONS)
    assert not by_editions(RATES)
    told = changed(EDITIONS, "pct")
    assert [(p.as_of, round(p.value, 6)) for p in told.points] == [
        ("2014-12", 20.0),
        ("2016-12", 25.0),
    ]
    egdi = [seen for seen in SHELF.observations["egdi"] if seen.geo == "CN"]
    assert by_editions(split(egdi)[0])


def test_an_index_is_in_hundredths_of_its_base() -> None:
    """The base is 100; a line without a figure of the base month is not drawn."""
    assert [point.value for point in indexed(RATES, "2015-12").points] == [
        pytest.approx(value) for value in (100, 102, 110)
    ]
    assert transformed([RATES, EDITIONS], "index", "2016-06") == (indexed(RATES, "2016-06"),)


def test_the_base_most_lines_have_comes_first() -> None:
    """Then the earliest; a zero can be no base."""
    zero = line(("2015-12", 0.0), ("2016-12", 5.0))
    assert bases([RATES, zero]) == ("2016-12", "2015-12", "2016-06")


@pytest.mark.parametrize(
    ("points", "unit", "ways"),
    [
        (RATES, "percent", ("level", "diff", "pct", "index")),
        (EDITIONS, "rank", ("level", "diff")),
        (line(("2015-12", 50.0)), "percent", ("level",)),
        (line(("2015-12", 50.0), ("2016-06", 51.0)), "percent", ("level", "index")),
    ],
)
def test_only_what_makes_sense_is_offered(points: Line, unit: str, ways: tuple[str, ...]) -> None:
    """A rank has no percent and no index, a single figure nothing but itself."""
    assert offered([points], unit) == ways  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGS)
def test_a_difference_of_rates_is_told_in_points(lang: Lang) -> None:
    """Above the axis, in the note and in the column of the table."""
    app = visit(page("internet"), id="internet_penetration", tr="diff", lang=lang)
    notes = {note["text"] for note in figure(app)["layout"]["annotations"]}
    heading = text(lang, "chart.axis_diff_year", unit="百分点" if lang == "zh" else "points")
    assert heading in notes
    assert text(lang, "told.diff_percent") in written(app)
    assert f'<th scope="col" class="number">{heading}</th>' in written(app)


def test_the_base_of_an_index_is_in_the_address() -> None:
    """t names it; picking another writes it; one without figures is named aloud."""
    app = visit(page("internet"), id="internet_users", tr="index", t="2010-12")
    assert text("zh", "told.index", base="2010年12月") in written(app)
    app.selectbox(key="url_t_internet").set_value("2015-12").run()
    assert app.query_params["t"] == "2015-12"
    words = written(visit(page("internet"), id="internet_users", tr="index", t="1990"))
    assert "1990没有可作基期的数字" in words


def test_a_telling_that_makes_no_sense_is_refused_in_words() -> None:
    """The percent change of a rank: said, and the ranks are shown."""
    words = written(visit(page("world"), id="egdi_rank", tr="pct"))
    assert text("zh", "problem.no_such_change", way=text("zh", "tr.pct")) in words


def test_town_and_country_have_their_ratio() -> None:
    """The difference in points and the ratio in times, for the rates of each survey."""
    words = written(visit(page("urban_rural"), id="internet_penetration"))
    urban, rural = 83.3, 66.5
    assert f"{urban / rural:.2f}倍" in words
    assert "+16.8个百分点" in words

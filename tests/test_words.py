"""Charts in words: what a screen reader says of range, trend, gaps and quotes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indicators import library
from indicators.figures.words import MOST, describe
from indicators.series import Observation
from indicators.strings import LANGS, Lang, text
from tests.test_figures import chart, quote, seen

PENETRATION = "internet_penetration"
YEARS = ("2013-12", "2014-12", "2015-12", "2016-12")


def series(*values: float, months: Sequence[str] = YEARS) -> list[Observation]:
    """A made-up series of these values."""
    return [seen(month, value) for month, value in zip(months, values, strict=True)]


# The values of four years, and what must be heard of them in either language.
TOLD = [
    ((10.5, 20.5, 30.5, 40.5), "从2013年12月的10.5%升至2016年12月的40.5%。", "up from 10.5% in Dec 2013 to 40.5% in Dec 2016."),
    ((40.5, 30.5, 20.5, 10.5), "降至2016年12月的10.5%。", "down from 40.5% in Dec 2013 to 10.5% in Dec 2016."),
    ((10.5, 20.5, 30.5, 10.5), "仍为10.5%，最高是2015年12月的30.5%。", "again 10.5% in Dec 2016, at its highest 30.5% in Dec 2015."),
    ((20.5, 10.5, 30.5, 40.5), "升至2016年12月的40.5%，最低是2014年12月的10.5%。", "at its lowest 10.5% in Dec 2014."),
]  # fmt: skip


@pytest.mark.parametrize(("values", "zh", "en"), TOLD)
def test_a_line_is_told_from_its_first_to_its_last_figure(
    values: tuple[float, ...], zh: str, en: str
) -> None:
    """Both ends with their dates, the way it went, and a peak or a low between them."""
    indicator = library.default().indicators[PENETRATION]
    assert zh in describe(chart(indicator, series(*values), lang="zh"))
    assert en in describe(chart(indicator, series(*values), lang="en"))


def test_a_rank_rises_when_its_number_falls() -> None:
    """From 74th to 35th is up, and the 78th place is the lowest."""
    indicator = library.default().indicators["egdi_rank"]
    figures = [
        seen(month, value, indicator="egdi_rank")
        for month, value in zip(YEARS, (74, 78, 60, 35), strict=True)
    ]
    words = describe(chart(indicator, figures, lang="en"))
    assert "up from rank 74 in Dec 2013 to rank 35 in Dec 2016, at its lowest rank 78" in words


@pytest.mark.parametrize("lang", LANGS)
def test_gaps_and_bounds_are_counted(lang: Lang) -> None:
    """A missing survey is a gap; a bound stands apart; a whole series speaks of neither."""
    indicator = library.default().indicators[PENETRATION]
    whole = describe(chart(indicator, series(10.5, 20.5, 30.5, 40.5), lang=lang))
    months = ("2010-12", "2011-12", "2014-12", "2015-12")
    broken = series(10.5, 20.5, 30.5, 40.5, months=months)
    told = describe(
        chart(indicator, [*broken, seen("2016-06", 41, status="approximate")], lang=lang)
    )
    for words in ("gaps", "bounds"):
        once = text(lang, f"chart.alt_{words}", number=1)
        assert once in told
        assert once not in whole


@pytest.mark.parametrize("lang", LANGS)
def test_quotes_are_counted_by_verdict(lang: Lang) -> None:
    """How many there are, with which verdicts, how many agree and how many contradict."""
    indicator = library.default().indicators[PENETRATION]
    verdicts = ("match", "match", "rounded", "wrong", "no_reference")
    marks = [quote(verdict) for verdict in verdicts]
    told = describe(chart(indicator, series(10.5, 20.5, 30.5, 40.5), marks, lang=lang))
    tally = text(lang, "topic.comma").join(
        f"{text(lang, f'verdict.{verdict}')}\u00a0{verdicts.count(verdict)}"
        for verdict in dict.fromkeys(verdicts)
    )
    assert text(lang, "chart.alt_quotes", quotes=5, tally=tally, agree=3, differ=1) in told
    bare = describe(chart(indicator, series(10.5, 20.5, 30.5, 40.5), lang=lang))
    assert text(lang, "chart.alt_unquoted") in bare


def test_of_many_lines_the_first_are_told_and_the_rest_counted() -> None:
    """Nobody listens to a dozen lines."""
    indicator = library.default().indicators[PENETRATION]
    figures = [
        seen(month, value, scope=f"scope {number}")
        for number in range(MOST + 2)
        for month, value in (("2013-12", 10.5), ("2014-12", 20))
    ]
    told = describe(chart(indicator, figures, lang="en"))
    assert told.count("up from 10.5%") == MOST
    assert text("en", "chart.alt_more", number=2) in told

"""The population and the check it allows: a rate times a population is the number of users."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library, population
from indicators.errors import DataError
from indicators.population import TOLERANCE, known, recounts
from indicators.strings import LANGS, Lang, text
from indicators.ui.registry import page
from tests.test_pages import visit, written

SHELF = library.load(library.DATA)
CHECKS = recounts(SHELF.observations, SHELF.population, SHELF.sources)


def test_the_population_known_is_that_of_the_time() -> None:
    """1,390.08 million for 2017 until the revision of 2021, 1,400.11 million since."""
    before = known(SHELF.population, "2017-12", "total", "2018-01")
    after = known(SHELF.population, "2017-12", "total", "2021-06")
    assert before
    assert after
    assert (before.printed, after.printed) == ("139008万人", "140011万人")
    assert known(SHELF.population, "1950-12", "total", "2018-01") is None


def test_town_and_country_add_to_the_whole() -> None:
    """In every year and edition that has the three, to the last 10 000 people or two."""
    kinds = {(count.as_of, count.superseded) for count in SHELF.population}
    for as_of, superseded in kinds:
        parts = {
            count.area: count.value
            for count in SHELF.population
            if (count.as_of, count.superseded) == (as_of, superseded)
        }
        if {"urban", "rural"} <= parts.keys():
            assert parts["urban"] + parts["rural"] == pytest.approx(parts["total"], abs=20_000)


def test_rate_and_population_give_the_printed_users() -> None:
    """All year-end surveys with a population are within the tolerance."""
    assert len(CHECKS) >= 20
    assert {one.rate.as_of for one in CHECKS if not one.agrees} == set()
    assert 0.3 < max(abs(one.apart) for one in CHECKS) <= TOLERANCE


def test_the_revised_population_would_miss_by_more() -> None:
    """For 2014 the revised one is beyond the tolerance, the one known then is not."""
    own = next(one for one in CHECKS if one.rate.as_of == "2014-12")
    revised = next(
        count
        for count in SHELF.population
        if (count.as_of, count.area, count.superseded) == ("2014-12", "total", "")
    )
    assert own.population.superseded
    assert own.agrees
    assert not population.Recount(own.rate, own.users, revised).agrees


def test_a_recomputed_number_is_no_data() -> None:
    """No series holds one: each is told beside the printed number only."""
    values = {seen.value for seen in SHELF.observations["internet_users"]}
    assert not values & {one.recomputed for one in CHECKS if one.apart}


@pytest.mark.parametrize("lang", LANGS)
def test_the_check_stands_on_the_page_of_the_number(lang: Lang) -> None:
    """With its tolerance in words and a table."""
    words = written(visit(page("internet"), id="internet_users", lang=lang))
    assert text(lang, "recount.title") in words
    assert text(lang, "recount.vintage") in words
    assert text(lang, "recount.title") not in written(visit(page("internet"), id="mobile_share"))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("2017,total,1,1,nbs-population,seen,,", "as_of: '2017' is not a month"),
        ("2017-12,all,1,1,nbs-population,seen,,", "area: 'all'"),
        ("2017-12,total,1,1,nobody,seen,,", "unknown source 'nobody'"),
        ("2017-12,total,1,2万人,nbs-population,seen,,", "printed '2万人' is not the value 1"),
        ("2017-12,total,1,1,nbs-population,seen,soon,", "superseded: 'soon'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    """File, line and what is wrong."""
    path = tmp_path / "population.csv"
    path.write_text(",".join(population.COLUMNS) + f"\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=complaint):
        population.load(path, SHELF.sources)

"""The EGDI follows from its printed parts, and the printed ranks from the EGDI; the exceptions."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest

from indicators import egdi, library
from indicators.egdi import Edition

SHELF = library.load(library.DATA)
COUNTRIES = sorted({seen.geo for seen in SHELF.observations[egdi.INDEX]})
YEARS = ("2003", "2004", "2005", *(str(year) for year in range(2008, 2025, 2)))
# Parts and index are printed with four or five decimals: three rounded parts and a rounded index.
ROUNDING = 0.0001
MEMBERS = 193


def printed(indicator: str) -> dict[tuple[str, str], float]:
    """The values of an indicator by year and country."""
    return {(seen.as_of[:4], seen.geo): seen.value for seen in SHELF.observations[indicator]}


def by_year() -> dict[str, list[tuple[str, Edition]]]:
    found: dict[str, list[tuple[str, Edition]]] = defaultdict(list)
    for country in COUNTRIES:
        for year, edition in egdi.editions(SHELF.observations, country).items():
            found[year].append((country, edition))
    return found


def test_every_edition_has_all_28_countries() -> None:
    """Twelve editions, each with the index and the three parts of every country."""
    assert len(COUNTRIES) == 28
    assert {year: len(countries) for year, countries in by_year().items()} == dict.fromkeys(
        YEARS, 28
    )


@pytest.mark.parametrize("year", YEARS)
def test_the_index_follows_from_its_parts(year: str) -> None:
    """The weighted mean of the printed parts is the printed index, for every country."""
    for country, edition in by_year()[year]:
        assert edition.recomputed == pytest.approx(edition.index, abs=ROUNDING), country


def test_only_2008_and_2010_have_other_weights() -> None:
    """With thirds these two editions, and no others, miss the printed index: so they are named."""
    off = {
        year
        for year, countries in by_year().items()
        for _, edition in countries
        if abs(sum(edition.parts) / 3 - edition.index) > ROUNDING
    }
    assert off == set(egdi.UNEQUAL) == {"2008", "2010"}


@pytest.mark.parametrize("year", YEARS)
def test_the_printed_ranks_follow_from_the_parts(year: str) -> None:
    """Of two countries the higher recomputed index has the better rank, closer ones apart."""
    ranks = printed(egdi.RANK)
    for (one, first), (other, second) in combinations(by_year()[year], 2):
        if abs(first.recomputed - second.recomputed) > ROUNDING:
            better = first.recomputed > second.recomputed
            assert (ranks[year, one] < ranks[year, other]) is better, (one, other)


def test_thirds_would_change_places_in_2010_alone() -> None:
    """Saudi Arabia and Mexico: with equal weights the 58th would stand before the 56th."""
    ranks, swapped = printed(egdi.RANK), set()
    for year, countries in by_year().items():
        for (one, first), (other, second) in combinations(countries, 2):
            apart = sum(first.parts) - sum(second.parts)
            if apart and (apart > 0) is not (ranks[year, one] < ranks[year, other]):
                swapped.add((year, one, other))
    assert swapped == {("2010", "MEX", "SAU")}


def test_no_two_of_the_countries_share_a_rank() -> None:
    """A shared rank (four in 2020) concerns countries that are not held; ours leave room for it."""
    ranks = printed(egdi.RANK)
    for year in YEARS:
        own = sorted(ranks[year, country] for country in COUNTRIES)
        assert len(set(own)) == len(own)
        assert all(place <= rank <= MEMBERS for place, rank in enumerate(own, 1))


def test_equal_online_services_of_2020_are_ties_before_china() -> None:
    """China and Japan share 0.9059; ranks with gaps and without differ because of such ties."""
    osi = [value for (year, _), value in printed("osi").items() if year == "2020"]
    above = [value for value in osi if value > printed("osi")["2020", "CN"]]
    assert osi.count(0.9059) == 2
    assert len(set(above)) < len(above)


def test_the_parts_of_a_change_add_to_the_whole() -> None:
    """Between any two editions, the rest named and no larger than rounding can be."""
    editions = egdi.editions(SHELF.observations)
    for first, last in combinations(editions.values(), 2):
        change = egdi.change(first, last)
        assert sum(change.parts) + change.rest == pytest.approx(change.whole)
        assert abs(change.rest) <= 2 * ROUNDING

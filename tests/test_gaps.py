"""What a series lacks: report by report, or by its own rhythm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators import gaps, library
from indicators.gaps import Gap, Run

SHELF = library.load()
FOUND = {(gap.key.indicator, gap.key.area, gap.key.scope): gap for gap in gaps.find(SHELF)}


def without(indicator: str, *months: str, area: str = "total") -> Gap | None:
    """The gap of a line once the figures of these months are taken away."""
    points = tuple(
        point
        for point in SHELF.observations[indicator]
        if point.area == area and point.as_of not in months
    )
    found = gaps.find(replace(SHELF, observations={indicator: points}))
    return found[0] if found else None


@pytest.mark.parametrize("indicator", ["internet_users", "egdi", "itu_internet_users_pct"])
def test_a_whole_series_has_no_gap(indicator: str) -> None:
    """Every report has its netizens, every edition its index, every year its rate."""
    assert (indicator, "total", "") not in FOUND


@pytest.mark.parametrize(
    ("months", "runs"),
    [
        (["2017-12"], [Run("2017-12", "2017-12", (41,))]),
        (["2017-06", "2017-12"], [Run("2017-06", "2017-12", (40, 41))]),
        (["2020-03"], [Run("2020-03", "2020-03", (45,))]),
        (["2025-06", "2025-12"], [Run("2025-06", "2025-12", (56, 57))]),
        (["2015-06", "2016-06"], [Run(m, m, (n,)) for m, n in (("2015-06", 36), ("2016-06", 38))]),
    ],
)
def test_a_missing_report_is_named(months: list[str], runs: list[Run]) -> None:
    """With its month and number; neighbours in one run, the newest reports too."""
    found = without("internet_users", *months)
    assert found is not None
    assert (found.series, found.runs) == ("cnnic", tuple(runs))
    assert found.count == len(months)


def test_resources_are_missing_at_their_own_date() -> None:
    """The 45th report counts domains in December 2019 and people in March 2020."""
    (run,) = (run for run in FOUND["domains_total", "total", ""].runs if 44 in run.reports)
    assert 45 not in run.reports
    assert run.last == "2019-06"


def test_years_without_an_edition_are_no_gap() -> None:
    """The UN survey skipped 2006 and 2007, so nothing is missing there."""
    assert not [key for key in FOUND if key[0].startswith("egdi")]
    assert without("egdi", "2012-12") is not None


def test_a_series_without_reports_is_held_to_its_rhythm() -> None:
    """Both months beside the gap are told; two figures have no rhythm."""
    assert FOUND["gov_websites", "total", ""].runs == (
        Run("2015-11", "2017-03"),
        Run("2019-12", "2022-12"),
    )
    assert not [key for key in FOUND if key[0] == "approval_items"]


def test_every_missing_period_is_really_missing() -> None:
    """No month named as missing has a figure."""
    for gap in gaps.find(SHELF):
        there = {
            point.as_of
            for point in SHELF.observations[gap.key.indicator]
            if (point.geo, point.area, point.level, point.scope)
            == (gap.key.geo, gap.key.area, gap.key.level, gap.key.scope)
        }
        for run in gap.runs:
            assert bool(run.reports) != bool({run.first, run.last} & there)


def test_every_place_to_look_is_of_an_indicator() -> None:
    """data/gaps.toml names no indicator that is not there, and covers all that have gaps."""
    assert set(SHELF.missing.where) <= set(SHELF.indicators)
    assert {gap.key.indicator for gap in gaps.find(SHELF)} <= set(SHELF.missing.where)

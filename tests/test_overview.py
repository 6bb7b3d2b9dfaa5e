"""The overview's choices: which line stands for an indicator, which quotes come first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators import library
from indicators.checks import VerdictKind
from indicators.figures.lines import segments
from indicators.series import Observation
from indicators.ui import overview, sparkline
from indicators.ui.load import Citation
from tests.test_reader import clean_text, finding


def citation(claim: str, kind: VerdictKind, as_of: str | None = None) -> Citation:
    """A quote with a verdict and a month."""
    found = finding(clean_text(), "7.72亿", claim)
    return Citation(
        "text",
        replace(
            found,
            verdict=replace(found.verdict, kind=kind),
            quote=replace(found.quote, as_of=as_of),
        ),
    )


def test_the_gravest_quotes_come_first_and_sound_ones_not_at_all():
    """A wrong value before a mislabelled one, whatever their order in the texts."""
    quotes = [
        citation("aaaa0001", VerdictKind.MATCH),
        citation("aaaa0002", VerdictKind.OUTDATED),
        citation("aaaa0003", VerdictKind.WRONG),
        citation("aaaa0004", VerdictKind.MISLABELLED),
    ]
    assert [one.finding.claim[-1] for one in overview.worst(quotes)] == ["3", "4", "2"]


def test_the_newest_quotes_leave_out_those_already_listed_and_the_undated():
    """Each quote is shown once, the latest period first."""
    old = citation("aaaa0001", VerdictKind.MATCH, "2015-06")
    new = citation("aaaa0002", VerdictKind.MATCH, "2017-12")
    listed = citation("aaaa0003", VerdictKind.WRONG, "2020-12")
    undated = citation("aaaa0004", VerdictKind.MATCH)
    assert overview.newest([old, new, listed, undated], [listed]) == (new, old)


LEADING = [
    ("internet_users", (), ["total"]),
    ("netizen_share", (), ["urban", "rural"]),
    ("internet_penetration", ("urban", "rural"), ["urban", "rural"]),
]


@pytest.mark.parametrize(("indicator", "areas", "expected"), LEADING)
def test_the_whole_stands_for_an_indicator_and_each_area_where_there_is_none(
    indicator, areas, expected
):
    """Shares of town and country have no total; a page may ask for its areas."""
    shelf = library.default()
    found = overview.leading_lines(shelf, shelf.indicators[indicator], areas)
    assert [line.key.area for line in found] == expected


def observation(as_of: str, value: float) -> Observation:
    return Observation("x", as_of, "CN", "total", "", "", value, str(value), "s", "seen", "")


def test_a_sparkline_leaves_gaps_open_and_says_what_it_shows():
    """Two stretches are two paths of one picture, and its words are escaped."""
    before = [observation("2010-12", 1.0), observation("2011-12", 2.0)]
    after = [observation("2018-12", 4.0)]
    drawn = sparkline.svg([[before, after]])
    assert drawn.count("M") == 2
    assert drawn.count("<circle") == 1
    shown = sparkline.picture([[before, after]], 'a "b" & c')
    assert 'role="img" aria-label="a &quot;b&quot; &amp; c"' in shown


def test_a_single_figure_has_no_sparkline():
    """A dot tells nothing that its number does not."""
    assert sparkline.picture([[[observation("2010-12", 1.0)]]], "x") == ""
    assert sparkline.svg([]) == ""


def test_every_family_with_a_page_and_figures_has_a_card():
    """The cards follow the registry; the town and country card shows both rates."""
    shelf = library.default()
    cards = {family.slug: family for family in overview.families(shelf, [])}
    assert {"internet", "urban_rural", "gov_sites", "new_media", "services"} <= set(cards)
    leading = [line for _, line in cards["urban_rural"].lines[:2]]
    assert [line.key.area for line in leading] == ["urban", "rural"]
    assert all(segments(line) for line in leading)

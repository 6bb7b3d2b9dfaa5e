"""Observations: every check on load fails with the file and the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library
from tests.broken import edit, only_problem

PENETRATION = "indicators/internet_penetration.csv"
USERS = "indicators/internet_users.csv"
SHARE = "indicators/netizen_share.csv"
WEIBO = "indicators/gov_weibo_accounts.csv"

# file, text to replace, replacement, what the error says; the row is the one replaced.
BROKEN = [
    (USERS, "as_of,geo,area", "as_of,place,area", "unknown column 'place'"),
    (USERS, "scope,value,printed", "scope,printed,value", "in this order"),
    (USERS, "2017-12,CN,total,,,7719", "2017-12,CN,total,,7719", "9 fields"),
    (USERS, "2017-12,CN,total", "2017-06,CN,total", "duplicate of line"),
    (USERS, "2017-12,CN,total", "2017-13,CN,total", "'2017-13' is not a month"),
    (USERS, "7.72亿,cnnic-41", "7.72亿,cnnic-99", "unknown source 'cnnic-99'"),
    (USERS, "7.72亿,cnnic-41", "7.72亿,", "unknown source ''"),
    (USERS, "7.72亿,cnnic-41,seen", "7.72亿,cnnic-41,sure", "'sure' is none of"),
    (USERS, "7.72亿,cnnic-41", "7.72亿,cnnic-40", "lies after the survey of cnnic-40"),
    (USERS, "2017-12,CN,total", "2017-12,ZZ,total", "unknown place 'ZZ'"),
    (USERS, "2017-12,CN,total", "2017-12,CN,suburban", "unknown area 'suburban'"),
    (USERS, "2017-12,CN,total,,", "2017-12,CN,total,county,", "unknown level 'county'"),
    (WEIBO, "2017-12,CN,total,,sina/org+officials", "2017-12,CN,total,,weibo", "unknown scope"),
    (USERS, "771980000,7.72亿", "7.7198亿,7.72亿", "'7.7198亿' is not a number"),
    (USERS, "771980000,7.72亿", "-771980000,7.72亿", "not a figure of zero or more"),
    (USERS, "771980000,7.72亿", "nan,7.72亿", "not a figure of zero or more"),
    (USERS, "771980000,7.72亿", "771980000.5,7.72亿", "is not whole"),
    (USERS, "771980000,7.72亿", "771980000,7.73亿", "printed '7.73亿' is not the value 771980000"),
    (USERS, "771980000,7.72亿", "771980000,", "a figure that was seen has a printed form"),
    (USERS, "771980000,7.72亿", "771980000,七亿多吧", "cannot be read as a figure"),
    (USERS, "771980000,7.72亿", "7719800000,77.2亿", "a jump of more than x3 needs a note"),
    (PENETRATION, "2017-12,CN,total,,,55.8,55.8%", "2017-12,CN,total,,,155.8,155.8%", "outside 0"),
    (PENETRATION, "2017-12,CN,total,,,55.8,55.8%", "2017-12,CN,total,,,35,35%", "total 35 is"),
    (SHARE, "2017-12,CN,urban,,,73,73.0%", "2017-12,CN,urban,,,71,71.0%", "do not add to 100"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "what"), BROKEN)
def test_a_broken_row_is_named_with_its_file_and_line(
    data_copy: Path, name: str, old: str, new: str, what: str
) -> None:
    """One wrong field anywhere is the one problem found, with file, row and reason."""
    line = edit(data_copy, name, old, new)
    problem = only_problem(data_copy)
    assert (problem.path, problem.line) == (str(data_copy / name), line)
    assert what in problem.what


def test_a_jump_with_a_note_is_accepted(data_copy: Path) -> None:
    """A series that really leapt says why, and is left alone."""
    edit(data_copy, USERS, "771980000,7.72亿,cnnic-41,seen,", "77198000,7719.8万,cnnic-41,seen,why")
    edit(data_copy, USERS, "801660000,8.02亿,cnnic-42,seen,", "801660000,8.02亿,cnnic-42,seen,why")
    assert library.load(data_copy).problems == ()


def test_arithmetic_of_ours_needs_no_printed_form() -> None:
    """Derived figures stand without a printed form, and say how they were derived."""
    derived = [
        seen
        for observations in library.default().observations.values()
        for seen in observations
        if seen.status == "derived"
    ]
    assert derived
    assert all(seen.note for seen in derived if not seen.printed)


def test_observations_come_in_the_order_of_time() -> None:
    """Whatever the order of the rows, a series runs forward."""
    for observations in library.default().observations.values():
        months = [seen.as_of for seen in observations]
        assert months == sorted(months)


def test_a_broken_series_leaves_the_others_alone(data_copy: Path) -> None:
    """An indicator without readable figures is there with none; its neighbours keep theirs."""
    (data_copy / USERS).write_text("nonsense\n", encoding="utf-8")
    shelf = library.load(data_copy)
    assert shelf.observations["internet_users"] == ()
    assert "internet_users" in shelf.indicators
    assert len(shelf.observations["internet_penetration"]) > 50

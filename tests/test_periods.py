"""Months: reading, counting, writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import periods

MONTHS = st.builds(periods.month, st.integers(1900, 2100), st.integers(1, 12))

WRITTEN = [
    ("2017-12", "zh", "prose", "2017年12月"),
    ("2017-06", "zh", "prose", "2017年6月"),
    ("2017-12", "en", "prose", "Dec 2017"),
    ("2017-12", "zh", "table", "2017-12"),
    ("2017-12", "en", "table", "2017-12"),
    ("2018", "zh", "prose", "2018年"),
    ("2018", "en", "prose", "2018"),
    ("2021-07-29", "zh", "prose", "2021年7月29日"),
    ("2021-07-29", "en", "prose", "29 Jul 2021"),
    ("spring", "en", "prose", "spring"),
]
NOT_MONTHS = ["2017", "2017-13", "2017-00", "17-12", "2017-1", "2017-12-01", "２０１７-12", "", "x"]
HALF_YEARS = [
    ("2017-12", 0, "2017-12"),
    ("2017-06", 0, "2017-06"),
    ("2018-01", 0, "2018-06"),
    ("2017-12", -1, "2017-06"),
    ("2017-12", 1, "2018-06"),
    ("2020-03", -2, "2019-06"),
]


@pytest.mark.parametrize(("when", "lang", "style", "expected"), WRITTEN)
def test_dates_are_written_for_people(
    when: str, lang: str, style: periods.Style, expected: str
) -> None:
    """Prose spells the month out in the reader's language; tables keep the sortable form."""
    assert periods.text(when, lang, style) == expected


@pytest.mark.parametrize("text", NOT_MONTHS)
def test_what_is_no_month_is_refused(text: str) -> None:
    """Only YYYY-MM with ASCII digits is a month; anything else is named in the error."""
    assert not periods.is_month(text)
    with pytest.raises(ValueError, match="is not a month"):
        periods.split(text)


@given(MONTHS, st.integers(-600, 600))
def test_shifting_and_counting_are_inverse(start: str, months: int) -> None:
    """A month shifted by n lies n months away, and shifted back is where it was."""
    later = periods.shift(start, months)
    assert periods.between(start, later) == months
    assert periods.shift(later, -months) == start


@given(MONTHS, MONTHS)
def test_months_sort_as_text(one: str, other: str) -> None:
    """Comparing the written months compares the dates."""
    assert (one < other) == (periods.ordinal(one) < periods.ordinal(other))


@pytest.mark.parametrize(("month", "steps", "expected"), HALF_YEARS)
def test_half_years_end_in_june_and_december(month: str, steps: int, expected: str) -> None:
    """A month's half-year is named by its last month, and steps count from there."""
    assert periods.half_year(month, steps) == expected


@pytest.mark.parametrize("text", ["2017", "2017-12", "2017-12-31"])
def test_a_publication_date_may_be_a_year_a_month_or_a_day(text: str) -> None:
    """As much as a publication tells is kept, and no more is asked for."""
    assert periods.is_date(text)


def test_a_month_outside_the_calendar_is_refused() -> None:
    """Month 13 is an error, not January of the next year."""
    with pytest.raises(ValueError, match="2017-13"):
        periods.month(2017, 13)

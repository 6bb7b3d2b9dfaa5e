"""How late a figure is quoted: exact, between two months, or at least so late."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import periods
from indicators.lags import Lag, lag

# The figure's month, the text's date, the months the text quotes, the lag.
EXAMPLES = [
    ("2017-12", "2019-12", (), Lag(24, 24)),
    ("2015-06", "2021-07-29", (), Lag(73, 73)),
    ("2017-12", "2017-11", (), Lag(-1, -1)),
    ("2017-12", "2019", (), Lag(13, 24)),
    ("2017-12", None, ("2015-06", "2017-12"), Lag(0, None)),
    ("2015-06", None, ("2015-06", "2017-12"), Lag(30, None)),
    ("2015-06", None, (), Lag(0, None)),
]


@pytest.mark.parametrize(("as_of", "published", "quoted", "expected"), EXAMPLES)
def test_a_lag_is_as_sure_as_the_date_of_the_text(
    as_of: str, published: str | None, quoted: tuple[str, ...], expected: Lag
) -> None:
    """A month gives months, a year an interval, no date the distance to the latest figure."""
    assert lag(as_of, published, quoted) == expected


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1990, 2030), st.integers(1, 12))
def test_a_year_alone_holds_the_lag_of_each_of_its_months(
    year: int, month: int, told: int, number: int
) -> None:
    """What is known of the year is true of the month."""
    as_of = periods.month(year, month)
    broad, exact = lag(as_of, str(told), ()), lag(as_of, periods.month(told, number), ())
    assert broad.most is not None
    assert broad.least <= exact.least <= broad.most
    assert exact.exact
    assert not broad.exact

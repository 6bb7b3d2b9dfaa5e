"""Months as YYYY-MM: reading them, counting with them, writing them for people."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Style = Literal["prose", "table"]

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_month(text: str) -> bool:
    """Whether the text is a month written YYYY-MM."""
    return _MONTH.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether the text is YYYY, YYYY-MM or YYYY-MM-DD: as much as a publication tells."""
    return _DATE.fullmatch(text) is not None


@lru_cache(maxsize=2048)
def split(month: str) -> tuple[int, int]:
    """Year and month of YYYY-MM; ValueError for anything else."""
    match = _MONTH.fullmatch(month)
    if match is None:
        raise ValueError(f"{month!r} is not a month (YYYY-MM)")
    return int(match[1]), int(match[2])


def month(year: int, number: int) -> str:
    """YYYY-MM from a year and a month number of 1 to 12."""
    if not (1 <= number <= 12 and 0 <= year <= 9999):
        raise ValueError(f"{year}-{number} is not a month")
    return f"{year:04d}-{number:02d}"


def ordinal(month: str) -> int:
    """Months since the year 0: differences of ordinals are true distances in time."""
    year, number = split(month)
    return year * 12 + number - 1


def shift(start: str, months: int) -> str:
    """The month so many months later, or earlier when negative."""
    year, index = divmod(ordinal(start) + months, 12)
    return month(year, index + 1)


def between(first: str, last: str) -> int:
    """How many months from the first to the last; negative when the last is earlier."""
    return ordinal(last) - ordinal(first)


def half_year(month: str, steps: int = 0) -> str:
    """The end (-06 or -12) of the half-year the month lies in, moved by so many half-years."""
    year, number = split(month)
    return shift(f"{year:04d}-{'06' if number <= 6 else '12'}", 6 * steps)


def text(when: str, lang: str, style: Style = "prose") -> str:
    """YYYY[-MM[-DD]] for people: 2017年12月 or Dec 2017 in prose, 2017-12 in tables."""
    match = _DATE.fullmatch(when)
    if style == "table" or match is None:
        return when
    year, number, day = match.groups()
    if lang == "en":
        parts = [str(int(day))] if day else []
        parts += [_ENGLISH[int(number) - 1]] if number else []
        return " ".join([*parts, year])
    chinese = f"{year}年"
    chinese += f"{int(number)}月" if number else ""
    return chinese + (f"{int(day)}日" if day else "")

"""The library of texts: bibliography, raw text and reviewed quotes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators import library
from tests.broken import edit, only_problem

SLUG = "004_ad9639a4dd8bbdab"
QUOTES = f"texts/{SLUG}.quotes.csv"
BIBLIOGRAPHY = f"texts/{SLUG}.toml"

BROKEN = [
    (QUOTES, "6.68亿,internet_users", "6.68亿,net_users", "unknown indicator 'net_users'"),
    (QUOTES, "6.68亿,internet_users,level", "6.68亿,internet_users,stock", "'stock' is none of"),
    (QUOTES, "668000000,person,2015-06", "668000000,people,2015-06", "'people' is none of"),
    (QUOTES, "668000000,person,2015-06", "668000000,percent,2015-06", "is in person"),
    (QUOTES, "668000000,person,2015-06", "668000000,person,2015", "'2015' is not a month"),
    (QUOTES, "668000000,person", "六亿,person", "'六亿' is not a number"),
    (QUOTES, "6.68亿,internet_users", ",internet_users", "surface and expected are required"),
    (QUOTES, "CN,total,township", "CN,total,village", "unknown level 'village'"),
    (QUOTES, "level,CN,urban,,72.4", "level,ZZ,urban,,72.4", "unknown place 'ZZ'"),
    (QUOTES, "CN,urban,,72.4", "CN,city,,72.4", "unknown area 'city'"),
    (BIBLIOGRAPHY, 'published = "2021-07-29"', 'published = "July"', "'July' is not a date"),
    (BIBLIOGRAPHY, 'container = "', 'journal = "', "journal: unknown key"),
]


@pytest.mark.parametrize(("name", "old", "new", "what"), BROKEN)
def test_a_broken_file_of_a_text_is_named_with_its_line(
    data_copy: Path, name: str, old: str, new: str, what: str
) -> None:
    """One wrong field is the one problem found, with file, row and reason."""
    line = edit(data_copy, name, old, new)
    problem = only_problem(data_copy)
    assert (problem.path, problem.line) == (str(data_copy / name), line)
    assert what in problem.what


@pytest.mark.parametrize("suffix", [".txt", ".quotes.csv"])
def test_a_text_has_all_three_files(data_copy: Path, suffix: str) -> None:
    """A missing raw text or review is named, and the other texts stay."""
    (data_copy / "texts" / f"{SLUG}{suffix}").unlink()
    problem = only_problem(data_copy)
    assert problem.path.endswith(f"{SLUG}{suffix}")
    assert "missing" in problem.what
    assert len(library.load(data_copy).documents) == len(library.load(library.DATA).documents) - 1


def test_a_text_without_a_bibliography_is_named(data_copy: Path) -> None:
    """A raw text that nobody describes does not go unnoticed."""
    (data_copy / BIBLIOGRAPHY).unlink()
    problems = library.load(data_copy).problems
    assert {Path(problem.path).name for problem in problems} == {
        f"{SLUG}.txt",
        f"{SLUG}.quotes.csv",
    }


def test_a_text_is_kept_to_the_byte(data_copy: Path) -> None:
    """Line ends, blanks and damage of the raw text reach the reader as they were received."""
    raw = "网民\r\n規(guī)模\xa0 達到\u200b6.68億\n\n"
    for suffix in (".toml", ".quotes.csv"):
        shutil.copy(data_copy / "texts" / f"{SLUG}{suffix}", data_copy / "texts" / f"new{suffix}")
    (data_copy / "texts" / "new.txt").write_bytes(raw.encode())
    assert library.load(data_copy).documents["new"].raw == raw

"""Indicators: every mistake in a TOML file is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import catalogue, library
from tests.broken import edit, only_problem

USERS = "indicators/internet_users.toml"
WEIBO = "indicators/gov_weibo_accounts.toml"

# text to replace, replacement, what the error says; the line is the one replaced.
BROKEN = [
    ('family = "internet"', 'family = "web"', "'web' is none of internet"),
    ('unit = "person"', 'unit = "people"', "'people' is none of person"),
    ("order = 1", 'order = "first"', "order: a whole number"),
    ('areas = ["total", "urban", "rural"]', 'areas = ["total", "city"]', "'city' is none of"),
    ('zh = "网民规模"\nen = "Internet users"', 'zh = "网民规模"\nde = "Nutzer"', "unknown key"),
    (
        'zh = "网民规模"\nen = "Users"',
        'zh = "网民规模（六周岁及以上）"\nen = "Users"',
        "at most ten",
    ),
    ('as_of = "2007-06"', 'as_of = "2007"', "'2007' is not a month"),
    ("[expected_release]", "[next_release]", "next_release: unknown key"),
]


@pytest.mark.parametrize(("old", "new", "what"), BROKEN)
def test_a_broken_description_is_named_with_its_line(
    data_copy: Path, old: str, new: str, what: str
) -> None:
    """A wrong value is refused with the file, the line it stands on and what may stand there."""
    line = edit(data_copy, USERS, old, new)
    problem = library.load(data_copy).problems[0]
    assert what in problem.what
    assert problem.path == str(data_copy / USERS)
    assert line <= problem.line <= line + new.count("\n")


def test_the_default_scope_must_be_one_of_the_scopes(data_copy: Path) -> None:
    """A series cannot be drawn by default in a scope it does not have."""
    line = edit(data_copy, WEIBO, 'default_scope = "sina/org"', 'default_scope = "weibo"')
    problem = library.load(data_copy).problems[0]
    assert (problem.path, problem.line) == (str(data_copy / WEIBO), line)
    assert "'weibo' is no scope" in problem.what


def test_a_break_cites_a_known_source(data_copy: Path) -> None:
    """A change of definition stands in a publication we have."""
    edit(data_copy, WEIBO, 'source = "cnnic-41"', 'source = "cnnic-99"')
    problem = only_problem(data_copy)
    assert problem.path == str(data_copy / WEIBO)
    assert "unknown source 'cnnic-99'" in problem.what


def test_a_broken_description_leaves_the_others_alone(data_copy: Path) -> None:
    """One unreadable indicator is one problem; the catalogue goes on without it."""
    (data_copy / USERS).write_text("family = ", encoding="utf-8")
    shelf = library.load(data_copy)
    assert "internet_users" not in shelf.indicators
    assert len(shelf.indicators) == len(library.load(library.DATA).indicators) - 1
    assert [problem.path for problem in shelf.problems] == [str(data_copy / USERS)]


def test_words_come_in_the_language_asked_for() -> None:
    """Chinese is the language of anything but English."""
    words = catalogue.Bilingual("网民", "netizens")
    assert (words["zh"], words["en"]) == ("网民", "netizens")

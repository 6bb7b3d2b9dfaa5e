"""Publications: what a file of data/sources/ may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library
from tests.broken import edit, only_problem

REPORT = "sources/cnnic-41.toml"

BROKEN = [
    ('published = "2018-01"', 'published = "January 2018"', "is not a date"),
    ('as_of = "2017-12"', 'as_of = "2017"', "'2017' is not a month"),
    ("number = 41", 'number = "41"', "number: a whole number"),
    ('url = "https://www', 'url = "http://www', "an https address"),
    ('series = "cnnic"', 'serie = "cnnic"', "serie: unknown key"),
]


@pytest.mark.parametrize(("old", "new", "what"), BROKEN)
def test_a_broken_source_is_named_with_its_line(
    data_copy: Path, old: str, new: str, what: str
) -> None:
    """One wrong field of a publication is the one problem found."""
    line = edit(data_copy, REPORT, old, new)
    problem = only_problem(data_copy)
    assert (problem.path, problem.line) == (str(data_copy / REPORT), line)
    assert what in problem.what


def test_figures_outlive_a_broken_source(data_copy: Path) -> None:
    """A series that cites an unreadable publication is shown, under the bare id of the source."""
    (data_copy / REPORT).write_text("title_zh = 41\n", encoding="utf-8")
    shelf = library.load(data_copy)
    assert [problem.path for problem in shelf.problems] == [str(data_copy / REPORT)]
    assert shelf.sources["cnnic-41"].title_zh == "cnnic-41"
    assert any(seen.source == "cnnic-41" for seen in shelf.observations["internet_users"])

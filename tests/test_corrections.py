"""Corrections: held against the series they correct."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library
from tests.broken import edit, only_problem

FILE = "corrections.toml"
FIRST = 'origin = "circulation"\nindicator = "internet_users"\narea = "urban"\nas_of = "2023-12"\n'
ENTRY = "[[corrections]]\n" + FIRST

BROKEN = [
    (ENTRY, ENTRY.replace("internet_users", "users"), 0, "unknown indicator 'users'"),
    (ENTRY, ENTRY.replace("circulation", "rumour"), 1, "'rumour' is none of"),
    (ENTRY, ENTRY.replace("2023-12", "2023"), 4, "'2023' is not a month"),
    (ENTRY, ENTRY.replace("area", "place"), 3, "place: unknown key"),
    (ENTRY, ENTRY.replace("2023-12", "2022-12"), 0, "expect 766,000,000, but the series holds"),
    (ENTRY, ENTRY.replace("2023-12", "2023-06"), 0, "but the series holds nothing"),
    ("value = 783000000", "value = 766000000", -6, "the figure called wrong is the official one"),
    ("expect = 91.11\n", "", -6, "a publisher's slip needs the figure"),
]


@pytest.mark.parametrize(("old", "new", "below", "what"), BROKEN)
def test_a_broken_correction_is_named_with_its_line(
    data_copy: Path, old: str, new: str, below: int, what: str
) -> None:
    """A fault is reported at its key, and a fault of the whole entry at the entry's head."""
    line = edit(data_copy, FILE, old, new)
    problem = only_problem(data_copy)
    assert (problem.path, problem.line) == (str(data_copy / FILE), line + below)
    assert what in problem.what


def test_a_correction_fails_once_its_series_has_changed(data_copy: Path) -> None:
    """Once the publisher puts a figure right, whoever updates the series hears of it."""
    edit(
        data_copy,
        "indicators/gov_service_capability_score.csv",
        "CN-FJ,total,,,91.11,91.11",
        "CN-FJ,total,,,91.12,91.12",
    )
    problem = only_problem(data_copy)
    assert problem.path == str(data_copy / FILE)
    assert "expect 91.11, but the series holds 91.12" in problem.what


def test_a_correction_never_calls_an_official_figure_wrong() -> None:
    """What is listed as wrong differs from what the series holds there."""
    shelf = library.default()
    assert shelf.corrections
    for correction in shelf.corrections:
        assert correction.value is None or correction.value != correction.expect
        assert correction.why.zh
        assert correction.why.en

"""What a click on a chart says, however Streamlit hands it on."""

from __future__ import annotations

import pytest
import streamlit as st

from indicators.ui import plots


@pytest.mark.parametrize(
    ("points", "carried"),
    [
        ([], ()),
        ([{"x": 1}], ()),
        ([{"customdata": None}, {"customdata": ["a", 3]}], ("a", "3")),
        ([{"customdata": ("a",)}], ("a",)),
        ([{"customdata": {"0": "a", "1": 3}}], ("a", "3")),
        ([{"customdata": ["a"]}, {"customdata": ["b"]}], ("a",)),
    ],
)
def test_the_first_mark_with_values_counts(
    monkeypatch: pytest.MonkeyPatch, points: list[object], carried: tuple[str, ...]
) -> None:
    """Values come as a list or by their places; a click beside the marks carries none."""
    monkeypatch.setattr(st, "session_state", {"chart": {"selection": {"points": points}}})
    assert plots.clicked("chart") == carried

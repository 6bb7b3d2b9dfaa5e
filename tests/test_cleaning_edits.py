"""Edits compose: whatever stages do one after the other, each character knows its raw place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cleaning import CleanText
from indicators.cleaning.edits import Edit, Tracked, merge


def test_a_replacement_of_equal_length_maps_one_to_one() -> None:
    """網絡 read as 网络 keeps both places."""
    tracked = Tracked("上網絡")
    tracked.apply([Edit(1, 3, "网络", "traditional")])
    result = tracked.result()
    assert (result.text, list(result.starts), list(result.ends)) == ("上网络", [0, 1, 2], [1, 2, 3])


def test_any_other_replacement_maps_to_the_whole() -> None:
    """A dropped bracket belongs to its character."""
    tracked = Tracked("個(gè);")
    tracked.apply([Edit(0, 5, "個", "pinyin")])
    tracked.apply([Edit(0, 1, "个", "traditional")])
    result = tracked.result()
    assert result.raw_span(0, 1) == (0, 5)
    assert [repair.before for repair in result.repairs] == ["個(gè)", "個(gè)"]


def test_a_restored_character_has_an_empty_place() -> None:
    """An insertion stands between its neighbours."""
    tracked = Tracked("ab")
    tracked.apply([Edit(1, 1, "。", "shift", certain=False)])
    result = tracked.result()
    assert result.raw_span(1, 2) == (1, 1)
    assert result.uncertain == ((1, 1),)


def test_edits_out_of_order_are_refused() -> None:
    """A stage that contradicts itself is a bug, and is named."""
    with pytest.raises(ValueError, match="out of order"):
        Tracked("abc").apply([Edit(2, 3, "", "x"), Edit(0, 1, "", "x")])


def test_touching_spans_are_merged() -> None:
    """Neighbouring doubts are one place."""
    assert merge([(0, 2), (2, 3), (5, 6), (5, 9)]) == ((0, 3), (5, 9))


cuts = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 3), st.text("xy", max_size=3)), max_size=5
)


@given(st.text(max_size=30), st.lists(cuts, max_size=4))
def test_stages_compose(raw: str, stages: list[list[tuple[int, int, str]]]) -> None:
    """After any stages, offsets run in order and unedited characters stand where they did."""
    tracked = Tracked(raw)
    for stage in stages:
        edits, position = [], 0
        for gap, length, after in stage:
            start = position + gap
            if start + length > len(tracked.text):
                break
            edits.append(Edit(start, start + length, after, "x"))
            position = start + length
        tracked.apply(edits)
    result = tracked.result()
    assert list(result.starts) == sorted(result.starts)
    assert list(result.ends) == sorted(result.ends)
    edited = {place for repair in result.repairs for place in range(repair.start, repair.end)}
    for sign, start, end in zip(result.text, result.starts, result.ends, strict=True):
        if end - start == 1 and start not in edited:
            assert raw[start] == sign


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4)), max_size=5),
    st.integers(0, 20),
    st.integers(1, 5),
)
def test_a_place_is_certain_if_it_keeps_its_distance(
    doubts: list[tuple[int, int]], start: int, length: int
) -> None:
    """A place is certain if it neither overlaps nor touches an uncertain one."""
    spans = merge(sorted((first, first + size) for first, size in doubts))
    text = CleanText("x" * 40, "", (), (), (), spans)
    apart = all(start + length < first or last < start for first, last in spans)
    assert text.is_certain(start, start + length) == apart

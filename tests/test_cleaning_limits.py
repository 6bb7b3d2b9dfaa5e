"""No input is too strange or too long: never an exception, never more than linear time."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.cleaning import clean, decode
from indicators.cleaning.realign import allowance
from indicators.errors import InputError
from tests import growth

# Repeated, each of these once made or might make some pattern go back and forth.
JUNK = (
    "?", "(", "?;ヂ", "?！", "?Ｔ谙", "?lián)", "聯(lián)", "<", "<a ", "<!--", "<script>", "&amp;", "1,",
    "1 ", "1 .", "1. 5万\n", "$", "$1 ", "年 ", "年\n", "1\n", "\n", "县 ", "滨海县 ", "返回顶部\n",
    "年\n·118·\n", "7", "0.", "１２.３", "\u200b", "⼀", "國", "。", "分别为", "\ud800", "\x00", "(((a)",
)  # fmt: skip
LENGTH = 20_000


@pytest.mark.parametrize("junk", JUNK)
def test_time_is_linear(junk: str) -> None:
    """Four times as much junk takes at most about four times as long."""
    clean(junk)
    few, many = junk * (LENGTH // len(junk)), junk * (4 * LENGTH // len(junk))
    assert growth.at_most(6, partial(clean, few), partial(clean, many))


@settings(max_examples=200)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Arbitrary characters never raise, and every character keeps its place."""
    result = clean(text)
    assert len(result.starts) == len(result.ends) == len(result.text)


PIECES = (
    "?",
    ";",
    "!",
    "(",
    ")",
    "lián",
    "wù",
    "聯",
    "ヂ",
    "盎",
    "Ｔ",
    "1",
    ".",
    " ",
    "\n",
    "%",
    "<b>",
)
MORE_PIECES = (
    "&nbsp;",
    "\u200b",
    "網",
    "的",
    "政",
    "$",
    "\\%",
    "县",
    "|",
    "。",
    "，",
    "·118·",
    "\x00",
    "�",
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES + MORE_PIECES), max_size=80).map("".join))
def test_any_mixture_of_debris_is_read(text: str) -> None:
    """The signs that stages react to, in any order, never raise."""
    result = clean(text)
    assert len(result.starts) == len(result.text)
    assert all(result.raw[r.start : r.end] == r.before for r in result.repairs)


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Bytes become text, or the visitor is told what is wrong with them."""
    try:
        text = decode(data)
    except InputError as error:
        text = error.code
        refused = {"empty", "binary", "encoding"}
    else:
        refused = {text}
    clean(text)
    assert text in refused


def test_a_short_text_of_debris_is_searched_in_proportion() -> None:
    """A kilobyte may take no more than fifteen steps of the search for each character."""
    assert allowance(1_000) <= 15 * 1_000
    assert allowance(100_000) - allowance(50_000) == 50_000

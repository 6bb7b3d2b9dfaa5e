"""Any input is read: no exception but the refusal of bytes that are no text, and no long wait.

The sizes are such that a step quadratic in the text would take a minute where the engine takes
less than three seconds; what the time grows like is measured by tests/benchmarks/speed.py.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import cleaning, library, reading
from indicators.checks import render
from indicators.errors import InputError
from indicators.library import Library
from indicators.reading import Reading
from indicators.strings import Lang

ROOT = Path(__file__).resolve().parents[1]
LONG = 30_000
TRUE = "截至2017年12月，我国网民规模达7.72亿。"
# Short pieces that, said again and again, have something to count, to join or to look for.
PIECES = (
    "1,1,1,", "年", "年年年", "分别为", "分别为和、", "?", "？", "(", "（", "[", "{", "<", "《", "“", "ō(", "?ō)",
    "(tǒng)", "?;ヂ?lián)網", "?!盎ヂ", "?;ヂ", "<b>", "<td>1</td>", "&lt;", "&#", "&#x4e", "\x00", "\ud800",
    "\udc00\ud800", "\ufeff", "\u200b", "\xa0", "e\u0301", "9", "0.", "1.", "1/", "1-", "1∶", "02",
    "一", "百", "万", "亿", "分之", "百分之", "三分之一生活在农村，", "7.72亿", "7.72亿、", "7.72亿和", "55.8%",
    "5‰，", "第", "第41次", "第65位", "翻一番", "1万8132", "两家", "2017年12月", "2017-12", "去年底", "同期，",
    "网民", "网民、", "农村和", "其中", "前者", "后者，", "广东、", "美国，", "占比", "占网民的", "由5%至6%", "增长",
    "7.72亿人使用手机上网", "7.72亿，这是", "10%的", "EGDI", "| 1 ", "1\t2\n", "网民\n7.72亿\n", "\n", "\r\n",
    "\u2028", "http://", "www.", "10.1000/", "〔2016〕", "[1,", "$5 3 . 2 \\%", "互 联 ", "主站蜘蛛池模板",
)  # fmt: skip


@cache
def shelf() -> Library:
    return library.load()


def promises_hold(text: str, read: Reading) -> None:
    """Places lie in the text as received, and everything that is told can be said."""
    assert len(read.clean.starts) == len(read.clean.ends) == len(read.clean.text)
    assert len(read.clean.raw) == len(text)
    for one in read.findings:
        assert read.clean.raw[one.start : one.end] == one.surface
        assert render(one.verdict.reason, "zh", shelf())
        assert not one.inconsistent or render(one.inconsistent.reason, "en", shelf())


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=150)
def test_any_string_is_read(text: str) -> None:
    """Control characters, unpaired surrogates and all other planes included."""
    promises_hold(text, reading.read(text, shelf()))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=250)
def test_any_mix_of_pieces_is_read(text: str) -> None:
    """Pieces of figures, names, damage and markup in any order."""
    promises_hold(text, reading.read(text, shelf(), "2018-03"))


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """The one thing raised is the refusal that a visitor is told."""
    try:
        text = cleaning.decode(data)
    except InputError:
        return
    promises_hold(text, reading.read(text, shelf()))


@given(
    st.sampled_from(("utf-8", "gb18030", "big5", "utf-16", "utf-16-be")),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=8),
)
@settings(max_examples=100)
def test_a_text_with_broken_bytes_is_read_or_refused(
    encoding: str, changes: list[tuple[int, int]]
) -> None:
    """Some bytes of a good file overwritten."""
    data = bytearray((TRUE * 3).encode(encoding, "replace"))
    for place, byte in changes:
        data[place % len(data)] = byte
    try:
        read = reading.read_file("a.txt", bytes(data), shelf())
    except InputError:
        return
    promises_hold(read.clean.raw, read)


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_repetition_is_read(piece: str) -> None:
    """And what stands behind it, apart, is read all the same."""
    junk = piece * (LONG // len(piece))
    text = f"{junk}\n\n{TRUE}\n"
    read = reading.read(text, shelf())
    promises_hold(text, read)
    assert len(read.findings) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("网民规模达" * 40_000, id="no full stop"),
        pytest.param("截至2017年12月，我国网民规模达7.72亿，普及率为55.8%，" * 1500, id="one sentence"),
        pytest.param("(" * 20_000 + "7.72亿" + ")" * 20_000, id="nested brackets"),
        pytest.param("<div>" * 20_000 + TRUE + "</div>" * 20_000, id="nested tags"),
        pytest.param("&amp;" + "amp;" * 20_000, id="nested entities"),
        pytest.param(f"网民规模达{'9' * 10_000}人。", id="ten thousand digits"),
        pytest.param(f"网民规模达{'九' * 10_000}人。", id="ten thousand numerals"),
        pytest.param(f"普及率为0.{'3' * 10_000}%。", id="ten thousand decimals"),
        pytest.param(f"网民规模达{'1,234' * 3_000}人。", id="ten thousand separators"),
        pytest.param("网民" + "、农村网民" * 10_000 + "分别为" + "7亿、" * 10_000, id="endless list"),
        pytest.param(f"指标{'|2017年' * 3_000}\n网民规模{'|7.72亿' * 3_000}\n", id="wide table"),
        pytest.param("指标|2017年12月\n" + "网民规模|7.72亿\n" * 3_000, id="long table"),
        pytest.param("\x00".join(TRUE), id="a NUL between any two"),
        pytest.param("".join(map(chr, range(0x3000))), id="the first planes"),
    ],
)  # fmt: skip
def test_an_extreme_text_is_read(text: str) -> None:
    """Depth, width and length far beyond any page."""
    promises_hold(text, reading.read(text, shelf()))


@pytest.mark.parametrize("piece", ["1,1,1,", "年", "?", "\x00", "(", "9", "TRUE。"], ids=repr)
def test_what_stands_behind_debris_is_found(piece: str) -> None:
    """A paragraph of its own is read whatever stands before it."""
    text = f"{piece * 5000}。\n\n{TRUE}\n"
    found = [one for one in reading.read(text, shelf()).findings if one.start > 5000]
    assert [(one.surface, one.verdict.kind) for one in found][-1:] == [("7.72亿", "match")]


PASSAGES = [
    json.loads(line)
    for name in ("composed", "own", "inconsistent")
    for line in (ROOT / f"tests/passages/{name}.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whatever_is_found_can_be_said(lang: Lang) -> None:
    """Every reason the labelled passages give rise to has its sentence, found by the fuzz."""
    for row in PASSAGES:
        for one in reading.read(row["text"], shelf(), row.get("published")).findings:
            assert render(one.verdict.reason, lang, shelf())
            assert not one.inconsistent or render(one.inconsistent.reason, lang, shelf())

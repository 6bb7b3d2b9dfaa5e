"""Bytes are read in the code they are written in, with and without a byte order mark."""

from __future__ import annotations

import pytest

from indicators.cleaning import decode
from indicators.errors import InputError

SIMPLIFIED = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为55.8%。\r\n第二行\n"
TRADITIONAL = "目前中國互聯網普及率為77.5%，網民規模11.08億，其中農村網民3.26億。"
DAMAGED = "數(shù)據(jù)顯示[1],截至2017年 12月,占62.9%?;ヂ?lián)網(wǎng)的普及"
ENGLISH = "At the end of 2020 China had 989 million netizens.\n"


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SIMPLIFIED * 500])
def test_chinese_is_read_in_every_code(text: str, code: str) -> None:
    """The text comes back to the letter, line ends included."""
    assert decode(text.encode(code)) == text


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "gb18030"])
def test_damaged_text_is_read_in_every_code(code: str) -> None:
    """Pinyin and debris do not mislead."""
    assert decode(DAMAGED.encode(code)) == DAMAGED


@pytest.mark.parametrize("code", ["big5", "big5hkscs"])
def test_big5_is_told_from_gb18030(code: str) -> None:
    """Traditional text in Big5 also decodes as GB18030, into rare characters."""
    assert decode(TRADITIONAL.encode(code)) == TRADITIONAL


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-be", "ascii"])
def test_english_is_read(code: str) -> None:
    """Plain ASCII, and ASCII in two bytes."""
    assert decode(ENGLISH.encode(code)) == ENGLISH


def test_a_file_cut_off_inside_a_character_is_read() -> None:
    """The last character is lost and shows as such; the rest is there."""
    assert decode(SIMPLIFIED.rstrip().encode()[:-1]).startswith(SIMPLIFIED.rstrip()[:-1])
    assert decode(SIMPLIFIED.rstrip().encode("gbk")[:-1]).startswith(SIMPLIFIED.rstrip()[:-1])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 64, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "binary"),
        (b"PK\x03\x04\x14\x00\x06\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (bytes(range(256)) * 8, "binary"),
        ("日本語のテキストです".encode("shift_jis"), "encoding"),
        ("Привет, мир".encode("cp1251"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    """The error names the sentence that tells the visitor what to do."""
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.code == code

"""A damage simulator: does to a text what scraped pages went through, byte by byte.

The mechanism: simplified becomes traditional in GBK; an annotator appends (pinyin) to the bytes of
its key characters, at odd offsets too; a full stop is cut in half where its second byte and the
next byte spell a full-width mark; what follows is read one byte late; bad pairs become one
question mark, private-use pairs vanish, full-width forms fold to ASCII.
"""

from __future__ import annotations

import random
import re
from functools import cache, lru_cache
from itertools import pairwise

import opencc
from pypinyin import Style, pinyin

FOLDED = b"\xa1\xac\xbb\xbf"  # A3 with one of these is ！ ， ； ？
ZERO_WIDTH = "\u200b\u200d\u2060\ufeff\xad"


@lru_cache(maxsize=1)
def to_traditional() -> opencc.OpenCC:
    """The converter, applied to one character at a time."""
    return opencc.OpenCC("s2tw")


@cache
def traditional(character: str) -> str:
    """The traditional form, as long as GBK has it."""
    form = to_traditional().convert(character)
    return form if len(form) == 1 and encodable(form) else character


def encodable(text: str) -> bool:
    """Whether GBK has the characters."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


@cache
def reading(character: str) -> str:
    """The usual reading, with its tone mark."""
    return pinyin(character, style=Style.TONE)[0][0]


@lru_cache(maxsize=1)
def two_formed() -> tuple[str, ...]:
    """The traditional characters of GBK that an annotator may have among its keys."""
    han = map(chr, range(0x4E00, 0x9FA6))
    return tuple(sorted({traditional(sign) for sign in han if traditional(sign) != sign}))


def scrape(text: str, rng: random.Random, share: float = 0.6) -> str:
    """The text as the scraper leaves it; ``share`` of the keys are annotated, in random order."""
    data = "".join(map(traditional, text)).encode("gbk", "ignore")
    keys = [key for key in two_formed() if rng.random() < share]
    rng.shuffle(keys)
    for key in keys:
        mark = key.encode("gbk")
        if mark in data:
            data = data.replace(mark, mark + bracket(key))
    return read(data)


def bracket(key: str) -> bytes:
    """A bracket in bytes that no key can hit: the code point between two controls."""
    return b"(\x01%d\x02)" % ord(key)


def spoken(data: bytes, position: int) -> tuple[str, int]:
    """The bracket that starts here, in pinyin, and its length; nothing if there is none."""
    match = re.compile(rb"\(\x01(\d+)\x02\)").match(data, position)
    if match is None:
        return "", 0
    return f"({reading(chr(int(match[1])))})", len(match[0])


def fold(character: str) -> str:
    """A full-width form as ASCII."""
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character


def read(data: bytes) -> str:
    """Read GBK bytes as a careless decoder does; a bracket's pinyin is kept as it is."""
    out: list[str] = []
    position = 0
    while position < len(data):
        byte, pair = data[position], data[position : position + 2]
        text, length = spoken(data, position)
        swallowed, behind = spoken(data, position + 1)
        if length:
            out.append(text)
            position += length
        elif byte < 0x80:
            out.append(chr(byte))
            position += 1
        elif pair == b"\xa1\xa3" and data[position + 2 : position + 3] in single(FOLDED):
            out.append("?")
            position += 1
        elif behind:
            out.append("?" + swallowed[1:])
            position += 1 + behind
        else:
            out.append(pair_read(pair))
            position += 2
    return "".join(out)


def single(data: bytes) -> frozenset[bytes]:
    """The bytes one by one."""
    return frozenset(data[i : i + 1] for i in range(len(data)))


def pair_read(pair: bytes) -> str:
    """One pair: its character, nothing if it is private-use, a question mark if it is no pair."""
    if len(pair) < 2 or pair[1] < 0x40 or pair[1] == 0x7F:
        return "?"
    return fold(pair.decode("gbk", "ignore")) if encodable(pair.decode("gbk", "ignore")) else ""


def cut_stops(text: str, chance: float, rng: random.Random) -> str:
    """Simplified text in which some full stops were cut and three characters read one byte late."""
    out: list[str] = []
    position = 0
    while position < len(text):
        following = text[position + 1 : position + 4]
        han = len(following) == 3 and all("\u4e00" <= sign <= "\u9fff" for sign in following)
        if text[position] == "。" and han and encodable(following) and rng.random() < chance:
            data = b"\xa3" + following.encode("gbk")
            pairs = [data[i : i + 2] for i in range(0, len(data), 2)]
            out.append("?" + "".join(unfolded(pair) for pair in pairs))
            position += 4
        else:
            out.append(text[position])
            position += 1
    return "".join(out)


def unfolded(pair: bytes) -> str:
    """One pair whose full-width forms stay."""
    return "?" if len(pair) < 2 else pair.decode("gbk", "ignore")


def space_out(text: str, chance: float, rng: random.Random) -> str:
    """Blanks between characters and inside numbers, as a scanner leaves them."""
    out = [text[:1]]
    for before, after in pairwise(text):
        number = before in "0123456789." and after in "0123456789.%"
        han = "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
        if (number and rng.random() < 0.7) or (han and rng.random() < chance):
            out.append(" ")
        out.append(after)
    return "".join(out)


def sprinkle(text: str, chance: float, rng: random.Random) -> str:
    """Zero-width characters anywhere."""
    return "".join(
        sign + (rng.choice(ZERO_WIDTH) if rng.random() < chance else "") for sign in text
    )


def wrap(text: str, width: int) -> str:
    """Lines of a fixed width, paragraphs kept."""
    return "\n".join(
        "\n".join(line[i : i + width] for i in range(0, len(line), width)) or ""
        for line in text.split("\n")
    )


def toneless(text: str) -> str:
    """Traditional characters with pinyin that has no tones and a blank after it."""
    out: list[str] = []
    for sign in text:
        form = traditional(sign)
        plain = pinyin(form, style=Style.NORMAL)[0][0]
        out.append(f"{form}({plain}) " if form != sign else sign)
    return "".join(out)

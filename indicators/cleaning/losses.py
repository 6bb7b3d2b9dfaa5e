"""Marks what stays damaged: question marks and brackets that no stage could explain."""

from __future__ import annotations

import re

from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import reads

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
HAN = "\u4e00-\u9fff"
WIDE = "\uff02-\uff07\uff0a\uff0b\uff0d-\uff1e\uff20-\uff5e"
LOST = re.compile(
    rf"\?[{PINYIN}]{{1,6}}\)"  # a bracket whose opening was swallowed
    # A reading of something else.
    rf"|(?P<read>.)\((?P<reading>[a-z]{{0,4}}[{TONED}][a-z]{{0,4}})\)"
    rf"|\ufffd+"  # what was lost before the text came to us
    rf"|\?[{WIDE}][{HAN}]{{0,6}}\??"  # the debris of a full stop that was cut
)
NUMBER = re.compile("[0-9.,%‰]{0,24}")
NUMBER_BEFORE = re.compile("[0-9.,%‰]{0,24}$")
REACH = 24  # characters; a longer number is not looked for


def edits(text: str) -> list[Edit]:
    """One mark for each place; the numbers that touch it are part of it."""
    found: list[Edit] = []
    for match in LOST.finditer(text):
        if match["read"] and reads(match["read"], match["reading"]):
            continue
        start, end = with_numbers(text, *match.span())
        if found and start < found[-1].end:
            start = found.pop().start
        found.append(Edit(start, end, text[start:end], "lost", certain=False))
    return found


def with_numbers(text: str, start: int, end: int) -> tuple[int, int]:
    """A place with the numbers on both sides of it."""
    before = NUMBER_BEFORE.search(text[max(0, start - REACH) : start])
    after = NUMBER.match(text, end)
    return start - len(before[0] if before else ""), after.end() if after else end

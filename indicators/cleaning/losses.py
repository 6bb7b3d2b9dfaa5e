"""Marks what stays damaged: question marks and brackets that no stage could explain."""

from __future__ import annotations

import re

from indicators.cleaning.edits import Edit

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
NUMBER = r"[0-9.,%‰]*"
LOST = re.compile(
    rf"{NUMBER}\?[{PINYIN}]{{1,6}}\){NUMBER}"  # a bracket whose opening was swallowed
    rf"|{NUMBER}.?\([a-z]{{0,4}}[{TONED}][a-z]{{0,4}}\){NUMBER}"  # a reading of something else
    rf"|{NUMBER}[\ufffd]+{NUMBER}"
    rf"|{NUMBER}\?+(?=[\uff21-\uff3a\uff41-\uff5a])"
)


def edits(text: str) -> list[Edit]:
    """One mark for each place; the numbers that touch it are part of it."""
    return [
        Edit(match.start(), match.end(), match[0], "lost", certain=False)
        for match in LOST.finditer(text)
    ]

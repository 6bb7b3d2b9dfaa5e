"""Blanks that a scanner or a page left between characters and inside numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import LONGEST, lexicon

HAN = "\u4e00-\u9fff"
BETWEEN = re.compile(f"(?<=[{HAN}]) +(?=[{HAN}])")
MARKS = "“”‘’，。、；：！？（）《》"
BESIDE_MARK = re.compile(f"(?<=[{HAN}]) +(?=[{MARKS}])|(?<=[{MARKS}]) +(?=[{HAN}“‘（《])")
NUMBER = re.compile(r"(?<![0-9.])[0-9](?:[0-9.]| +(?=[0-9.]))*(?: +(?=[%‰]))?")
SPACED_POINT = re.compile(r"[0-9] +\. ?[0-9]|[0-9]\. [0-9]+ ?[%‰亿万]|[0-9] \.[0-9]")
SINGLES = re.compile(r"(?<![0-9.])[0-9] [0-9] (?:\. |[0-9] )|(?<![0-9])[0-9] [0-9] ?[%‰亿万个]")
HAN_SIGN = re.compile(f"[{HAN}]")
UNIT = re.compile(r"(?<=[0-9]) +(?=[%‰亿万个家项])")
PROSE = re.compile("[，。；、：！？]")
BOUND = 4.0  # nats a word across the blank must save
ENOUGH = 2  # broken words that show a scanner at work
SHARE = 0.25  # of the blanks between characters that break a word


def edits(text: str) -> list[Edit]:
    """Close up the blanks of a scanned text; a text without such damage keeps its blanks."""
    if " " not in text:
        return []
    between = [match for match in BETWEEN.finditer(text) if not is_label(text, match)]
    scanned_numbers = bool(SPACED_POINT.search(text)) and not is_list(text)
    broken = sum(breaks_word(text, match) for match in between)
    scanned = broken >= ENOUGH and broken >= SHARE * len(between)
    if not scanned and not scanned_numbers:
        return []
    found = [
        Edit(match.start(), match.end(), "", "blank")
        for match in (*between, *BESIDE_MARK.finditer(text))
        if scanned_numbers or PROSE.search(line_around(text, match.start()))
    ]
    if scanned_numbers:
        found.extend(in_numbers(text))
    return sorted(set(found), key=lambda edit: edit.start)


def is_label(text: str, match: re.Match[str]) -> bool:
    """Whether the blank spaces out a label of two characters, as in 摘 要 and 作 者：."""
    before, after = (
        text[max(0, match.start() - 2) : match.start()],
        text[match.end() : match.end() + 2],
    )
    return not HAN_SIGN.match(before[:-1]) and not HAN_SIGN.match(after[1:])


def is_list(text: str) -> bool:
    """Whether the only spaced points are those of a numbered list."""
    return all(
        re.match(r"[0-9]\. ", match[0]) and text[: match.start() + 1].rsplit("\n", 1)[-1].isdigit()
        for match in SPACED_POINT.finditer(text)
    )


def breaks_word(text: str, match: re.Match[str]) -> bool:
    """Whether the characters on both sides make a word."""
    left = re.search(f"[{HAN}]*$", text[max(0, match.start() - LONGEST) : match.start()])
    right = re.match(f"[{HAN}]*", text[match.end() : match.end() + LONGEST])
    if left is None or right is None:
        return False
    return lexicon().binding(left[0], right[0]) >= BOUND


def line_around(text: str, position: int) -> str:
    """The line that holds a position, at most 200 characters to each side."""
    start = text.rfind("\n", max(0, position - 200), position) + 1
    end = text.find("\n", position, position + 200)
    return text[max(start, position - 200) : end if end >= 0 else position + 200]


def in_numbers(text: str) -> Iterator[Edit]:
    """The blanks inside numbers that were set digit by digit, and before their units."""
    for match in NUMBER.finditer(text):
        number = match[0].rstrip()
        if " " in number and is_one(number):
            for blank in re.finditer(" +", match[0]):
                start = match.start() + blank.start()
                yield Edit(start, match.start() + blank.end(), "", "blank")
    for unit in UNIT.finditer(text):
        yield Edit(unit.start(), unit.end(), "", "blank")


def is_one(number: str) -> bool:
    """Whether spaced-out groups are one number: a group of one digit or a point among them."""
    groups = number.split()
    if number.count(".") > 1:
        return False
    return any(len(group.strip(".")) <= 1 for group in groups) or any(
        group.startswith(".") or group.endswith(".") for group in groups
    )

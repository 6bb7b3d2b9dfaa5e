"""Blanks that a scanner or a page left between the characters of a sentence."""

from __future__ import annotations

import re

from indicators.cleaning import digits
from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import LONGEST, lexicon

HAN = "\u4e00-\u9fff"
BETWEEN = re.compile(f"(?<=[{HAN}]) +(?=[{HAN}])")
MARKS = "“”‘’，。、；：！？（）《》"
BESIDE_MARK = re.compile(f"(?<=[{HAN}]) +(?=[{MARKS}])|(?<=[{MARKS}]) +(?=[{HAN}“‘（《])")
EDGES = frozenset(("", *"\n\r\u3000[]【】:："))  # what stands around a label
PROSE = re.compile("[，。；、：！？]")
BOUND = 4.0  # nats a word across the blank must save
ENOUGH = 2  # broken words that show a scanner at work
SHARE = 0.25  # of the blanks between characters that break a word


def edits(text: str) -> list[Edit]:
    """Close up the blanks of a scanned text; a text without such damage keeps its blanks."""
    if " " not in text:
        return []
    between = [match for match in BETWEEN.finditer(text) if not is_label(text, match)]
    scanned_numbers = digits.is_scanned(text)
    if not scanned_numbers and not breaks_words(text, between):
        return []
    return sorted(
        (
            Edit(match.start(), match.end(), "", "blank")
            for match in (*between, *BESIDE_MARK.finditer(text))
            if scanned_numbers or PROSE.search(line_around(text, match.start()))
        ),
        key=lambda edit: edit.start,
    )


def is_label(text: str, match: re.Match[str]) -> bool:
    """Whether the blank spaces out a label of two characters, as in 摘 要 and 作 者：."""
    before = text[max(0, match.start() - 2) : match.start() - 1]
    after = text[match.end() + 1 : match.end() + 2]
    return before in EDGES and after in EDGES


def breaks_words(text: str, between: list[re.Match[str]]) -> bool:
    """Whether enough of the blanks break a word."""
    broken = sum(breaks_word(text, match) for match in between)
    return broken >= ENOUGH and broken >= SHARE * len(between)


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

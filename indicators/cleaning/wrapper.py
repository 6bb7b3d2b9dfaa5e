"""Lines around the text that are no part of it: spam, menus, link farms, lists of places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import lines
from indicators.cleaning.variants import to_simplified, two_formed

TAGS_ONLY = re.compile(r"(?:\s*</?[a-z][^<>]{0,200}>\s*)+", re.IGNORECASE)
PLACE = re.compile("[\u4e00-\u9fff]{1,8}(?:县|市|区|旗|州|盟|镇|省|自治县)")
SEPARATOR = re.compile(r"[\s|,，、·/【】\[\]>›»]+")
CELLS = re.compile(r"[\s|]+")
BRACKETS = re.compile(r"[\s\[\]【】|·>›»:：]+")
SENTENCE = re.compile("[。！？；]|，.{2,30}，")
PHONE = re.compile(r"(?<!\d)0\d{2,3}-\d{3,4} ?\d{4}|(?<!\d)1[3-9]\d{9}(?!\d)|400-\d{3,4}-?\d{3,4}")
AT_LEAST = 2  # words of advertising
PLACES, SHORT = 8, 5  # a list of places has that many parts, most of them that short
PARTS = 3  # pieces between blanks, bars, commas or brackets that an advertisement has
FARTHEST = 400  # lines from either end that are looked at
LONGEST = 2000  # characters; a longer line is not looked at


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its offsets; ``end`` is behind its line break."""

    start: int
    end: int
    text: str


def edits(text: str) -> list[Edit]:
    """Drop the lines that are clearly no prose, from the top down and from the bottom up."""
    outer = list(outermost(text))
    head = list(unwanted(outer))
    kept = outer[len(head) :]
    tail = list(unwanted(kept[::-1]))
    if not (head or tail) or not any(line.text.strip() for line in kept[: len(kept) - len(tail)]):
        return []
    dropped = [line for line in (*head, *tail[::-1]) if line.text.strip()]
    return [Edit(line.start, line.end, "", "spam") for line in dropped]


def outermost(text: str) -> Iterator[Line]:
    """The lines near both ends; what lies between them stands as one line of text."""
    position = 0
    pieces = text.splitlines(keepends=True)
    skipped = range(FARTHEST, len(pieces) - FARTHEST)
    for number, line in enumerate(pieces):
        if number not in skipped:
            yield Line(position, position + len(line), line)
        elif number == skipped.start:
            yield Line(position, position, "…")
        position += len(line)


def unwanted(outer: Sequence[Line]) -> Iterator[Line]:
    """The lines from one end up to the last that is no prose before the first that is."""
    blank: list[Line] = []
    for number, line in enumerate(outer):
        if not line.text.strip():
            blank.append(line)
        elif is_wrapper(line.text, outer[number + 1 : number + 3]):
            yield from blank
            yield line
            blank = []
        else:
            return


def is_wrapper(line: str, following: Sequence[Line]) -> bool:
    """Whether a line is spam, a menu or a list of places that heads no table."""
    if len(line) > LONGEST:
        return False
    if TAGS_ONLY.fullmatch(line):
        return True
    simple = line.strip()
    if two_formed().search(simple):
        simple = to_simplified(simple)
    words = wrapper_words()
    labels = words["begins"]
    if simple.startswith(labels) and any(begins(simple, word) for word in labels):
        return True
    if telling_words().search(simple):
        return True
    if SENTENCE.search(simple):
        return False
    if BRACKETS.sub("", simple) in words["is"]:
        return True
    parts = [part for part in SEPARATOR.split(simple) if part]
    if is_place_list(parts):
        return not is_table(following, len(parts))
    return is_advertising(simple, parts)


def begins(line: str, word: str) -> bool:
    """Whether a word stands alone at the beginning of a line, as a label does."""
    return line.startswith(word) and not line[len(word) : len(word) + 1].isalpha()


def is_table(rows: Sequence[Line], columns: int) -> bool:
    """Whether rows hold figures for the parts of a line before them."""
    cells = [cell for row in rows for cell in CELLS.split(row.text)]
    return sum(any(sign.isdigit() for sign in cell) for cell in cells) >= columns / 2


def is_place_list(parts: Sequence[str]) -> bool:
    """Whether a line lists many places and says nothing about them."""
    if len(parts) < PLACES:
        return False
    short = sum(len(part) <= SHORT for part in parts)
    places = sum(bool(PLACE.fullmatch(part)) for part in parts)
    return short >= 0.7 * len(parts) and places >= 0.5 * len(parts)


def is_advertising(line: str, parts: Sequence[str]) -> bool:
    """Whether a line of several parts has two words of advertising or navigation, or one and a
    telephone number. A title may have the words, but it is of one piece."""
    if len(parts) < PARTS:
        return False
    words = sum(word in line for word in wrapper_words()["advertises"])
    return words + bool(words and PHONE.search(line)) >= AT_LEAST


@lru_cache(maxsize=1)
def wrapper_words() -> dict[str, tuple[str, ...]]:
    """The words of data/lexicon/wrapper.txt by the way they tell: is, begins, contains …"""
    found: dict[str, list[str]] = {}
    section = ""
    for line in lines("wrapper.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return {name: tuple(words) for name, words in found.items()}


@lru_cache(maxsize=1)
def telling_words() -> re.Pattern[str]:
    """One pattern over the words that tell a wrapper wherever they stand in a line."""
    return re.compile("|".join(map(re.escape, wrapper_words()["contains"])))

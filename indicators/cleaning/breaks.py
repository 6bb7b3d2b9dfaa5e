"""Line breaks inside sentences, and the page numbers and running titles that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import lexicon

HAN = "\u4e00-\u9fff"
PAGE_NUMBER = re.compile(
    r"\s*(?:[·•\-—–－~]+\s*\d{1,4}\s*[·•\-—–－~]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
RUNNING_TITLE = re.compile(
    r".{0,60}(?:第\s*[\d一二三四五六七八九十]+\s*[期卷辑集]|总第\s*\d+|Vol\.|No\.\s*\d).{0,60}"
)
CLOSED = re.compile(r"[。！？!?…：:][”’\"'）)》」』]*\s*$|[^0-9]\.\s*$")
ITEM = re.compile(
    r"\s*(?:[-*+•·▶▍●○■□◆◇★※・–—]|[(（]?[0-9０-９一二三四五六七八九十百]{1,3}[)）.．、]"
    r"|[①-⑳]|#{1,6} |第[0-9一二三四五六七八九十百]{1,4}[章节条编]|[图表]\s*\d)(?!\d)"
)
TABLE = re.compile(r"\||\t|\S\u3000+\S|\S {2,}\S|[0-9%‰亿万] +[0-9]")
# Two parts of one number: a point at either side of the break, or a group that begins with zero.
POINT = re.compile(r"\d\.\n\d|\d\n\.\d|\d\n0\d")
DIGITS = re.compile(r"[^\s0-9.][0-9]{1,9}\n[0-9]{1,9}[^\s0-9]")
COUNTED = re.compile(r"[一二两三四五六七八九十百千万亿]\n[个人家项次名位条种年月日号]")
PAUSES = ("，", "、", "；", ",", ";")
CLAUSE = 12  # characters; a shorter line without a pause is a heading
BOUND = 4.0  # nats a word across the break must save
ENOUGH = 2  # broken words or numbers that show a text to be wrapped
SHARE = 0.3  # of the breaks in sentences that break a word or number
WIDE, SLACK = 16, 2  # characters: lines so long and so equal were cut by their width
EVEN = 0.6  # of the lines that are equally long then
LONG = 0.6  # of the longest line: a line so long is full


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two lines of text: a line break, perhaps with page furniture in it."""

    start: int  # behind the last character of the line before
    end: int  # at the first character of the line after
    before: str
    after: str
    interrupted: bool  # by page furniture


def edits(text: str) -> list[Edit]:
    """Join the lines of a text that was wrapped by its width; other texts keep their lines."""
    if "\n" not in text:
        return []
    gaps = [gap for gap in all_gaps(text) if is_open(gap)]
    broken = [is_broken(gap) for gap in gaps]
    if not is_wrapped(gaps, broken):
        return []
    full = LONG * max(len(gap.before) for gap in gaps)
    return [
        Edit(gap.start, gap.end, "", "page" if gap.interrupted else "break")
        for gap, split in zip(gaps, broken, strict=True)
        if split or gap.interrupted or len(gap.before) >= full or gap.before.endswith(PAUSES)
    ]


def all_gaps(text: str) -> Iterator[Gap]:
    """Every break between two lines; furniture is passed over where it interrupts a sentence."""
    lines: list[tuple[int, str]] = []
    position = 0
    for line in text.split("\n"):
        lines.append((position, line))
        position += len(line) + 1
    number = 0
    while number + 1 < len(lines):
        start, line = lines[number]
        following = next_text(lines, number)
        after_start, after = lines[following]
        if line.strip() and after.strip():
            line = line.rstrip("\r")
            yield Gap(start + len(line), after_start, line, after, following > number + 1)
        number = following


def next_text(lines: Sequence[tuple[int, str]], number: int) -> int:
    """The line after, or the one behind the page furniture that follows an open sentence."""
    following, before = number + 1, lines[number][1].rstrip()
    paused = before.endswith(PAUSES)
    if CLOSED.search(before) or ITEM.match(before):
        return following
    place, numbered = following, False
    while place < len(lines) and place <= number + 4:
        line = lines[place][1]
        if PAGE_NUMBER.fullmatch(line):
            numbered = True
        elif not RUNNING_TITLE.fullmatch(line) and (line.strip() or not paused):
            break
        place += 1
    if not numbered or place >= len(lines):
        return following
    heading = not paused and len(before) < CLAUSE and not joins_word(before, lines[place][1])
    return following if heading else place


def is_open(gap: Gap) -> bool:
    """Whether a sentence may run on over the break: no full stop, list, heading or table."""
    if CLOSED.search(gap.before) or ITEM.match(gap.after):
        return False
    return not TABLE.search(gap.before) and not TABLE.search(gap.after)


def is_broken(gap: Gap) -> float:
    """How surely the break is inside a sentence: page furniture or a number (2), a word (1)."""
    if gap.interrupted:
        return 2.0
    around = gap.before[-2:] + "\n" + gap.after[:2]
    if POINT.search(around) and gap.before.strip(" .0123456789"):
        return 2.0
    if DIGITS.search(gap.before[-10:] + "\n" + gap.after[:10]):
        return 0.5
    if COUNTED.search(around):
        return 1.0
    return float(joins_word(gap.before, gap.after))


def joins_word(before: str, after: str) -> bool:
    """Whether the end of one line and the beginning of another make a word."""
    left = re.search(f"[{HAN}]*$", before[-4:])
    right = re.match(f"[{HAN}]*", after[:4])
    if left is None or right is None or not left[0] or not right[0]:
        return False
    return lexicon().binding(left[0], right[0]) >= BOUND


def is_wrapped(gaps: Sequence[Gap], broken: Sequence[float]) -> bool:
    """Whether enough of the breaks in open sentences break words or numbers, or a few do and
    the lines are equally long."""
    evidence = sum(broken)
    if evidence >= ENOUGH and evidence >= SHARE * len(gaps):
        return True
    full = max((len(gap.before) for gap in gaps), default=0)
    even = sum(len(gap.before) >= full - SLACK for gap in gaps)
    return full >= WIDE and evidence >= 1 and even >= max(ENOUGH, EVEN * len(gaps))

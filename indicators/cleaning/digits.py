"""Numbers that a scanner set digit by digit: 6. 5 6 亿, 9 2 . 5 %, 1 4 4 7 4 个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning.edits import Edit

HAN = "\u4e00-\u9fff"
UNITS = "%‰亿万个家项年月日人户件条次位"
SPACED_POINT = re.compile(
    r"[0-9] +\. ?[0-9]|[0-9]\. [0-9]+ ?[%‰亿万]|[0-9] \.[0-9]"
    # 10.3 2亿, 达7 0.4%
    r"|[0-9]\.[0-9] [0-9] ?[%‰亿]|[达为约至占到超近][0-9] [0-9]\.[0-9]+ ?[%‰亿万]"
)
LIST_ITEM = re.compile(r"^\s*[0-9]{1,3}\. ")
# Digits set singly between a character and a unit: 共4 0 9 2 4个.
SINGLES = re.compile(f"[{HAN}](?:[0-9]{{1,2}} ){{2,9}}[0-9]{{1,3}} ?[{UNITS}]")
NUMBER = re.compile(r"(?<![0-9.])[0-9](?:[0-9.]| +(?=[0-9.]))*(?: +(?=[%‰]))?")
YEAR = re.compile("(?:19|20) +[0-9]{2}")
UNIT = re.compile(f"(?<=[0-9]) +(?=[{UNITS}])")
BESIDE = re.compile(f"(?<=[{HAN}]) +(?=[0-9])")
NEAR = 40  # characters before a place that are looked at for the beginning of its line


def edits(text: str) -> list[Edit]:
    """Close up the numbers of a scanned text; table cells of several digits stay apart."""
    if " " not in text or not is_scanned(text):
        return []
    spans = {span for match in NUMBER.finditer(text) for span in gaps(text, match)}
    for pattern in (UNIT, BESIDE):
        spans.update(match.span() for match in pattern.finditer(text))
    return [Edit(start, end, "", "blank") for start, end in sorted(spans)]


def is_scanned(text: str) -> bool:
    """Whether a number of the text has blanks inside; the points of numbered lists do not count."""
    if SINGLES.search(text):
        return True
    return any(not is_list_item(text, match.end()) for match in SPACED_POINT.finditer(text))


def is_list_item(text: str, place: int) -> bool:
    """Whether the line that leads up to a place is no more than the number of a list item."""
    start = text.rfind("\n", max(0, place - NEAR), place) + 1
    return bool(LIST_ITEM.match(text[max(start, place - NEAR) : place]))


def gaps(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The blanks inside spaced-out groups of digits, if they are one number."""
    if " " not in match[0]:
        return
    before = text[match.start() - 1 : match.start()]
    if is_one(match[0].rstrip(), before, text[match.end() : match.end() + 2].lstrip(" ")):
        for blank in re.finditer(" +", match[0]):
            yield match.start() + blank.start(), match.start() + blank.end()


def is_one(number: str, before: str, after: str) -> bool:
    """Whether spaced-out groups are one number: one group is a single digit or holds the point,
    or they stand between a character and a unit. Two points are two numbers."""
    groups = number.split()
    if number.count(".") > 1:
        return False
    if YEAR.fullmatch(number) or any(len(group.strip(".")) <= 1 for group in groups):
        return True
    if any(group.startswith(".") or group.endswith(".") for group in groups):
        return True
    return bool(re.match(f"[{HAN}：]", before)) and after[:1] in UNITS and after != ""

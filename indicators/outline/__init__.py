"""The outline of a text, found from its own numbering: headings, their levels, their sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.outline import candidates, markers, series
from indicators.outline.series import Placed

# Ranks of numbering whose numbers a decimal takes up: 第三章, 三、 and 3. stand above 3.1.
_TAKEN_UP = 6.9


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its span in the text (number and title), its level from 1, its words."""

    start: int
    end: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading opens: text[start:end], up to the next heading of its level or above.

    ``parent`` is the index of the section it is part of, -1 for none.
    """

    heading: Heading
    start: int
    end: int
    parent: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a text in their order; none where it numbers nothing.

    ``lost`` are numbers that stand above headings of the text and are not in it: 3 and 3.1 where
    3.1.1 is there and they are not.
    """

    headings: tuple[Heading, ...]
    lost: tuple[str, ...]


def find(text: str) -> Outline:
    """The outline of a repaired text; takes any text whatever, in time linear in its length."""
    placed = series.place(text, _before_references(text))
    headings = tuple(
        Heading(one.start, one.end, level, text[one.start : one.end]) for one, level in placed
    )
    return Outline(headings, _lost(placed))


def sections(outline: Outline, length: int) -> tuple[Section, ...]:
    """The section of each heading, in a text of ``length`` characters."""
    found: list[Section] = []
    open_: list[int] = []
    ends = _ends(outline.headings, length)
    for at, (heading, end) in enumerate(zip(outline.headings, ends, strict=True)):
        while open_ and outline.headings[open_[-1]].level >= heading.level:
            open_.pop()
        found.append(Section(heading, heading.start, end, open_[-1] if open_ else -1))
        open_.append(at)
    return tuple(found)


def _ends(headings: Sequence[Heading], length: int) -> list[int]:
    ends = [length] * len(headings)
    open_: list[int] = []
    for at, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            ends[open_.pop()] = heading.start
        open_.append(at)
    return ends


def _before_references(text: str) -> list[candidates.Candidate]:
    """The candidates without what is numbered below 参考文献."""
    kept: list[candidates.Candidate] = []
    below = False
    for one in candidates.find(text):
        if one.marker is None:
            below = bool(markers.REFERENCES.match(text, one.start))
        elif below:
            continue
        kept.append(one)
    return kept


def _lost(placed: Sequence[Placed]) -> tuple[str, ...]:
    numbered = [one.marker for one, _ in placed if one.marker]
    there = {marker.number for marker in numbered if marker.form.rank < _TAKEN_UP}
    above = (marker.number[:parts] for marker in numbered for parts in range(1, len(marker.number)))
    lost = dict.fromkeys(number for number in above if number not in there)
    return tuple(".".join(map(str, number)) for number in lost)

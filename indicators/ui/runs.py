"""Marked text: what is marked in it, and the text cut into runs wherever a mark begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark: a quoted figure (its claim id), a doubtful repair, lines left out, a sentence
    or a heading (their numbers from 1)."""

    start: int
    end: int
    claim: str = ""
    doubtful: bool = False
    hidden_lines: int = 0
    sentence: int = 0
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks. Lines left out have a number and no text.

    ``sentence`` is 0 between sentences, ``heading`` outside headings; both are in the raw text.
    """

    text: str
    claims: tuple[str, ...] = ()
    doubtful: bool = False
    hidden_lines: int = 0
    sentence: int = 0
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in the order they begin; cheap to ask for those of one line of a long text."""

    marks: tuple[Mark, ...]
    reach: tuple[int, ...]  # how far the marks up to each one go

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Marks:
        """Put marks in order."""
        ordered = sorted(marks, key=lambda mark: mark.start)
        return cls(tuple(ordered), tuple(accumulate((mark.end for mark in ordered), max)))

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that touch text[start:end], in the order they begin."""
        first = bisect_right(self.reach, start)
        last = bisect_left(self.marks, end, key=lambda mark: mark.start)
        return tuple(mark for mark in self.marks[first:last] if mark.end > start)


def runs(text: str, start: int, end: int, marks: Marks) -> tuple[Run, ...]:
    """Cut text[start:end] wherever a mark begins or ends. Marks may overlap and reach outside."""
    waiting = list(reversed(marks.within(start, end)))
    edges = {start, end}
    for mark in waiting:
        edges |= {max(mark.start, start), min(mark.end, end)}
    found: list[Run] = []
    here: list[Mark] = []
    for left, right in pairwise(sorted(edges)):
        while waiting and waiting[-1].start <= left:
            here.append(waiting.pop())
        here = [mark for mark in here if mark.end > left]
        found.append(_run(text[left:right], here))
    return tuple(found)


def _run(text: str, marks: list[Mark]) -> Run:
    hidden = max((mark.hidden_lines for mark in marks), default=0)
    return Run(
        "" if hidden else text,
        () if hidden else tuple(dict.fromkeys(mark.claim for mark in marks if mark.claim)),
        any(mark.doubtful for mark in marks) and not hidden,
        hidden,
        max((mark.sentence for mark in marks), default=0),
        max((mark.heading for mark in marks), default=0),
    )

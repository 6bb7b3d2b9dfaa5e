"""The model of the reader: a text cut into paragraphs of marked runs, repaired and raw in step.

Nothing here draws; what is drawn are these values, with their words as plain text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from indicators import sentences
from indicators.cleaning import CleanText
from indicators.reading import Reading
from indicators.sentences import Heading

# Kinds of repair that take whole lines away: their words are never shown, only their number.
HIDDEN_KINDS = frozenset({"spam"})
_SHORT = 40  # characters of a line that may be a heading as a whole
_SENTENCE_ENDS = tuple("。；！？;!?，,")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark: a quoted figure (its claim id), a doubtful repair, lines left out, a sentence
    (its number from 1)."""

    start: int
    end: int
    claim: str = ""
    doubtful: bool = False
    hidden_lines: int = 0
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks. Lines left out have a number and no text.

    ``sentence`` is 0 between sentences, and in the raw text.
    """

    text: str
    claims: tuple[str, ...] = ()
    doubtful: bool = False
    hidden_lines: int = 0
    sentence: int = 0


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
        """The marks that touch text[start:end]."""
        first = bisect_right(self.reach, start)
        last = bisect_left(self.marks, end, key=lambda mark: mark.start)
        return tuple(mark for mark in self.marks[first:last] if mark.end > start)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, repaired and raw. ``level`` is 0 for body text, 1 and deeper for a heading.

    ``title`` is the heading the paragraph begins with, ``depth`` its level in the outline; one
    that runs on in the same line leaves it body text. ``start`` is its place in the repaired text.
    """

    start: int
    level: int
    depth: int
    title: str
    clean: tuple[Run, ...]
    raw: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The repaired text without its marks."""
        return "".join(run.text for run in self.clean)


def paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """Cut a reading into paragraphs; every raw character that may be shown stands in one of them.

    Raw text between two paragraphs goes to the latter, what follows the last one to a paragraph
    of its own with nothing repaired.
    """
    clean = reading.clean
    clean_marks, raw_marks = _clean_marks(reading), _raw_marks(reading)
    outline = sentences.outline(clean.text)
    depths = nested([heading.depth for heading in outline])
    headings = {found.start: (found, depth) for found, depth in zip(outline, depths, strict=True)}
    found: list[Paragraph] = []
    done = 0
    for start, end in _lines(clean.text):
        _, raw_end = clean.raw_span(start, end)
        found.append(
            Paragraph(
                start,
                *_heading(headings.get(start), clean.text[start:end]),
                runs(clean.text, start, end, clean_marks.within(start, end)),
                _trimmed(runs(clean.raw, done, raw_end, raw_marks.within(done, raw_end))),
            )
        )
        done = raw_end
    last = len(clean.raw)
    rest = _trimmed(runs(clean.raw, done, last, raw_marks.within(done, last)))
    return (*found, Paragraph(len(clean.text), 0, 0, "", (), rest)) if rest else tuple(found)


def nested(depths: Sequence[int]) -> list[int]:
    """The level of each heading from the kinds of numbering in their order: 3 2 2 3 -> 1 2 2 1.

    A kind not met yet stands below the one before it, one met before closes what it holds.
    """
    levels = []
    above: list[int] = []
    for depth in depths:
        if depth in above:
            del above[above.index(depth) + 1 :]
        else:
            above.append(depth)
        levels.append(len(above))
    return levels


def paragraph_at(rows: Sequence[Paragraph], place: int) -> int:
    """The index of the paragraph that holds a place of the repaired text."""
    return max(0, bisect_right([row.start for row in rows], place) - 1)


def clean_span(clean: CleanText, start: int, end: int) -> tuple[int, int]:
    """The repaired characters that raw[start:end] became; empty where it became none."""
    first = bisect_right(clean.ends, start)
    return first, max(first, bisect_right(clean.starts, end - 1))


def runs(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Cut text[start:end] wherever a mark begins or ends. Marks may overlap and reach outside."""
    waiting = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: mark.start,
        reverse=True,
    )
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


def hidden_lines(clean: CleanText) -> int:
    """How many lines of advertising were left out."""
    return sum(mark.hidden_lines for mark in _hidden(clean))


def excerpt(text: str, start: int, end: int, room: int = 60) -> tuple[str, str, str]:
    """What stands before, in and after text[start:end], at most ``room`` characters each side."""
    left, right = max(0, start - room), min(len(text), end + room)
    before = ("…" if left else "") + text[left:start]
    return before, text[start:end], text[end:right] + ("…" if right < len(text) else "")


def _heading(found: tuple[Heading, int] | None, line: str) -> tuple[int, int, str]:
    """Level, depth and title of a line; a short line is a heading to its end: (二)平台:畅通渠道."""
    if found is None:
        return 0, 0, ""
    heading, depth = found
    if len(line) <= _SHORT and not line.endswith(_SENTENCE_ENDS):
        return depth, depth, line
    fills = heading.end >= heading.start + len(line.rstrip("".join(_SENTENCE_ENDS)))
    return (depth if fills else 0), depth, heading.title


def _run(text: str, marks: list[Mark]) -> Run:
    hidden = max((mark.hidden_lines for mark in marks), default=0)
    return Run(
        "" if hidden else text,
        () if hidden else tuple(dict.fromkeys(mark.claim for mark in marks if mark.claim)),
        any(mark.doubtful for mark in marks) and not hidden,
        hidden,
        max((mark.sentence for mark in marks), default=0),
    )


def _clean_marks(reading: Reading) -> Marks:
    clean = reading.clean
    figures = [
        Mark(finding.quote.quantity.start, finding.quote.quantity.end, finding.claim)
        for finding in reading.findings
    ]
    doubtful = (clean_span(clean, *span) for span in clean.uncertain)
    told = [Mark(*span, sentence=at) for at, span in enumerate(reading.sentences, 1)]
    unsure = [Mark(start, end, doubtful=True) for start, end in doubtful if start < end]
    return Marks.of(figures + unsure + told)


def _raw_marks(reading: Reading) -> Marks:
    figures = [Mark(found.start, found.end, found.claim) for found in reading.findings]
    doubtful = [Mark(start, end, doubtful=True) for start, end in reading.clean.uncertain]
    return Marks.of(figures + doubtful + list(_hidden(reading.clean)))


def _hidden(clean: CleanText) -> Iterator[Mark]:
    for repair in clean.repairs:
        if repair.kind in HIDDEN_KINDS:
            lines = sum(1 for line in repair.before.splitlines() if line.strip())
            yield Mark(repair.start, repair.end, hidden_lines=max(lines, 1))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines that hold words, without blanks around them."""
    for found in re.finditer(r"\S(?:[^\n]*\S)?", text):
        yield found.start(), found.end()


def _trimmed(found: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs without the blank lines around them; lines left out one after another are one."""
    kept: list[Run] = []
    for run in found:
        if run.hidden_lines and kept and kept[-1].hidden_lines:
            kept[-1] = replace(kept[-1], hidden_lines=kept[-1].hidden_lines + run.hidden_lines)
        elif run.text.strip() or run.hidden_lines:
            kept.append(run)
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip("\r\n"))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip("\r\n"))
    return tuple(kept)

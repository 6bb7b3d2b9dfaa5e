"""The model of the reader: a text cut into paragraphs of marked runs, repaired and raw in step.

Nothing here draws; what is drawn are these values, with their words as plain text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.cleaning import CleanText
from indicators.outline import Heading
from indicators.reading import Reading
from indicators.ui.runs import Mark, Marks, Run, runs

# Kinds of repair that take whole lines away: their words are never shown, only their number.
HIDDEN_KINDS = frozenset({"spam"})
_STOPS = "。！？!?:： "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, repaired and raw. ``level`` is 0 for body text, 1 and deeper for a heading.

    A heading that runs on in the same line leaves it body text. ``start`` is its place in the
    repaired text.
    """

    start: int
    level: int
    clean: tuple[Run, ...]
    raw: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The repaired text without its marks."""
        return "".join(run.text for run in self.clean)


def paragraphs(reading: Reading, headings: Sequence[Heading]) -> tuple[Paragraph, ...]:
    """Cut a reading into paragraphs; every raw character that may be shown stands in one of them.

    Raw text between two paragraphs goes to the latter, what follows the last one to a paragraph
    of its own with nothing repaired.
    """
    clean = reading.clean
    clean_marks, raw_marks = _clean_marks(reading, headings), _raw_marks(reading)
    opening = {heading.start: heading for heading in headings}
    found: list[Paragraph] = []
    done = 0
    for start, end in _lines(clean.text):
        _, raw_end = clean.raw_span(start, end)
        found.append(
            Paragraph(
                start,
                _level(opening.get(start), clean.text, end),
                runs(clean.text, start, end, clean_marks),
                _trimmed(runs(clean.raw, done, raw_end, raw_marks)),
            )
        )
        done = raw_end
    rest = _trimmed(runs(clean.raw, done, len(clean.raw), raw_marks))
    return (*found, Paragraph(len(clean.text), 0, (), rest)) if rest else tuple(found)


def excerpts(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The headings, and the paragraphs that quote a figure: what may be shown of any text."""
    return tuple(row for row in rows if row.level or any(run.claims for run in row.clean))


def _level(heading: Heading | None, text: str, end: int) -> int:
    """The level of a line that is a heading and nothing else, a full stop apart."""
    if heading is None or text[heading.end : end].strip(_STOPS):
        return 0
    return heading.level


def paragraph_at(rows: Sequence[Paragraph], place: int) -> int:
    """The index of the paragraph that holds a place of the repaired text."""
    return max(0, bisect_right([row.start for row in rows], place) - 1)


def clean_span(clean: CleanText, start: int, end: int) -> tuple[int, int]:
    """The repaired characters that raw[start:end] became; empty where it became none."""
    first = bisect_right(clean.ends, start)
    return first, max(first, bisect_right(clean.starts, end - 1))


def hidden_lines(clean: CleanText) -> int:
    """How many lines of advertising were left out."""
    return sum(mark.hidden_lines for mark in _hidden(clean))


def excerpt(text: str, start: int, end: int, room: int = 60) -> tuple[str, str, str]:
    """What stands before, in and after text[start:end], at most ``room`` characters each side."""
    left, right = max(0, start - room), min(len(text), end + room)
    before = ("…" if left else "") + text[left:start]
    return before, text[start:end], text[end:right] + ("…" if right < len(text) else "")


def _clean_marks(reading: Reading, headings: Sequence[Heading]) -> Marks:
    clean = reading.clean
    figures = [
        Mark(finding.quote.quantity.start, finding.quote.quantity.end, finding.claim)
        for finding in reading.findings
    ]
    doubtful = (clean_span(clean, *span) for span in clean.uncertain)
    told = [Mark(*span, sentence=at) for at, span in enumerate(reading.sentences, 1)]
    titles = [Mark(h.start, h.end, heading=at) for at, h in enumerate(headings, 1)]
    unsure = [Mark(start, end, doubtful=True) for start, end in doubtful if start < end]
    return Marks.of(figures + unsure + told + titles)


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

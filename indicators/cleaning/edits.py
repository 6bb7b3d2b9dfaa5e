"""Edits to a text, and the one mechanism that applies them and keeps every offset."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.cleaning.contract import CleanText, Repair


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by ``after``; offsets are those of the text the stage was given.

    A replacement of equal length maps character by character; any other maps each of its
    characters to the whole of text[start:end], or of ``core`` where the edit also takes away what
    stood around it (the dollar signs of a formula). An edit that changes nothing is a mark: it
    reports a place where something may be lost.
    """

    start: int
    end: int
    after: str
    kind: str
    certain: bool = True
    margin: float | None = None
    core: tuple[int, int] | None = None


class Tracked:
    """A text under repair: the raw text, its present state and where each character came from."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._starts = array("i", range(len(raw)))
        self._ends = array("i", range(1, len(raw) + 1))
        self._repairs: list[Repair] = []
        self._known: dict[str, str] = {}  # what repairs say, each wording kept once

    def apply(self, edits: Sequence[Edit]) -> None:
        """Apply one stage's edits: in order, not overlapping. Linear in the text."""
        if not edits:
            return
        self._repairs.extend(self._repair(edit) for edit in edits)
        pieces: list[str] = []
        starts, ends = array("i"), array("i")
        position = 0
        for edit in edits:
            if edit.start < position or edit.end < edit.start:
                raise ValueError(f"edits out of order at {edit.start}")
            pieces.append(self.text[position : edit.start])
            starts.extend(self._starts[position : edit.start])
            ends.extend(self._ends[position : edit.start])
            pieces.append(edit.after)
            if len(edit.after) == edit.end - edit.start:
                starts.extend(self._starts[edit.start : edit.end])
                ends.extend(self._ends[edit.start : edit.end])
            elif edit.after:
                first, last = self._raw_span(*(edit.core or (edit.start, edit.end)))
                starts.extend(array("i", [first]) * len(edit.after))
                ends.extend(array("i", [last]) * len(edit.after))
            position = edit.end
        pieces.append(self.text[position:])
        starts.extend(self._starts[position:])
        ends.extend(self._ends[position:])
        self.text, self._starts, self._ends = "".join(pieces), starts, ends

    def _raw_span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self._starts[start], self._ends[end - 1]
        place = self._ends[start - 1] if start else 0
        return place, place

    def _repair(self, edit: Edit) -> Repair:
        start, end = self._raw_span(edit.start, edit.end)
        before, after = self.raw[start:end], edit.after
        before, after = self._known.setdefault(before, before), self._known.setdefault(after, after)
        return Repair(edit.kind, start, end, before, after, edit.certain, edit.margin)

    def result(self) -> CleanText:
        """The repaired text; repairs and uncertain spans in the order of the raw text."""
        repairs = sorted(self._repairs, key=lambda repair: (repair.start, repair.end))
        uncertain = [(repair.start, repair.end) for repair in repairs if not repair.certain]
        return CleanText(
            self.raw, self.text, self._starts, self._ends, tuple(repairs), merge(uncertain)
        )


def merge(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join sorted spans that touch or overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)

"""Undoing the damage of scrapers and scanners; every repair keeps its place in the raw text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: raw[start:end] (= ``before``) was read as ``after``.

    ``kind`` is the damage undone (pinyin, shift, traditional, blank, spam, markup, …).
    ``certain`` is False where the reading is a best guess; ``margin`` is its distance in nats
    to the runner-up where a search chose it.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    certain: bool
    margin: float | None


@dataclass(frozen=True, slots=True)
class CleanText:
    """A repaired text that knows where each of its characters stood in the raw text.

    ``starts[i]``/``ends[i]`` bound the raw characters that text[i] came from (a dropped pinyin
    bracket belongs to its character; a restored character that had none gets an empty span).
    ``uncertain`` lists the raw spans where something may be lost or misread, digits included.
    """

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    repairs: tuple[Repair, ...]
    uncertain: tuple[tuple[int, int], ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of text[start:end]; start < end."""
        return self.starts[start], self.ends[end - 1]

"""What cleaning hands on: the repaired text, its offsets and its repairs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
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
    ``uncertain`` lists the raw spans where something may be lost or misread, digits included; they
    are sorted and neither overlap nor touch.
    """

    raw: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    repairs: tuple[Repair, ...]
    uncertain: tuple[tuple[int, int], ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of text[start:end]; start < end."""
        return self.starts[start], self.ends[end - 1]

    def is_certain(self, start: int, end: int) -> bool:
        """Whether raw[start:end] neither overlaps nor touches an uncertain place."""
        before = bisect_right(self.uncertain, (end, len(self.raw)))
        return before == 0 or self.uncertain[before - 1][1] < start

    def counts(self) -> Mapping[str, int]:
        """How many repairs of each kind, most frequent first; marks of loss count as ``lost``."""
        return dict(Counter(repair.kind for repair in self.repairs).most_common())

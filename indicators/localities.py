"""Where a text speaks of: the places and bodies it names, each with its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.gazetteer import Entry, Gazetteer

# A university or a newspaper bears the name of a place and tells of none.
_NAMESAKE = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:大学|学院|日报|晚报)")
_REFERENCE = re.compile(r"\[[JMDCNR](?:/OL)?\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: clean offsets, its words, the sentence counted from 1, what it names."""

    start: int
    end: int
    words: str
    sentence: int
    entry: Entry


def find(
    text: str, sentences: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Every place and body that the (repaired) text names, in its order; linear in the text.

    The longest name that begins first counts, so 上海南站 is in 上海 and 海南州 in 青海. Names in
    a list of references are left out: they stand in titles.
    """
    starts = [start for start, _ in sentences]
    found = []
    for match in gazetteer.pattern.finditer(text):
        entry = gazetteer.names[match[0]]
        if entry is None or (entry.place and _NAMESAKE.match(text, match.end())):
            continue
        sentence = bisect_right(starts, match.start())
        if not _REFERENCE.search(text, *sentences[sentence - 1]):
            found.append(Mention(*match.span(), match[0], sentence, entry))
    return tuple(found)


def by_place(mentions: Iterable[Mention]) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions of each province and country by its code; bodies are under ""."""
    found: dict[str, tuple[Mention, ...]] = {}
    for mention in mentions:
        found[mention.entry.place] = (*found.get(mention.entry.place, ()), mention)
    return found

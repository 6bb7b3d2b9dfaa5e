"""Where texts tell of themes: in which sentences, how often for their length, which together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from indicators.reading import Reading
from indicators.themes import Spans, Theme


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of a text that tells of a theme. ``number`` counts the sentences from 1,
    ``marks`` are the words that tell, as spans of the sentence."""

    slug: str
    number: int
    sentence: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class Pair:
    """Two themes and the sentences that tell of both. ``times`` is how many times as many these
    are as if each theme were strewn over all sentences by chance."""

    one: Theme
    other: Theme
    together: tuple[Mention, ...]
    times: float


def length(reading: Reading) -> int:
    """The characters of a repaired text, blanks not counted."""
    return sum(1 for character in reading.clean.text if not character.isspace())


def per_thousand(count: int, characters: int) -> float:
    """So many sentences in a text of so many characters, for each thousand of them."""
    return 1000 * count / max(1, characters)


def mentions(slug: str, reading: Reading, theme: Theme) -> tuple[Mention, ...]:
    """The sentences of a text that tell of a theme, in their order."""
    found = []
    for number, (start, end) in enumerate(reading.sentences, 1):
        sentence = reading.clean.text[start:end]
        if marks := theme.found(sentence):
            found.append(Mention(slug, number, sentence, marks))
    return tuple(found)


Cell = tuple[str, str]  # theme or move, text
Matrix = Mapping[Cell, tuple[Mention, ...]]


def matrix(themes: Mapping[str, Theme], readings: Mapping[str, Reading]) -> Matrix:
    """The sentences of every theme in every text."""
    return {
        (id, slug): mentions(slug, reading, theme)
        for id, theme in themes.items()
        for slug, reading in readings.items()
    }


def pairs(
    themes: Mapping[str, Theme], readings: Mapping[str, Reading], found: Matrix
) -> tuple[Pair, ...]:
    """The themes that share sentences, those with the most first."""
    sentences = sum(len(reading.sentences) for reading in readings.values())
    told = {id: [m for slug in readings for m in found[id, slug]] for id in themes}
    shared = (
        _pair(themes[one], themes[other], told, sentences) for one, other in combinations(themes, 2)
    )
    ranked = (pair for pair in shared if pair.together)
    return tuple(sorted(ranked, key=lambda pair: (-len(pair.together), -pair.times)))


def _pair(one: Theme, other: Theme, told: Mapping[str, list[Mention]], sentences: int) -> Pair:
    beside = {(mention.slug, mention.number): mention for mention in told[other.id]}
    together = tuple(
        _both(mention, beside[mention.slug, mention.number])
        for mention in told[one.id]
        if (mention.slug, mention.number) in beside
    )
    by_chance = len(told[one.id]) * len(told[other.id]) / max(1, sentences)
    return Pair(one, other, together, len(together) / by_chance if by_chance else 0.0)


def _both(one: Mention, other: Mention) -> Mention:
    return Mention(one.slug, one.number, one.sentence, joined((*one.marks, *other.marks)))


def joined(marks: Spans) -> Spans:
    """Spans in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)

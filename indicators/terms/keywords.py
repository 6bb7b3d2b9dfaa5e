"""The keywords of a text: words it uses more than the library and the common language do."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from indicators.terms.segmenting import Segmentation

MOST = 12


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word of a text, how often the text has it, and its weight."""

    word: str
    count: int
    weight: float


@lru_cache(maxsize=64)
def keywords(cut: Segmentation, slug: str, most: int = MOST) -> tuple[Keyword, ...]:
    """The words of a text by TF-IDF, the heaviest first; those used once are left out.

    The weight is the word's share of the text, times its rarity in common language, times its
    rarity among the library's texts, ln((1 + texts) / (1 + texts that have it)) + 1.
    """
    counts = Counter(cut.telling(slug))
    spread = Counter(word for words in cut.words.values() for word in set(words))
    texts, total = len(cut.words), max(1, len(cut.words[slug]))
    found = [
        Keyword(
            word,
            count,
            count / total * cut.rarity[word] * (math.log((1 + texts) / (1 + spread[word])) + 1),
        )
        for word, count in counts.items()
        if count > 1
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.word))[:most])

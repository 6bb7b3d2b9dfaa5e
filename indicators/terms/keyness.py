"""The keyness of words between two texts: which words one uses more, how surely, how much more."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from indicators.terms.segmenting import Segmentation

# Chi-squared with one degree of freedom: beyond it a difference by chance is rarer than 1 in 100.
CRITICAL = 6.63
# What takes the place of no occurrence in a ratio: half of one (Hardie's Log Ratio).
HALF = 0.5


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word and its counts in both texts. ``likelihood`` is the log-likelihood G2, ``ratio`` the
    binary logarithm of how many times as frequent it is in the first: negative in the second."""

    word: str
    first: int
    second: int
    likelihood: float
    ratio: float


@lru_cache(maxsize=64)
def keyness(cut: Segmentation, first: str, second: str) -> tuple[KeyWord, ...]:
    """The words whose frequency differs between two texts beyond chance, the surest first."""
    one, other = Counter(cut.telling(first)), Counter(cut.telling(second))
    sizes = max(1, len(cut.words[first])), max(1, len(cut.words[second]))
    words = sorted(one.keys() | other.keys())
    found = (compare(word, (one[word], other[word]), sizes) for word in words)
    sure = (word for word in found if word.likelihood >= CRITICAL)
    return tuple(sorted(sure, key=lambda word: -word.likelihood))


def compare(word: str, counts: tuple[int, int], sizes: tuple[int, int]) -> KeyWord:
    """The log-likelihood of a word's counts in two texts of so many words (Rayson and Garside)."""
    share = sum(counts) / sum(sizes)
    likelihood = 2 * sum(
        count * math.log(count / (size * share))
        for count, size in zip(counts, sizes, strict=True)
        if count
    )
    one, other = ((count or HALF) / size for count, size in zip(counts, sizes, strict=True))
    return KeyWord(word, *counts, likelihood, math.log2(one / other))

"""The words and readings that decide between repairs; loaded when the first damage is met."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache
from pathlib import Path

from indicators.errors import DataError

LEXICON = Path(__file__).parents[2] / "data" / "lexicon"
TERM_COST = 8.0  # nats; a word of this field costs as much as 问题 in general prose
UNKNOWN_COST = 16.0  # nats; a character no word list has
LONGEST = 4


class Lexicon:
    """Costs of simplified words in nats (minus the log of their share), and their prefixes."""

    def __init__(self, costs: dict[str, float]) -> None:
        self.costs = costs
        self.prefixes = frozenset(word[:length] for word in costs for length in range(len(word)))

    @cached_property
    def continuations(self) -> dict[str, str]:
        """The characters that carry on each beginning of a word."""
        found: dict[str, str] = {}
        for word in self.costs:
            for length in range(1, len(word)):
                found[word[:length]] = found.get(word[:length], "") + word[length]
        return {stem: "".join(set(characters)) for stem, characters in found.items()}

    def cost(self, text: str) -> float:
        """The cost of the cheapest way to cut a short Han text into words."""
        best = [0.0] + [float("inf")] * len(text)
        for start in range(len(text)):
            for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
                word = text[start:end]
                cost = self.costs.get(word, UNKNOWN_COST if end == start + 1 else None)
                if cost is not None:
                    best[end] = min(best[end], best[start] + cost)
        return best[-1]

    def words(self, text: str) -> list[str]:
        """The words of the cheapest cut of a text of any length."""
        best = [0.0] + [float("inf")] * len(text)
        back = list(range(-1, len(text)))
        for start in range(len(text)):
            for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
                cost = self.costs.get(text[start:end], UNKNOWN_COST if end == start + 1 else None)
                if cost is not None and best[start] + cost < best[end]:
                    best[end], back[end] = best[start] + cost, start
        cut, end = [], len(text)
        while end > 0:
            cut.append(text[back[end] : end])
            end = back[end]
        return cut[::-1]

    def binding(self, left: str, right: str) -> float:
        """How many nats cheaper left+right is than the two apart; above 0 a word joins them."""
        left, right = left[-LONGEST:], right[:LONGEST]
        return self.cost(left) + self.cost(right) - self.cost(left + right)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word list of data/lexicon, with this field's own terms."""
    costs: dict[str, float] = {}
    for number, line in enumerate(lines("words.tsv"), 1):
        tenths, tab, words = line.partition("\t")
        if not (tab and tenths.isdigit()):
            raise DataError(LEXICON / "words.tsv", number, "a cost, a tab and words are required")
        costs.update(dict.fromkeys(words.split(" "), int(tenths) / 10))
    for line in lines("terms.txt"):
        term = line.strip()
        if term and not term.startswith("#"):
            costs[term] = min(TERM_COST, costs.get(term, TERM_COST))
    return Lexicon(costs)


def lines(name: str) -> list[str]:
    """The lines of a file of data/lexicon; DataError if it cannot be read."""
    try:
        return (LEXICON / name).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(LEXICON / name, 0, f"cannot be read: {error}") from error


@lru_cache(maxsize=1)
def readings() -> dict[str, frozenset[str]]:
    """Each GBK character's readings, with tone marks and without."""
    found: dict[str, set[str]] = {}
    for line in lines("readings.tsv"):
        reading, _, characters = line.partition("\t")
        forms = (reading, toneless(reading))
        for character in characters:
            found.setdefault(character, set()).update(forms)
    return {character: frozenset(forms) for character, forms in found.items()}


@lru_cache(maxsize=2048)
def toneless(reading: str) -> str:
    """A syllable without its tone mark: tǒng -> tong, lǜ -> lü."""
    decomposed = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    if "\u0308" in decomposed:  # ǖ ǘ ǚ ǜ keep their dots
        plain = plain.replace("u", "v")
    return plain.replace("v", "ü")


def reads(character: str, syllable: str) -> bool:
    """Whether a character may be read so."""
    return syllable in readings().get(character, ())


@lru_cache(maxsize=1)
def syllables() -> frozenset[str]:
    """Every syllable of the readings, with tone mark and without."""
    return frozenset(form for forms in readings().values() for form in forms)

"""Cuts texts into words with a jieba tokenizer of its own: the only place that imports jieba.

jieba keeps one tokenizer for everybody, writes its dictionary into the folder for temporary files
and logs at DEBUG level. Here each call makes a tokenizer, gives it the words that can occur in the
texts at hand, and forgets it: nothing is shared between threads, nothing is written.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from indicators.library import Library

# jieba's tags of words that carry no subject: conjunctions, prepositions, pronouns, adverbs,
# particles, numerals, measures, times, places in a phrase.
_PLAIN_TAGS = frozenset("cprduymqtfehok")
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")
# A word of a subject: two Chinese characters or two letters at the least, and no number.
_TELLING = re.compile(r"[^0-9]*(?:[\u3400-\u9fff]{2}|[A-Za-z]{2})[^0-9]*")
_MEASURES = ("规模", "总数", "数量", "数", "量")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2}")


@dataclass(frozen=True, eq=False)
class Segmentation:
    """Texts as words. ``words`` has those of each text in their order, signs left out.

    Compared by identity, so that what is counted in it can be cached by it.

    ``plain`` are the words among them that carry no subject. ``rarity`` is the inverse document
    frequency of a word in the corpus behind jieba's own table, a natural logarithm; a word of ours
    that the table lacks has its median, any other such word (mostly a wrong cut) has none.
    """

    words: Mapping[str, tuple[str, ...]]
    plain: frozenset[str]
    rarity: Mapping[str, float]

    def telling(self, slug: str) -> tuple[str, ...]:
        """The words of a text that carry its subject, in their order."""
        return tuple(
            word
            for word in self.words[slug]
            if word in self.rarity and word not in self.plain and _TELLING.fullmatch(word)
        )


def own_terms(library: Library) -> tuple[str, ...]:
    """The names of indicators and the words of themes, each to be kept whole.

    A name that only adds a measure to another one (在线政务服务用户规模) is left out for it.
    """
    names = {
        name
        for known in library.indicators.values()
        for name in (known.short.zh, *known.wording.labels, *known.wording.misnomers)
    }
    words = {word for theme in library.themes.values() for word in theme.terms}
    terms = {term for term in names | words if _CHINESE.search(term)}
    return tuple(sorted(term for term in terms if _without_measure(term) not in terms - {term}))


def _without_measure(term: str) -> str:
    return next((term.removesuffix(end) for end in _MEASURES if term.endswith(end)), term)


def segment(texts: Mapping[str, str], own: Collection[str]) -> Segmentation:
    """Cut texts into words, in time linear in their length after half a second of loading.

    ``own`` are words to keep whole beside those of jieba's dictionary.
    """
    beginnings = {
        text[at : at + n] for text in texts.values() for at in range(len(text)) for n in (1, 2)
    }
    tokenizer, tags = _tokenizer(beginnings, own)
    words = {slug: tuple(_words(tokenizer, text)) for slug, text in texts.items()}
    used = {word for cut in words.values() for word in cut}
    plain = frozenset(word for word in used if tags.get(word, "n")[0] in _PLAIN_TAGS)
    return Segmentation(words, plain, _rarity(used, set(own)))


def _words(tokenizer: Any, text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (word for word in tokenizer.cut(line) if _WORD.search(word))


def _tokenizer(beginnings: Collection[str], own: Collection[str]) -> tuple[Any, Mapping[str, str]]:
    """A tokenizer, ready, with the tags of its words.

    It holds the words that begin with any of ``beginnings``: all that can be found in the texts, so
    they are cut as by the whole dictionary, which takes 60 MB and several times as long to load.
    """
    words, numbers, marks = _columns("dict.txt", 3)
    held = [at for at, word in enumerate(words) if word[:2] in beginnings]
    counts = {words[at]: int(numbers[at]) for at in held}
    tags = {words[at]: marks[at] for at in held}
    for word in tuple(counts):
        for end in range(1, len(word)):
            counts.setdefault(word[:end], 0)
    tokenizer = _jieba().Tokenizer()
    tokenizer.FREQ, tokenizer.total = counts, sum(map(int, numbers))
    tokenizer.initialized = True
    for word in own:
        tokenizer.add_word(word)
        tags.pop(word, None)
    return tokenizer, tags


def _jieba() -> Any:
    """The library, without its warnings (some Pythons print them) and its log on the terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    log = logging.getLogger("jieba")
    log.handlers.clear()
    log.setLevel(logging.WARNING)
    return jieba


def _rarity(words: set[str], own: Collection[str]) -> Mapping[str, float]:
    names, numbers = _columns("analyse/idf.txt", 2)
    known = {name: float(numbers[at]) for at, name in enumerate(names) if name in words}
    typical = median(map(float, numbers))
    return {word: known.get(word, typical) for word in words if word in known or word in own}


def _columns(name: str, width: int) -> tuple[list[str], ...]:
    """The columns of a table that comes with jieba."""
    fields = (Path(_jieba().__file__).parent / name).read_text("utf-8").split()
    return tuple(fields[at::width] for at in range(width))

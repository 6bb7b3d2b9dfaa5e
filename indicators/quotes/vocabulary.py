"""The vocabulary of the grammar: the catalogue's wording and the closed classes, ready to match."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.numerals import fold
from indicators.quotes import lexicon, wording
from indicators.quotes.wording import Wording, tables_of, texts

# What kinds of words there are: the classes of lexicon.toml, and these that the catalogue fills.
# label, topic, measure, within, platform, holder, geo, source; area and level.
# The place of figures the catalogue has no series of: continents, groups of countries.
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is. ``name`` is an indicator, group, area, level, place or source, or empty."""

    kind: str
    name: str = ""
    misnomer: bool = False


@dataclass(frozen=True)
class Vocabulary(Wording):
    """All words by surface and one pattern over them, beside the wording of the catalogue."""

    words: Mapping[str, Word]
    pattern: re.Pattern[str]


@functools.lru_cache(maxsize=4)
def compile_vocabulary(library: Library) -> Vocabulary:
    """The vocabulary of a library; compiled once for each library."""
    words: dict[str, Word] = {}
    for surface, word in _closed_classes():
        words.setdefault(fold(surface), word)
    for surface, word in _places(library):
        words[surface] = word
    for indicator in library.indicators.values():
        for surface, word in _wording(indicator):
            if word.kind != "function" or surface not in words:
                words[surface] = word
    words.update(_labels(library.indicators.values()))
    known = wording.read(library.indicators)
    relations = {field.name: getattr(known, field.name) for field in fields(known)}
    return Vocabulary(words=words, pattern=_pattern(words), **relations)


def _closed_classes() -> Iterable[tuple[str, Word]]:
    """Surfaces and words, the weightier class first."""
    for area, surfaces in lexicon.AREAS.items():
        yield from ((surface, Word("area", area)) for surface in surfaces)
    for level, surfaces in lexicon.LEVELS.items():
        yield from ((surface, Word("level", level)) for surface in surfaces)
    yield from ((surface, Word("change_to")) for surface in lexicon.CHANGE_TO)
    yield from ((surface, Word("geo", ELSEWHERE)) for surface in lexicon.WORDS["elsewhere"])
    for kind, surfaces in lexicon.WORDS.items():
        yield from ((surface, Word(kind)) for surface in surfaces)


def _places(library: Library) -> Iterable[tuple[str, Word]]:
    for place in library.places.values():
        if place.code != "CN":
            for name in (place.zh, place.en, *place.also):
                yield fold(name).lower(), Word("geo", place.code)


def _wording(indicator: Indicator) -> Iterable[tuple[str, Word]]:
    """The measures, topics, short names, sources, platforms and holders of one indicator."""
    grammar = indicator.wording.grammar
    group = str(grammar.get("group", indicator.id))
    for surfaces in tables_of(grammar, "scope_words").values():
        yield from ((surface, Word("function")) for surface in surfaces)
    yield from ((surface, Word("measure", surface)) for surface in texts(grammar, "measures"))
    for context, surfaces in tables_of(grammar, "contexts").items():
        yield from ((surface, Word("topic", context)) for surface in surfaces)
    yield from ((surface, Word("within", indicator.id)) for surface in texts(grammar, "within"))
    yield from ((surface, Word("topic", group)) for surface in texts(grammar, "topics"))
    yield from ((surface, Word("source", indicator.id)) for surface in texts(grammar, "sources"))
    for name, surfaces in tables_of(grammar, "platforms").items():
        yield from ((surface, Word("platform", name)) for surface in surfaces)
    for name, surfaces in tables_of(grammar, "holders").items():
        yield from ((surface, Word("holder", name)) for surface in surfaces)


def _labels(indicators: Iterable[Indicator]) -> Iterable[tuple[str, Word]]:
    for indicator in indicators:
        for surface in indicator.wording.labels:
            yield fold(surface).lower(), Word("label", indicator.id)
        for surface in indicator.wording.misnomers:
            yield fold(surface).lower(), Word("label", indicator.id, misnomer=True)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern over all words, the longest first; Latin words only as whole words."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in words:
        branches[word[0]].append(word[1:])
    # Every way begins with its sign, even before what stands in front of it is looked at: so the
    # search passes over all other signs without trying the ways one by one.
    ways = [
        re.escape(sign) + ("(?<![a-z0-9].)" if _is_latin(sign) else "") + _trie(rest, sign)
        # The ways are tried in turn: those that are words by themselves (，的) are most often met.
        for sign, rest in sorted(branches.items(), key=lambda branch: "" not in branch[1])
    ]
    return re.compile("|".join(ways))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _trie(words: list[str], before: str) -> str:
    """Words with a common beginning share it; a Latin word ends where no letter follows."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if word:
            branches[word[0]].append(word[1:])
    ways = [re.escape(sign) + _trie(rest, sign) for sign, rest in branches.items()]
    if "" in words:
        ways.append("(?![a-z0-9])" if _is_latin(before) else "")
    return ways[0] if len(ways) == 1 else "(?:" + "|".join(ways) + ")"

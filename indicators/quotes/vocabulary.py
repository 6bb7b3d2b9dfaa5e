"""The vocabulary of the grammar: the catalogue's wording and the closed classes, ready to match."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.numerals import fold
from indicators.quotes import lexicon
from indicators.units import COUNTED


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


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure before its noun with a predicate behind it: 92.5% 的网民 … 手机上网."""

    indicator: str
    nouns: re.Pattern[str]
    direct: bool  # the predicate may stand right behind the figure: 97.5%用的是手机
    then: re.Pattern[str]


@dataclass(frozen=True)
class Vocabulary:
    """All words by surface, one pattern over them, and the tables that join words to indicators."""

    words: Mapping[str, Word]
    pattern: re.Pattern[str]
    indicators: Mapping[str, Indicator]
    group_of: Mapping[str, str]  # indicator -> group
    members: Mapping[str, tuple[str, ...]]  # group -> indicators
    measures: Mapping[str, Mapping[str, str]]  # measure word -> group -> indicator
    shares: Mapping[tuple[str, str], tuple[str, ...]]  # (part, whole) -> indicators
    at_home: frozenset[str]  # names that mean the usual indicator when they speak of China
    alone: frozenset[str]  # measure words that need no subject: 普及率
    least: Mapping[str, int]  # indicator -> the least value a figure of it can have
    most: Mapping[str, int]  # indicator -> the greatest
    excludes: Mapping[str, tuple[str, ...]]  # words beside which an indicator is another's part
    within: Mapping[str, frozenset[str]]  # indicator -> groups among which a short name is it
    holders: Mapping[str, str]  # 政务机构微博 -> org
    platforms: Mapping[str, str]  # indicator -> the platform meant where none is named
    needs_area: frozenset[str]
    instead_of: Mapping[str, str]  # indicator -> the one another source has instead
    claims: tuple[Claim, ...]
    parts: frozenset[str]  # indicators that count things of which a text may count some only


@functools.lru_cache(maxsize=4)
def compile_vocabulary(library: Library) -> Vocabulary:
    """The vocabulary of a library; compiled once for each library."""
    words: dict[str, Word] = {}
    for surface, word in _closed_classes():
        words.setdefault(fold(surface), word)
    for surface, word in _places(library):
        words[surface] = word
    tables: dict[str, dict[str, str]] = defaultdict(dict)
    for indicator in library.indicators.values():
        _add_wording(indicator, words, tables)
    for surface, word in _labels(library.indicators.values()):
        words[surface] = word
    grammar = {id: known.wording.grammar for id, known in library.indicators.items()}
    group_of = {id: str(table.get("group", id)) for id, table in grammar.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for id, group in group_of.items():
        members[group].append(id)
    shares: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, table in grammar.items():
        if "part" in table:
            shares[str(table["part"]), str(table["whole"])].append(id)
    return Vocabulary(
        words=words,
        pattern=_pattern(words),
        indicators=library.indicators,
        group_of=group_of,
        members={group: tuple(ids) for group, ids in members.items()},
        measures={surface: dict(by_group) for surface, by_group in tables.items()},
        shares={pair: tuple(ids) for pair, ids in shares.items()},
        at_home=frozenset(word for table in grammar.values() for word in texts(table, "at_home")),
        alone=frozenset(word for table in grammar.values() for word in texts(table, "alone")),
        least=_bounds(grammar, "least"),
        most=_bounds(grammar, "most"),
        excludes={id: texts(table, "exclude") for id, table in grammar.items()},
        within={
            id: frozenset((str(table.get("group")), *texts(table, "within_of")))
            for id, table in grammar.items()
            if "within" in table
        },
        holders={
            surface: name
            for table in grammar.values()
            for name, surfaces in tables_of(table, "holders").items()
            for surface in surfaces
        },
        platforms={
            id: next(iter(tables_of(table, "platforms")))
            for id, table in grammar.items()
            if "platforms" in table
        },
        needs_area=frozenset(id for id, table in grammar.items() if table.get("needs_area")),
        instead_of={
            str(table["instead_of"]): id for id, table in grammar.items() if "instead_of" in table
        },
        parts=frozenset(
            id for id, known in library.indicators.items() if known.unit in COUNTED - {"person"}
        ),
        claims=tuple(claim for id, table in grammar.items() for claim in _claims(id, table)),
    )


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


def _add_wording(
    indicator: Indicator, words: dict[str, Word], measures: dict[str, dict[str, str]]
) -> None:
    """The topics, measures, sources, platforms and holders of one indicator."""
    grammar = indicator.wording.grammar
    group = str(grammar.get("group", indicator.id))
    for surface in texts(grammar, "measures"):
        measures[surface].setdefault(group, indicator.id)
        words[surface] = Word("measure", surface)
    for context, surfaces in tables_of(grammar, "contexts").items():
        words.update({surface: Word("topic", context) for surface in surfaces})
    for surface in texts(grammar, "within"):
        words[surface] = Word("within", indicator.id)
    for surface in texts(grammar, "topics"):
        words[surface] = Word("topic", group)
    for surface in texts(grammar, "sources"):
        words[surface] = Word("source", indicator.id)
    for name, surfaces in tables_of(grammar, "platforms").items():
        words.update({surface: Word("platform", name) for surface in surfaces})
    for name, surfaces in tables_of(grammar, "holders").items():
        words.update({surface: Word("holder", name) for surface in surfaces})


def _labels(indicators: Iterable[Indicator]) -> Iterable[tuple[str, Word]]:
    for indicator in indicators:
        for surface in indicator.wording.labels:
            yield fold(surface).lower(), Word("label", indicator.id)
        for surface in indicator.wording.misnomers:
            yield fold(surface).lower(), Word("label", indicator.id, misnomer=True)


def texts(grammar: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of strings of a grammar table, lower-case; empty if it is not there."""
    values = grammar.get(key, ())
    return (
        tuple(fold(str(value)).lower() for value in values)
        if isinstance(values, list | tuple)
        else ()
    )


def _bounds(grammar: Mapping[str, Mapping[str, object]], key: str) -> Mapping[str, int]:
    return {id: value for id, table in grammar.items() if isinstance(value := table.get(key), int)}


def tables_of(grammar: Mapping[str, object], key: str) -> Mapping[str, tuple[str, ...]]:
    """A table of lists of strings, lower-case; empty if it is not there."""
    table = grammar.get(key)
    if not isinstance(table, Mapping):
        return {}
    return {name: texts(table, name) for name in table}


def _claims(indicator: str, grammar: Mapping[str, object]) -> Iterable[Claim]:
    claims = grammar.get("claims", ())
    for claim in claims if isinstance(claims, list | tuple) else ():
        yield Claim(
            indicator,
            re.compile(
                " ?(?:左右|以上|以下|上下|多)?(?:"
                + "|".join(map(re.escape, texts(claim, "noun")))
                + ")"
            ),
            bool(claim.get("direct")),
            re.compile("|".join(map(re.escape, texts(claim, "then")))),
        )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern over all words, the longest first; Latin words only as whole words."""
    branches: dict[str, list[str]] = defaultdict(list)
    for word in words:
        branches[word[0]].append(word[1:])
    # Every way begins with its sign, even before what stands in front of it is looked at: so the
    # search passes over all other signs without trying the ways one by one.
    ways = [
        re.escape(sign) + ("(?<![a-z0-9].)" if _is_latin(sign) else "") + _trie(rest, sign)
        for sign, rest in branches.items()
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

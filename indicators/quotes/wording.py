"""The [texts] tables of the catalogue, read into the relations the grammar looks things up in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from indicators.catalogue import Indicator
from indicators.numerals import fold
from indicators.units import COUNTED, Unit

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
Tables = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure before its noun with a predicate behind it: 92.5% 的网民 … 手机上网."""

    indicator: str
    nouns: re.Pattern[str]
    direct: bool  # the predicate may stand right behind the figure: 97.5%用的是手机
    then: re.Pattern[str]
    given: re.Pattern[str] | None  # what 它 in the predicate stands for: told before the figure


@dataclass(frozen=True)
class Wording:
    """How names, measures, shares and sources lead to indicators."""

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
    claims: Mapping[str, tuple[Claim, ...]]  # unit of the figure -> what it may claim
    levelled: frozenset[str]  # groups with an indicator told by levels of government
    parts: frozenset[str]  # indicators that count things of which a text may count some only


def read(indicators: Mapping[str, Indicator]) -> Wording:
    """The wording of all indicators."""
    grammar: Tables = {id: known.wording.grammar for id, known in indicators.items()}
    group_of = {id: str(table.get("group", id)) for id, table in grammar.items()}
    return Wording(
        indicators=indicators,
        group_of=group_of,
        members=_gathered((group, id) for id, group in group_of.items()),
        measures=_measures(grammar, group_of),
        shares=_gathered(
            ((str(table["part"]), str(table["whole"])), id)
            for id, table in grammar.items()
            if "part" in table
        ),
        at_home=_words(grammar, "at_home"),
        alone=_words(grammar, "alone"),
        least=_bounds(grammar, "least"),
        most=_bounds(grammar, "most"),
        excludes={id: texts(table, "exclude") for id, table in grammar.items()},
        within=_within(grammar),
        holders=_holders(grammar),
        platforms=_platforms(grammar),
        needs_area=frozenset(id for id, table in grammar.items() if table.get("needs_area")),
        instead_of={
            str(table["instead_of"]): id for id, table in grammar.items() if "instead_of" in table
        },
        claims=_gathered(
            (unit, claim)
            for id, table in grammar.items()
            for claim in _claims(id, table)
            for unit in _written_in(indicators[id].unit)
        ),
        levelled=frozenset(
            group_of[id] for id, known in indicators.items() if known.levels != ("",)
        ),
        parts=frozenset(
            id for id, known in indicators.items() if known.unit in COUNTED - {"person"}
        ),
    )


def _written_in(unit: Unit) -> tuple[str, ...]:
    """The units of figures that may be claims of an indicator of this unit."""
    return ("count", "number") if unit in COUNTED else (unit,)


def _gathered(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    gathered: dict[Key, tuple[Item, ...]] = {}
    for key, id in pairs:
        gathered[key] = (*gathered.get(key, ()), id)
    return gathered


def _measures(grammar: Tables, group_of: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    measures: dict[str, dict[str, str]] = defaultdict(dict)
    for id, table in grammar.items():
        for surface in texts(table, "measures"):
            measures[surface].setdefault(group_of[id], id)
    return dict(measures)


def _words(grammar: Tables, key: str) -> frozenset[str]:
    return frozenset(word for table in grammar.values() for word in texts(table, key))


def _within(grammar: Tables) -> Mapping[str, frozenset[str]]:
    return {
        id: frozenset((str(table.get("group")), *texts(table, "within_of")))
        for id, table in grammar.items()
        if "within" in table
    }


def _holders(grammar: Tables) -> Mapping[str, str]:
    return {
        surface: name
        for table in grammar.values()
        for name, surfaces in tables_of(table, "holders").items()
        for surface in surfaces
    }


def _platforms(grammar: Tables) -> Mapping[str, str]:
    """The platform meant where none is named: the one that stands first."""
    return {
        id: next(iter(tables_of(table, "platforms")))
        for id, table in grammar.items()
        if "platforms" in table
    }


def texts(grammar: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of strings of a grammar table, lower-case; empty if it is not there."""
    values = grammar.get(key, ())
    return (
        tuple(fold(str(value)).lower() for value in values)
        if isinstance(values, list | tuple)
        else ()
    )


def _bounds(grammar: Tables, key: str) -> Mapping[str, int]:
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
            _any(texts(claim, "then")),
            _any(texts(claim, "given")) if "given" in claim else None,
        )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))

"""A query's parts as tantivy queries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tantivy import Occur, Query

from indicators.search.index import schema
from indicators.search.patterns import NEARBY, SYNONYM, Pattern, Wanted, loose

_TIE = 0.1  # how much the weaker ways to satisfy a part add to the best one


def every(parts: Sequence[Wanted], filters: Mapping[str, Sequence[str]]) -> Query:
    """All parts and all filters."""
    return Query.boolean_query(
        [*((Occur.Must, part(wanted)) for wanted in parts), *_filtered(filters)]
    )


def some(parts: Sequence[Wanted], filters: Mapping[str, Sequence[str]]) -> Query:
    """Any of the parts, or most of the units of one; those with more of them rank first."""
    ways = [query for wanted in parts for query in (part(wanted), *_units(wanted))]
    wished = Query.boolean_query([(Occur.Should, query) for query in ways])
    return Query.boolean_query([(Occur.Must, wished), *_filtered(filters)])


def part(wanted: Wanted) -> Query:
    """One part: the best of the ways to satisfy it."""
    ways = [Query.boost_query(_pattern(one), one.weight) for one in wanted.patterns]
    if wanted.figures:
        ways.append(_constant("figures", wanted.figures, SYNONYM * SYNONYM))
    if wanted.indicators:
        ways.append(_constant("indicator", wanted.indicators, NEARBY))
    return ways[0] if len(ways) == 1 else Query.disjunction_max_query(ways, _TIE)


def _constant(field: str, values: Sequence[str], score: float) -> Query:
    return Query.const_score_query(Query.term_set_query(schema(), field, list(values)), score)


def _filtered(filters: Mapping[str, Sequence[str]]) -> list[tuple[Occur, Query]]:
    return [
        (Occur.Must, _constant(field, values, 0.0)) for field, values in filters.items() if values
    ]


def _pattern(pattern: Pattern) -> Query:
    *_, (_, last) = pattern.units
    if pattern.open and len(pattern.units) == 1:
        return Query.regex_query(schema(), "units", re.escape(last) + ".?")
    if len(pattern.units) == 1:
        return Query.term_query(schema(), "units", last)
    if pattern.open:
        units = [(at, re.escape(unit)) for at, unit in pattern.units]
        units[-1] = (units[-1][0], units[-1][1] + ".?")
        return Query.regex_phrase_query(schema(), "units", [*units])
    return Query.phrase_query(schema(), "units", [*pattern.units], pattern.slop)


def _units(wanted: Wanted) -> list[Query]:
    """A third of the units of the part as typed, for what is not found as a whole."""
    terms = [(Occur.Should, _pattern(one)) for one in loose(wanted).patterns]
    return [Query.boolean_query(terms, (len(terms) + 2) // 3)] if len(terms) > 1 else []

"""Which characters of a passage satisfy a query: the spans to mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indicators import quantities
from indicators.search import analyser, figures
from indicators.search.analyser import Token
from indicators.search.patterns import Pattern, Wanted

Span = tuple[int, int]
Places = Mapping[str, Sequence[int]]


def spans(text: str, parts: Sequence[Wanted]) -> tuple[Span, ...]:
    """The spans of a passage that match any part, sorted, joined where they touch."""
    found = tuple(analyser.tokens(text))
    places: dict[str, list[int]] = {}
    for at, token in enumerate(found):
        places.setdefault(token.term, []).append(at)
    marks = [
        span
        for wanted in parts
        for pattern in wanted.patterns
        for span in _of_pattern(pattern, found, places)
    ]
    asked = {token for wanted in parts for token in wanted.figures}
    return _joined([*marks, *(_of_figures(text, asked) if asked else ())])


def _of_figures(text: str, asked: set[str]) -> Iterator[Span]:
    for quantity in quantities.find(text):
        if not asked.isdisjoint(figures.of_passage(quantity)):
            yield quantity.start, quantity.end


def _of_pattern(pattern: Pattern, found: Sequence[Token], places: Places) -> Iterator[Span]:
    (first, unit), *rest = pattern.units
    for start in _first(pattern, unit, found, places):
        matched = _follow(pattern, start - first, start, rest, found)
        if not matched:
            continue
        if pattern.slop:
            yield from ((found[at].start, found[at].end) for at in matched)
        else:
            end = found[matched[-1]].end
            # An open character is marked alone, not with what it goes on to.
            last = found[matched[-1]].start + 1 if pattern.open else end
            yield found[matched[0]].start, last


def _first(pattern: Pattern, unit: str, found: Sequence[Token], places: Places) -> Sequence[int]:
    if pattern.open and len(pattern.units) == 1:
        return [at for at, token in enumerate(found) if token.term[0] == unit]
    return places.get(unit, ())


def _follow(
    pattern: Pattern,
    origin: int,
    start: int,
    rest: Sequence[tuple[int, str]],
    found: Sequence[Token],
) -> list[int]:
    """Where the further units stand, each as near as the slop allows; empty if one is missing."""
    matched, slack = [start], pattern.slop
    for place, unit in rest:
        begins = pattern.open and (place, unit) == pattern.units[-1]
        for at in range(origin + place, min(origin + place + slack + 1, len(found))):
            term = found[at].term
            if term == unit or (begins and term[0] == unit):
                slack -= at - origin - place
                origin = at - place
                matched.append(at)
                break
        else:
            return []
    return matched


def _joined(marks: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(marks):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

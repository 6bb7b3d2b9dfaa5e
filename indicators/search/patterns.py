"""What a query looks for: patterns of units, figures and indicators, any of which will do."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.search import analyser

LITERAL, SYNONYM, NEARBY = 4.0, 2.0, 1.0  # how much each kind of match counts
_SHORTEST_NEAR = 4  # characters of a word that may be found with others in between
_LONG, _SLOP, _LONG_SLOP = 6, 4, 6


@dataclass(frozen=True, slots=True)
class Pattern:
    """Units at their distances, with at most ``slop`` places more between them.

    Where ``open``, the last unit is a single character that may go on: 亿 finds 亿人.
    """

    units: tuple[tuple[int, str], ...]
    open: bool = False
    slop: int = 0
    weight: float = LITERAL


@dataclass(frozen=True, slots=True)
class Wanted:
    """One part of a query as typed, and all the ways to satisfy it; every part must be."""

    surface: str
    patterns: tuple[Pattern, ...]
    figures: tuple[str, ...] = ()  # tokens of indicators.search.figures
    indicators: tuple[str, ...] = ()


def exact(text: str, weight: float = LITERAL) -> Pattern | None:
    """The text as a phrase, or None where nothing in it can be searched."""
    found = analyser.terms(text)
    if not found:
        return None
    if "." in found[-1] and found[:-1] == found[-1].split("."):  # gov.cn within www.gov.cn
        found.pop()
    single = len(found[-1]) == 1 and analyser.is_han(found[-1])
    paired = single and len(found) > 1 and _follows(found[-2], found[-1])
    if paired:  # the text searched may go on after the last pair
        found, single = found[:-1], False
    return Pattern(tuple(enumerate(found)), open=single, weight=weight)


def _follows(pair: str, last: str) -> bool:
    return len(pair) == 2 and analyser.is_han(pair) and pair[1] == last


def loose(wanted: Wanted) -> Wanted:
    """A part by each of its units alone, for passages that come near."""
    units = dict.fromkeys(unit for one in wanted.patterns[:1] for _, unit in one.units)
    single = tuple(Pattern(((0, unit),), weight=NEARBY) for unit in units if len(unit) > 1)
    return Wanted(wanted.surface, single)


def near(text: str) -> Pattern | None:
    """The text cut in pairs that may stand apart: 政务 … 微博; None for a short word."""
    signs = analyser.normal(text)
    if len(signs) < _SHORTEST_NEAR or not analyser.is_han(signs):
        return None
    places = [*range(0, len(signs) - 1, 2)]
    if len(signs) % 2:
        places.append(len(signs) - 2)
    units = tuple((at, signs[at : at + 2]) for at in places)
    return Pattern(units, slop=_LONG_SLOP if len(signs) >= _LONG else _SLOP, weight=NEARBY)

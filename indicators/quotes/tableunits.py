"""The units that the headings of a table tell: （亿人）, 单位：万个, /%, million."""

from __future__ import annotations

import re
from dataclasses import dataclass

_THING = (
    r"人次|人|户|个|家|项|种|件|类|位|名|分|个?百分点|pp|%|‰|[美欧港日]?元|台|部|张|条|次|岁|小时|分钟"
    r"|天|[万平]?公里|米|吨|[kmgtp]b(?:ps)?|期|篇|千瓦时|亩|页|兆|点|persons?|people|users?"
)
_UNIT = re.compile(
    rf"(?:单位|计量单位|unit)?\s*:?\s*(?:(?P<factor>[十百千]?[万亿]|[百千])?(?P<thing>{_THING})?"
    rf"|(?P<english>(?:100? ?)?(?:million|thousand|billion))\s*(?P<people>{_THING})?)"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,24})[)\]]")
_TOLD = re.compile(r"(?:计量)?单位\s*[:为]\s*([^\s()\[\]]{1,12})")
_TAIL = re.compile(r"[/,:]\s*([^/,:()\s]{1,6})$")
_PIECES = re.compile(r"[,、/;和及]")
_FACTORS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ENGLISH = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a heading writes it: 亿人 is 100000000 of 人; ``thing`` is "" for 万 alone."""

    factor: int
    thing: str


def taken(text: str) -> tuple[str, tuple[Unit, ...]]:
    """The text without the units it tells, in brackets, behind 单位 or a slash, or alone."""
    found: list[Unit] = []

    def take(match: re.Match[str]) -> str:
        pieces = [(piece, _unit(piece)) for piece in _PIECES.split(match[1])]
        units = [unit for _, unit in pieces if unit is not None]
        found.extend(units)
        rest = " ".join(piece for piece, unit in pieces if unit is None)
        return f" {rest} " if units else f" {match[1]} "

    text = _BRACKET.sub(take, text)
    text = _TOLD.sub(take, text)
    tail = _TAIL.search(text)
    alone = _unit(text) or (_unit(tail[1]) if tail else None)
    if alone is not None:
        found.append(alone)
        text = text[: tail.start()] if tail and _unit(text) is None else ""
    return text.strip(" :,"), tuple(found)


def _unit(piece: str) -> Unit | None:
    match = _UNIT.fullmatch(piece.strip())
    if match is None or not (match["factor"] or match["thing"] or match["english"]):
        return None
    if match["english"]:
        words = match["english"].split()
        scale = int(words[0]) if words[0].isdigit() else 1
        people = match["people"] or ""
        return Unit(scale * _ENGLISH[words[-1].lstrip("01")], "人" if people else "")
    factor = 1
    for sign in match["factor"] or "":
        factor *= _FACTORS[sign]
    thing = match["thing"] or ""
    return Unit(factor, "人" if thing.startswith(("person", "people", "user")) else thing)

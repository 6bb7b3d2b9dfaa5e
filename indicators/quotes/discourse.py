"""The passage as a whole: its lines in turn, what one hands to the next, and its tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from indicators.library import Library
from indicators.numerals import fold
from indicators.quantities import Quantity
from indicators.quotes import figures, settling, tables, tokens
from indicators.quotes.frames import Frame
from indicators.quotes.quote import Quote
from indicators.quotes.vocabulary import compile_vocabulary
from indicators.quotes.walk import Walk

_LINE = re.compile(r"[^\n]+")
_BIBLIOGRAPHY = re.compile(r"\[[jmdcnrspz](?:/ol)?\]")
_ENDED = re.compile(r"[。！？!?.…][”’」』）)\"'\]\d]*\s*$")
_OPEN_END = re.compile(r"[，,、]\s*$")
_ITEM = re.compile(
    r"\s*(?:[-*+•●○◆◇■□▪▍・·–—>✓√➤]|[0-9]{1,2}[.、)）]|[（(][0-9一二三四五六七八九十]{1,3}[)）]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,2}[、是])"
)
_GOES_ON = re.compile(r"\s*(?:其中|同期|此外|另外|而|占|同时|与此同时|分[城地]|按)")
# A line this short with a figure in it is an item of a list or a headline.
_SHORT = 40


def read(
    text: str,
    quantities: Sequence[Quantity],
    sentences: Sequence[tuple[int, int]],
    library: Library,
    published: str | None,
) -> tuple[Quote, ...]:
    """All quotes of a text."""
    if not quantities:
        return ()
    vocabulary = compile_vocabulary(library)
    lowered = tokens.lower(fold(text))
    walk = Walk(lowered, library, vocabulary, published)
    lines = [line.span() for line in _LINE.finditer(lowered)]
    found = {
        number: table
        for number, table in tables.find(text, lines, quantities).items()
        if tables.is_readable(walk, table)
    }
    skip = -1
    for number, (start, end) in enumerate(lines):
        if number in found:
            tables.read(walk, found[number], quantities)
            skip = number + len(found[number].rows)
        elif number > skip and not _BIBLIOGRAPHY.search(lowered, start, end):
            _read_line(walk, lines, number, _inside(quantities, start, end))
    return settling.settle(walk, sentences, lines)


def _inside(quantities: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    first = bisect_left(quantities, start, key=lambda quantity: quantity.start)
    last = bisect_left(quantities, end, key=lambda quantity: quantity.start)
    return quantities[first:last]


def _read_line(
    walk: Walk, lines: Sequence[tuple[int, int]], number: int, inside: Sequence[Quantity]
) -> None:
    start, end = lines[number]
    if number and not _carries(walk.lowered, lines[number - 1], lines[number]):
        walk.frame = Frame()
        walk.moment = walk.main = None
        walk.recent = ()
        walk.members = ()
        walk.sampled = False
    lexed = tokens.lex(walk.lowered, start, end, inside, walk.vocabulary)
    goes_on = number > 0 and _OPEN_END.search(walk.lowered, *lines[number - 1]) is not None
    figures.paragraph(walk, lexed, goes_on)


def _carries(lowered: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with what the one before it spoke of."""
    previous, current = lowered[before[0] : before[1]], lowered[line[0] : line[1]]
    if _ITEM.match(current) or _GOES_ON.match(current) or not _ENDED.search(previous):
        return True
    return len(current.strip()) <= _SHORT and not _ENDED.search(current)

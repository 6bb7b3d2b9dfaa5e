"""The passage as a whole: its lines in turn, what one hands to the next, and its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indicators.library import Library
from indicators.numerals import fold
from indicators.quantities import Quantity
from indicators.quotes import cards, charts, figures, grids, settling, tables, tokens
from indicators.quotes.frames import Frame
from indicators.quotes.quote import Quote
from indicators.quotes.vocabulary import compile_vocabulary
from indicators.quotes.walk import Walk

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[。！？!?]")
_LONGEST_REFERENCE = 300
_BIBLIOGRAPHY = re.compile(r"\[[jmdcnrspz](?:/ol)?\]|isbn|issn|doi[:：]|, pp?\. ?[0-9]")
_ENDED = re.compile(r"[。！？!?.…][”’」』）)\"'\]\d]*\s*$")
_OPEN_END = re.compile(r"[，,、]\s*$")
_QUESTION = re.compile(r"[？?][”’」』）)\"']*\s*$")
_ITEM = re.compile(
    r"\s*(?:\[[0-9]{1,3}\]|[-*+•●○◆◇■□▪▍・·–—>✓√➤]|[0-9]{1,2}[.、)）]|[（(][0-9一二三四五六七八九十]{1,3}[)）]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,2}[、是])"
)
_GOES_ON = re.compile(
    r"\s*(?:[问答][:：]|[\u4e00-\u9fff]{2,4}[:：]|其中|同期|此外|另外|而|占|同时|与此同时|分[城地]|按)"
)
# What tells that a text without a place speaks of China.
_CHINA = re.compile("我国|中国|全国|国内|cnnic|城镇|农村|乡村|国务院|china")
# A line this short with a figure in it is an item of a list or a headline.
_SHORT = 40
# A longer line is a paragraph, and hands nothing on unless it has figures itself.
_LONG = 200
Span = tuple[int, int]


def read(
    text: str,
    quantities: Sequence[Quantity],
    sentences: Sequence[Span],
    library: Library,
    published: str | None,
) -> tuple[Quote, ...]:
    """All quotes of a text."""
    if not quantities:
        return ()
    vocabulary = compile_vocabulary(library)
    lowered = tokens.lower(fold(text))
    walk = Walk(lowered, library, vocabulary, published, _CHINA.search(lowered) is not None)
    lines = [line.span() for line in _LINE.finditer(lowered) if not line[0].isspace()]
    found = {grid.first: grid for grid in grids.find(text, lines, quantities)}
    found |= {grid.first: grid for grid in charts.find(text, lines, quantities)}
    named = cards.find(lowered, lines, quantities, vocabulary)
    skip = -1
    for number, (start, end) in enumerate(lines):
        if number in named and number > skip:
            _read_card(walk, lines[named[number]], lines[number], quantities)
        elif number in found and tables.read(walk, lines, found[number]):
            skip = found[number].last
        elif number > skip and not _is_reference(lowered, start, end):
            inside = tokens.inside(quantities, start, end)
            if inside or walk.undated or _is_needed(lowered, lines, number):
                _read_line(walk, lines, number, inside)
    return settling.settle(walk, sentences, lines)


def _is_reference(lowered: str, start: int, end: int) -> bool:
    """Whether a line is an entry of a bibliography: its numbers are volumes and pages."""
    short = end - start <= _LONGEST_REFERENCE and "。" not in lowered[start:end]
    return short and _BIBLIOGRAPHY.search(lowered, start, end) is not None


def _is_needed(lowered: str, lines: Sequence[Span], number: int) -> bool:
    """Whether a line without figures is a title or an opening of lines that have some."""
    if number + 1 >= len(lines) or lines[number][1] - lines[number][0] > _LONG:
        return False
    return _carries(lowered, lines[number], lines[number + 1])


def _read_line(walk: Walk, lines: Sequence[Span], number: int, inside: Sequence[Quantity]) -> None:
    start, end = lines[number]
    if number and not _carries(walk.lowered, lines[number - 1], lines[number]):
        walk.frame = Frame()
        walk.moment = walk.main = None
        walk.recent = ()
        walk.recent_values = ()
        walk.members = ()
        walk.sampled = walk.local = False
    if inside:
        end = _end_of_need(walk.lowered, inside[-1].end, end)
    lexed = tokens.lex(walk.lowered, start, end, inside, walk.vocabulary)
    goes_on = number > 0 and _OPEN_END.search(walk.lowered, *lines[number - 1]) is not None
    figures.paragraph(walk, lexed, goes_on)


def _read_card(walk: Walk, name: Span, line: Span, quantities: Sequence[Quantity]) -> None:
    """A figure and its name, on two lines, as if they stood on one."""
    told = tokens.lex(walk.lowered, *name, (), walk.vocabulary)
    figure = tokens.lex(walk.lowered, *line, tokens.inside(quantities, *line), walk.vocabulary)
    figures.paragraph(walk, [*told, *figure])


def _end_of_need(lowered: str, last: int, end: int) -> int:
    """The end of the sentence behind that of the last figure: what follows dates nothing."""
    for _ in range(2):
        stop = _STOP.search(lowered, last, end)
        if stop is None:
            return end
        last = stop.end()
    return last


def _carries(lowered: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with what the one before it spoke of."""
    previous, current = lowered[before[0] : before[1]], lowered[line[0] : line[1]]
    if (
        _QUESTION.search(previous)
        or _ITEM.match(current)
        or _GOES_ON.match(current)
        or not _ENDED.search(previous)
    ):
        return True
    return len(current.strip()) <= _SHORT and not _ENDED.search(current)

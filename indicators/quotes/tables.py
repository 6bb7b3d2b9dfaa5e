"""Tables in plain text: a header row, row labels, and figures whose unit stands in the caption."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.quantities import Quantity
from indicators.quotes import resolve, tokens, words
from indicators.quotes.dates import Moment
from indicators.quotes.resolve import Reading
from indicators.quotes.walk import Draft, Walk
from indicators.units import COUNTED

_CELL = re.compile(r"(?:(?!　|\t|\||  )[^\n])+")
_WORD = re.compile(r"\S+")
_RULE = re.compile(r"[\s|:\-—+=]+")
_UNIT = re.compile(
    r"(?P<factor>[百千]?[万亿]?)(?P<thing>人|个|家|项|户|%|‰)|(?P<bare>[万亿])(?=[)）,，、/])"
)
_FACTORS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_YEAR = re.compile(r"\s*((?:19[89]|20[0-4])[0-9])\s*年?\s*")
_EVERY_YEAR = re.compile(r"(?:历|各|逐|每)年(?:的)?(1[0-2]|[1-9])月")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table's header and rows, as spans of the text."""

    header: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]
    caption: Span


def cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The cells of a line: what tabs, bars, wide blanks or two blanks keep apart.

    A line without any of these is cut at its single blanks if that makes three cells or more.
    """
    apart = _cut(_CELL, text, start, end)
    if len(apart) == 1:
        words_apart = _cut(_WORD, text, start, end)
        return words_apart if len(words_apart) > 2 else apart
    return apart


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[Span, ...]:
    found = pattern.finditer(text, start, end)
    return tuple(match.span() for match in found if match[0].strip())


def find(text: str, lines: Sequence[Span], quantities: Sequence[Quantity]) -> dict[int, Table]:
    """The tables of a text by the number of their header line."""
    split = [cells(text, *line) for line in lines]
    starts = sorted(quantity.start for quantity in quantities)
    found: dict[int, Table] = {}
    number = 0
    while number + 1 < len(lines):
        rows = _rows(text, split, number, starts)
        if rows:
            caption = lines[number - 1] if number else (lines[0][0], lines[0][0])
            found[number] = Table(split[number], tuple(row for _, row in rows), caption)
            number = rows[-1][0]
        number += 1
    return found


def _rows(
    text: str, split: Sequence[tuple[Span, ...]], header: int, starts: Sequence[int]
) -> list[tuple[int, tuple[Span, ...]]]:
    """The rows under a header, with their line numbers; none where there is no table."""
    width = len(split[header])
    if width < 2 or any(_figures(cell, starts) for cell in split[header]):
        return []
    rows: list[tuple[int, tuple[Span, ...]]] = []
    for number in range(header + 1, len(split)):
        row = split[number]
        if _RULE.fullmatch("".join(text[a:b] for a, b in row)):
            continue
        if len(row) == width - 1 and rows == [] and width > 2:
            return []
        if len(row) != width or not any(_figures(cell, starts) for cell in row[1:]):
            break
        rows.append((number, row))
    return rows


def _figures(cell: Span, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, cell[0])
    return at < len(starts) and starts[at] < cell[1]


def is_readable(walk: Walk, table: Table) -> bool:
    """Whether header or row labels tell what the figures are: an indicator, a date, a place."""
    telling = frozenset(("label", "topic", "measure", "date", "area", "geo", "level"))
    first = [row[0] for row in table.rows]
    in_header = [cell for cell in table.header[1:] if _tells(walk, cell, telling)]
    in_rows = [cell for cell in first if _tells(walk, cell, telling)]
    return bool(in_header) and bool(in_rows) and len(table.header) > 1


def _tells(walk: Walk, cell: Span, telling: frozenset[str]) -> bool:
    if _YEAR.fullmatch(walk.lowered, *cell):
        return True
    lexed = tokens.lex(walk.lowered, *cell, (), walk.vocabulary)
    return any(token.kind in telling for token in lexed)


def read(walk: Walk, table: Table, quantities: Sequence[Quantity]) -> None:
    """Reads each cell in the frame of its row and column."""
    month = _EVERY_YEAR.search(walk.lowered, *table.caption)
    for row in table.rows:
        for heading, cell in zip(table.header[1:], row[1:], strict=True):
            inside = [q for q in quantities if cell[0] <= q.start < cell[1]]
            if len(inside) == 1:
                _read_cell(walk, table, (row[0], heading), inside[0], month and int(month[1]))


def _read_cell(
    walk: Walk, table: Table, labels: tuple[Span, Span], quantity: Quantity, month: int | None
) -> None:
    probe = walk.beside(replace(walk.frame, area="total", area_state="old", share=False))
    probe.moment = walk.moment
    lexed = [tokens.lex(walk.lowered, *label, (), walk.vocabulary) for label in labels]
    lexed.sort(key=lambda part: any(token.kind == "label" for token in part))
    for part in lexed:
        probe.tokens = part
        for index in range(len(part)):
            words.read(probe, index)
    _read_year(walk, probe, labels, month)
    in_unit = _with_unit(walk, table, labels, quantity, probe)
    indicator = resolve.level(probe.frame, in_unit, walk.recent, walk.vocabulary)
    if indicator is not None:
        reading = Reading(indicator, "level", probe.frame)
        walk.add(Draft(in_unit, reading, probe.moment, False, None, None))


def _read_year(walk: Walk, probe: Walk, labels: tuple[Span, Span], month: int | None) -> None:
    for label in labels:
        year = _YEAR.fullmatch(walk.lowered, *label)
        if year:
            probe.moment = Moment(f"{year[1]}-{month or 12:02d}", None, "stated")


def _with_unit(
    walk: Walk, table: Table, labels: tuple[Span, Span], quantity: Quantity, probe: Walk
) -> Quantity:
    """The figure of a cell in the unit that its heading, its row or the caption gives."""
    indicator = probe.frame.indicator
    if quantity.unit != "number" or indicator is None:
        return quantity
    unit = walk.vocabulary.indicators[indicator].unit
    if unit == "percent":
        return replace(quantity, unit="percent")
    if unit == "rank":
        return replace(quantity, unit="rank")
    if unit not in COUNTED:
        return quantity
    for span in (*reversed(labels), table.caption):
        factor = _factor(walk.lowered[span[0] : span[1]] + ")")
        if factor is not None:
            value, step = round(quantity.value * factor, 6), quantity.step * factor
            return replace(quantity, value=value, step=step, unit="count")
    return quantity


def _factor(label: str) -> int | None:
    """What a heading like 网民（亿人） multiplies its figures by, or None if it has no unit."""
    for found in _UNIT.finditer(label):
        if found["thing"] not in ("%", "‰"):
            factor = 1
            for sign in found["factor"] or found["bare"] or "":
                factor *= _FACTORS[sign]
            return factor
    return None

"""Reading tables: each figure in the frame of its row's labels, its headings and the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.quantities import Quantity
from indicators.quotes import grids, resolve, tokens, words
from indicators.quotes.dates import Moment
from indicators.quotes.grids import Grid, Span
from indicators.quotes.resolve import Reading
from indicators.quotes.walk import Draft, Walk
from indicators.units import COUNTED

_UNIT = re.compile(
    r"(?P<factor>[百千]?[万亿]?)(?P<thing>人|个|家|项|户|%|‰)|(?P<bare>[万亿])(?=[)）,，、/]|$)"
)
_FACTORS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_YEAR = re.compile(r"\s*((?:19[89]|20[0-4])[0-9])\s*年?\s*")
_EVERY_YEAR = re.compile(r"(?:历|各|逐|每)年(?:的)?(1[0-2]|[1-9])月")
_TELLING = frozenset(("label", "topic", "measure", "within", "date", "area", "geo", "level"))
_NAMES = frozenset(("label", "topic", "within"))


def find(walk: Walk, text: str, lines: Sequence[Span], found: Sequence[Quantity]) -> list[Grid]:
    """The tables of a text that tell what their figures are by more than one label a figure.

    A list of names each with its figure is no table: its lines are read as they stand.
    """
    starts = [quantity.start for quantity in found]
    return [grid for grid in grids.find(text, lines, starts) if _is_table(walk, grid, starts)]


def _is_table(walk: Walk, grid: Grid, starts: Sequence[int]) -> bool:
    headed = any(_tells(walk, cell, _TELLING) for above in grid.headings[1:] for cell in above)
    labels = [cell for row in grid.rows for cell in _labels(row, starts)]
    named = any(_tells(walk, cell, _NAMES) for cell in labels)
    telling = sum(
        any(_tells(walk, cell, _TELLING) for cell in _labels(row, starts)) for row in grid.rows
    )
    labelled = 2 * telling >= len(grid.rows)
    if headed:
        return labelled
    if len(grid.rows[0]) > 2:
        figures = [sum(grids.has_figure(cell, starts) for cell in row) for row in grid.rows]
        return named and labelled and all(count == 1 for count in figures)
    return labelled and not named


def _labels(row: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    return [cell for cell in row if not grids.has_figure(cell, starts)]


def _tells(walk: Walk, cell: Span, telling: frozenset[str]) -> bool:
    if _YEAR.fullmatch(walk.lowered, *cell):
        return "date" in telling
    lexed = tokens.lex(walk.lowered, *cell, (), walk.vocabulary)
    return any(token.kind in telling for token in lexed)


def read(walk: Walk, grid: Grid, inside: Sequence[Quantity]) -> None:
    """Reads each cell that is one figure."""
    every = _EVERY_YEAR.search(walk.lowered, *grid.caption)
    month = int(every[1]) if every else 12
    starts = [quantity.start for quantity in inside]
    for row in grid.rows:
        labels = _labels(row, starts)
        for column, cell in enumerate(row):
            here = [quantity for quantity in inside if cell[0] <= quantity.start < cell[1]]
            if len(here) == 1:
                context = [*labels, *grid.headings[column]]
                _read_cell(walk, here[0], context, grid.caption, month)


def _read_cell(
    walk: Walk, quantity: Quantity, context: Sequence[Span], caption: Span, month: int
) -> None:
    probe = walk.beside(replace(walk.frame, area="total", area_state="old", share=False))
    lexed = [tokens.lex(walk.lowered, *label, (), walk.vocabulary) for label in context]
    lexed.sort(key=lambda part: any(token.kind in _NAMES for token in part))
    for part in lexed:
        probe.tokens = part
        for index in range(len(part)):
            words.read(probe, index)
    for label in context:
        year = _YEAR.fullmatch(walk.lowered, *label)
        if year:
            probe.moment = Moment(f"{year[1]}-{month:02d}", None, "stated")
    in_unit = _with_unit(walk, quantity, (*reversed(context), caption), probe)
    indicator = resolve.level(probe.frame, in_unit, walk.recent, walk.vocabulary)
    if indicator is not None:
        indicator = resolve.with_source(indicator, probe.frame, walk.vocabulary)
        reading = Reading(indicator, "level", probe.frame)
        walk.add(Draft(in_unit, reading, probe.moment, False, None, None))


def _with_unit(walk: Walk, quantity: Quantity, context: Sequence[Span], probe: Walk) -> Quantity:
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
    for start, end in context:
        factor = _factor(walk.lowered[start:end])
        if factor is not None:
            value, step = float(f"{quantity.value * factor:.12g}"), quantity.step * factor
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

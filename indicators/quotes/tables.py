"""Tables: each figure read by its row label, the headings above it, the section and the caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indicators.quantities import Quantity
from indicators.quotes import cells, tabledates, tableframes, tableheads
from indicators.quotes.cellrows import Row, Span
from indicators.quotes.grids import Grid
from indicators.quotes.headings import Heading
from indicators.quotes.tableheads import Table
from indicators.quotes.walk import Draft, Walk

_NOTE = re.compile(r"\s*[(（*]?\s*(?:注|备注|说明|(?:资料|数据)?来源|source|note)")


def read(walk: Walk, lines: Sequence[Span], grid: Grid) -> bool:
    """Reads the figures of a grid; False if its lines are no table and to be read as prose."""
    table = tableheads.table(walk, lines, grid)
    if table.caption.local:
        return True
    if _is_list(walk, table):
        return False
    before = len(walk.drafts)
    moment = walk.moment
    for row, section in zip(grid.rows, grid.sections, strict=True):
        for draft in _row(walk, table, row, section):
            walk.add(draft)
    walk.moment = moment
    following = grid.last + 1
    if following == len(lines) or not _NOTE.match(walk.lowered, lines[following][0]):
        walk.undated.clear()
    return len(walk.drafts) > before or bool(grid.headers)


def _is_list(walk: Walk, table: Table) -> bool:
    """Whether names stand between the figures: 网民 | 10.92亿 | 普及率 | 77.5%."""
    first = table.first_figures()
    named = [at for at in sorted(table.labels) if at > first]
    for row in table.grid.rows[:3]:
        told = [
            tableheads.heading(walk, table.read, row.cells[at])
            for at in named
            if at < len(row.cells)
        ]
        if any(heading.has_subject or heading.has_part for heading in told):
            return True
    return False


def _row(walk: Walk, table: Table, row: Row, section: Span | None) -> Iterator[Draft]:
    """The quotes of one row."""
    above = tableheads.heading(walk, table.read, section) if section is not None else None
    beside = tuple(tableheads.labels(walk, table, row))
    if not beside or not any(heading.tells for heading in beside):
        return
    if any(heading.has_subject for heading in beside):
        table.under = beside
    for index, figure in enumerate(row.figures):
        left_out = index in table.labels or tableheads.is_ignored(table, index)
        if figure is not None and not left_out:
            draft = _cell(walk, table, above, beside, index, figure)
            if draft is not None:
                yield draft


def _cell(
    walk: Walk,
    table: Table,
    section: Heading | None,
    beside: tuple[Heading, ...],
    index: int,
    figure: Quantity,
) -> Draft | None:
    above = table.columns[index]
    frame = tableframes.frame(walk, table, section, beside, index)
    if frame is None:
        return None
    around = (*beside, *((section,) if section else ()))
    changes = any(heading.change for heading in (*above, *around))
    told = cells.Around(above, around, (*table.under, table.caption))
    found = cells.read(walk, frame, figure, told, changes)
    if found is None:
        return None
    quantity, reading = found
    corner = (*((section,) if section else ()), *table.corner())
    times = tabledates.resolve(walk, (*above, *beside), corner, changes, table.columns)
    return Draft(quantity, reading, times.moment, False, times.since, None)

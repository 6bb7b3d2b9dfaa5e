"""Grids in plain text: lines cut alike into cells, with the header lines above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.quantities import Quantity
from indicators.quotes import cellrows
from indicators.quotes.cellrows import Row, Span, is_empty, is_short

_RULE = re.compile(r"[\s|:：\-—+=_*─-╿]+")
_TITLE = re.compile(r"\s*(?:[附续]?[图表]|table|fig)[\s\-.0-9一二三四五六七八九十]", re.IGNORECASE)
_TELLS_UNIT = re.compile("单位[:：为]")
_LONGEST_HEADING = 24
_MOST_HEADERS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one width. ``headers`` hold one cell for each column, ``sections`` the line that
    stands alone above each row, if any."""

    headers: tuple[tuple[Span, ...], ...]
    rows: tuple[Row, ...]
    sections: tuple[Span | None, ...]
    first: int  # the number of its first line
    last: int


def find(text: str, lines: Sequence[Span], found: Sequence[Quantity]) -> Iterator[Grid]:
    """The grids of a text, in their order; time is linear in the text."""
    starts = [quantity.start for quantity in found]
    rows = [cellrows.cut(text, number, line, found, starts) for number, line in enumerate(lines)]
    number = above = 0
    while number < len(rows):
        if rows[number].has_figures and is_short(rows[number]):
            grid = _grid(text, rows, number, above)
            if grid is not None:
                yield grid
                number = above = grid.last + 1
                continue
        number += 1


def _grid(text: str, rows: Sequence[Row], first: int, above: int) -> Grid | None:
    """The grid whose first row of figures is given; its header is looked for down to ``above``."""
    body, sections, last = _body(text, rows, first)
    width = len(body[0].cells)
    headers, top = _headers(text, rows, first, above, width)
    if len(body) < _fewest(body[0], bool(headers)):
        return None
    if not all(_is_ordered(text, row) for row in body):
        return None
    return Grid(tuple(headers), tuple(body), tuple(sections), top, last)


def _is_ordered(text: str, row: Row) -> bool:
    """Whether labels stand before figures, where blanks alone cut the line."""
    if row.separator not in " 　":
        return True
    first = next(at for at, figure in enumerate(row.figures) if figure is not None and at)
    behind = zip(row.cells[first:], row.figures[first:], strict=True)
    return all(figure is not None or is_empty(text, cell) for cell, figure in behind)


def _fewest(row: Row, has_header: bool) -> int:
    """So many rows make a grid: the weaker the sign between its cells, the more."""
    if row.separator == " ":
        return 2 if has_header and len(row.cells) > 2 else 3
    return 1 if has_header else 2


def _body(text: str, rows: Sequence[Row], first: int) -> tuple[list[Row], list[Span | None], int]:
    body, sections = [rows[first]], [_section_above(text, rows, first)]
    section, last = sections[0], first
    for number in range(first + 1, len(rows)):
        row = rows[number]
        if row.separator == rows[first].separator and _has_width(row, rows[first]):
            if not row.has_figures and not all(is_empty(text, cell) for cell in row.cells[1:]):
                break
            if not is_short(row):
                break
            if row.has_figures:
                body.append(row)
                sections.append(section)
                last = number
            elif len(row.cells) > 1:
                section = row.cells[0]
        elif _is_section(text, row, rows[first]):
            section = row.cells[0]
        elif not _is_rule(text, row):
            break
    return body, sections, last


def _has_width(row: Row, first: Row) -> bool:
    """Whether a row is as wide as the first; empty cells at its end may be left out."""
    if row.separator in "\t|":
        return 1 < len(row.cells) <= len(first.cells)
    return len(row.cells) == len(first.cells)


def _section_above(text: str, rows: Sequence[Row], first: int) -> Span | None:
    """The line between the header and the first row that heads the rows below it."""
    if not first:
        return None
    above = rows[first - 1]
    filled = [cell for cell in above.cells if not is_empty(text, cell)]
    if above.separator in ("\t", "|") and len(above.cells) > 1:
        return filled[0] if filled == [above.cells[0]] else None
    headed = first > 1 and rows[first - 2].separator == rows[first].separator
    return above.cells[0] if headed and _is_section(text, above, rows[first]) else None


def _is_section(text: str, row: Row, first: Row) -> bool:
    return (
        first.separator in ("\t", "|")
        and len(row.cells) == 1
        and row.separator in ("", first.separator)
        and not is_empty(text, row.cells[0])
        and text[row.cells[0][1] - 1] not in "。.！？"
        and row.cells[0][1] - row.cells[0][0] <= _LONGEST_HEADING // 2
    )


def _is_rule(text: str, row: Row) -> bool:
    return not row.cells or _RULE.fullmatch(text, row.cells[0][0], row.cells[-1][1]) is not None


def _headers(
    text: str, rows: Sequence[Row], first: int, above: int, width: int
) -> tuple[list[tuple[Span, ...]], int]:
    """The header lines above a row, each with a cell for every column, and where they begin."""
    headers: list[tuple[Span, ...]] = []
    top = first
    for number in range(first - 1, above - 1, -1):
        row = rows[number]
        if _is_rule(text, row) or _section_above(text, rows, number + 1) is not None:
            continue
        aligned = _aligned(text, row, rows[first], width, not headers)
        if aligned is None or len(headers) == _MOST_HEADERS:
            break
        headers.insert(0, aligned)
        top = number
    return headers, top


def _aligned(text: str, row: Row, first: Row, width: int, lowest: bool) -> tuple[Span, ...] | None:
    """The cells of a header line over ``width`` columns; None if it is none."""
    alike = row.separator == first.separator or {row.separator, first.separator} == {" ", "　"}
    cells, count = row.cells, len(row.cells)
    if not alike or count < 1 or any(row.figures) or _TITLE.match(text, cells[0][0]):
        return None
    if any(b - a > _LONGEST_HEADING or _TELLS_UNIT.search(text, a, b) for a, b in cells[1:]):
        return None
    corner = (cells[0][0], cells[0][0])
    if count < width and first.separator in "\t|" and corner == cells[0]:
        cells, count = _padded(cells, width), width
    if count == width:
        return cells if lowest else _filled(cells)
    if lowest and count == width - 1 and count > 1:
        return (corner, *cells)
    if first.separator in "\t|" and width > count and _has_gaps(cells):
        return _filled(_padded(cells, width))
    if count > 2 and (width - 1) % (count - 1) == 0:
        return (cells[0], *_spread(cells[1:], width - 1))
    if 1 < count < width - 1 and (width - 1) % count == 0:
        return (corner, *_spread(cells, width - 1))
    return None


def _padded(cells: tuple[Span, ...], width: int) -> tuple[Span, ...]:
    """The cells with the empty ones at the end of the line that were left out."""
    end = cells[-1][1]
    return (*cells, *((end, end),) * (width - len(cells)))


def _has_gaps(cells: Sequence[Span]) -> bool:
    return any(a == b for a, b in cells[1:])


def _spread(cells: Sequence[Span], columns: int) -> Iterator[Span]:
    for cell in cells:
        yield from (cell,) * (columns // len(cells))


def _filled(cells: Sequence[Span]) -> tuple[Span, ...]:
    """Empty cells filled from the left: a heading over several columns stands over its first."""
    filled = list(cells)
    for index in range(2, len(filled)):
        if filled[index][0] == filled[index][1]:
            filled[index] = filled[index - 1]
    return tuple(filled)

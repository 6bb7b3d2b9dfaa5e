"""The words around a grid: its caption, the headings of its columns, the labels of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indicators.quotes import headings
from indicators.quotes.cellrows import Row, Span
from indicators.quotes.frames import Frame
from indicators.quotes.grids import Grid
from indicators.quotes.headings import Heading
from indicators.quotes.walk import Walk

_POINTS_DOWN = re.compile(r"如下|下表|见表|下列|如表|[:：]\s*$")
_ENDED = re.compile(r"[。！？!?；;]\s*$")
_STOP = re.compile(r"[。！？!?]")
_RULE = re.compile(r"[\s|:：\-—+=_*]*")
_LONGEST_CAPTION = 80
_LONGEST_TITLE = 24
_MOST_CAPTIONS = 3


@dataclass(slots=True)
class Table:
    """A grid with its headings read, and the frames that rows and columns were found to share."""

    grid: Grid
    caption: Heading
    columns: tuple[tuple[Heading, ...], ...]  # the headings above each column, from the top
    labels: frozenset[int]  # the columns that label their rows
    read: dict[str, Heading]  # by what is written
    frames: dict[tuple[object, ...], Frame | None] = field(default_factory=dict)
    latest: dict[int, Frame] = field(default_factory=dict)  # of each column
    under: tuple[Heading, ...] = ()  # the labels of the last row that named a subject

    def first_figures(self) -> int:
        """The first column that is no label."""
        width = len(self.columns)
        return next((at for at in range(width) if at not in self.labels), width)

    def corner(self) -> tuple[Heading, ...]:
        """What stands above the labels: 年份（12月）, and the caption."""
        above = [told for index in sorted(self.labels) for told in self.columns[index]]
        return (*above, self.caption)


def table(walk: Walk, lines: Sequence[Span], grid: Grid) -> Table:
    """The table of a grid."""
    known: dict[str, Heading] = {}
    width = len(grid.rows[0].cells)
    columns = tuple(
        tuple(heading(walk, known, header[index]) for header in grid.headers)
        for index in range(width)
    )
    labels = {
        index
        for index in range(width)
        if 2 * sum(_is_figure(row, index) for row in grid.rows) < len(grid.rows)
    }
    caption = headings.read(_caption(walk.lowered, lines, grid.first), walk.vocabulary)
    return Table(grid, caption, columns, frozenset(labels), known)


def _is_figure(row: Row, index: int) -> bool:
    return index < len(row.figures) and row.figures[index] is not None


def heading(walk: Walk, known: dict[str, Heading], cell: Span) -> Heading:
    """What a cell tells; the same words are read once."""
    written = walk.lowered[slice(*cell)]
    if written not in known:
        known[written] = headings.read(written, walk.vocabulary)
    return known[written]


def _caption(lowered: str, lines: Sequence[Span], first: int) -> str:
    """The lines above a table that speak of it: a title, a unit, a sentence that points down."""
    found: list[str] = []
    pointed = False
    for number in range(first - 1, max(-1, first - 1 - _MOST_CAPTIONS), -1):
        line = lowered[slice(*lines[number])].strip()
        if _RULE.fullmatch(line):
            continue
        points = _POINTS_DOWN.search(line) is not None
        ended = _ENDED.search(line) is not None and "单位" not in line
        if points and not pointed:
            parts = [part for part in _STOP.split(line) if part.strip()]
            line = parts[-1] if parts else ""
        elif ended or len(line) > (_LONGEST_TITLE if pointed else _LONGEST_CAPTION):
            break
        found.insert(0, line)
        if not points and ("单位" not in line or len(line) > _LONGEST_TITLE):
            break
        pointed = pointed or points
    return " ".join(found)


def labels(walk: Walk, table: Table, row: Row) -> Iterator[Heading]:
    """What labels a row; 合计 also where the numbers of the rows stand."""
    for index, cell in enumerate(row.cells):
        if row.figures[index] is not None or cell[0] == cell[1]:
            continue
        told = _completed(walk, table.caption, heading(walk, table.read, cell))
        if index in table.labels and not is_ignored(table, index):
            if told.tokens or told.units:
                yield told
        elif told.area is not None:
            yield told


def _completed(walk: Walk, caption: Heading, told: Heading) -> Heading:
    """A label that names something only with the noun of the caption: .CN under 域名."""
    if not told.unknown or told.tells:
        return told
    for label in caption.labels():
        whole = headings.read(told.text + label, walk.vocabulary)
        if len(whole.tokens) == 1 and whole.indicators:
            return whole
    return told


def is_ignored(table: Table, index: int) -> bool:
    """Whether a column holds numbers of rows, notes or sources."""
    return any(above.ignored for above in table.columns[index])

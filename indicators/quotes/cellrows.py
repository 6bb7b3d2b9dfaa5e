"""Lines of text cut into the cells of a table, and the one figure that a cell may hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators import quantities
from indicators.quantities import Quantity

Span = tuple[int, int]


_WIDE = re.compile(r"(?:(?!　|  )[^\n])+")
_WORD = re.compile(r"\S+")
_CSV = re.compile(r'"([^"\n]*)"(?=,|$)|([^,\n]*)')
_PROSE = re.compile(r"[，。；！？　]|  ")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_EMPTY = re.compile(r"[\s\-—–/.…*]*|无|缺|n/?a|null", re.IGNORECASE)
# What may stand beside the figure of a cell: signs, words of approximation, marks of notes.
_BESIDE = re.compile(
    r"[\s\"“”*`†‡#①-⑳²³¹^≈~+\-−±▲▼↑↓△>＞≥约近超逾达仅过]*(?:[(（\[][0-9a-z注]{1,2}[)）\]])?[\s\"*`†‡①-⑳%人个]*(?:左右|以上|以下)?"
)
_BARS = ("|", "｜", "│", "┃")
_OPENING = re.compile(r" ?[(（/] ?(?:占比?)?")
_LONGEST_LINE = 600
_LONGEST_CELL = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A line cut into cells. ``figures`` holds the only quantity of each cell, or None."""

    number: int  # of its line
    separator: str  # tab, bar, "," or "　"; " " for single blanks, "" for a line that is not cut
    cells: tuple[Span, ...]
    figures: tuple[Quantity | None, ...]

    @property
    def has_figures(self) -> bool:
        """Whether a cell behind the first is a figure and nothing else."""
        return any(figure is not None for figure in self.figures[1:])


def cut(
    text: str, number: int, line: Span, found: Sequence[Quantity], starts: Sequence[int]
) -> Row:
    separator, cells = _cells(text, *line)
    if len(cells) < 2:
        return Row(number, "", cells, (None,) * len(cells))
    read = quoted if separator == "," else _only
    figures = tuple(read(text, cell, found, starts) for cell in cells)
    return Row(number, separator, cells, figures)


def _cells(text: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
    """The sign that cuts a line, and its cells; blank cells are kept between tabs and bars."""
    if end - start > _LONGEST_LINE:
        return "", ((start, end),)
    line = text[start:end]
    for sign in ("\t", *_BARS):
        if sign in line:
            return "|" if sign in _BARS else sign, _kept(text, start, end, sign)
    if "," in _THOUSANDS.sub("", line) and not _PROSE.search(line):
        cells = tuple(
            match.span(1) if match[1] is not None else match.span()
            for match in _CSV.finditer(text, start, end)
            if match.start() == start or text[match.start() - 1] == ","
        )
        if all(b - a <= _LONGEST_CELL for a, b in cells):
            return ",", cells
    wide = tuple(m.span() for m in _WIDE.finditer(text, start, end) if m[0].strip())
    if len(wide) > 1:
        return "　", tuple(_stripped(text, *cell) for cell in wide)
    return " ", tuple(match.span() for match in _WORD.finditer(text, start, end))


def _kept(text: str, start: int, end: int, sign: str) -> tuple[Span, ...]:
    cells: list[Span] = []
    position = start
    for part in text[start:end].split(sign):
        cells.append(_stripped(text, position, position + len(part)))
        position += len(part) + 1
    if sign in _BARS and text[start:end].lstrip().startswith(sign):
        cells = cells[1:]
    if len(cells) > 1 and cells[-1][0] == cells[-1][1]:  # </td> and a closing bar end a cell
        cells = cells[:-1]
    return tuple(cells)


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, max(start + left, start + len(part.rstrip()))


def _only(
    text: str, cell: Span, found: Sequence[Quantity], starts: Sequence[int]
) -> Quantity | None:
    """The quantity of a cell that holds one and nothing else, but for a share in brackets."""
    at = bisect_left(starts, cell[0])
    if at == len(found) or found[at].end > cell[1]:
        return None
    one, end = found[at], found[at].end
    if at + 1 < len(found) and found[at + 1].start < cell[1]:
        second = found[at + 1]
        if second.unit != "percent" or not _OPENING.fullmatch(text, one.end, second.start):
            return None
        end = second.end  # 7.53亿（97.5%）: its share beside it
    around = text[cell[0] : one.start] + "\n" + text[end : cell[1]].rstrip(")） ")
    return one if _BESIDE.fullmatch(around) else None


def quoted(
    text: str, cell: Span, found: Sequence[Quantity], starts: Sequence[int]
) -> Quantity | None:
    """The quantity of a cell between commas, which elsewhere group digits: it is read alone."""
    at = bisect_left(starts, cell[0])
    inside = at < len(found) and found[at].start < cell[1]
    across = at > 0 and found[at - 1].end > cell[0]
    if not inside and not across:
        return None
    part = text[slice(*cell)]
    alone = quantities.find(part)
    moved = [replace(q, start=q.start + cell[0], end=q.end + cell[0]) for q in alone]
    return _only(text, cell, moved, [q.start for q in moved])


def is_empty(text: str, cell: Span) -> bool:
    """Whether a cell says that there is nothing in it."""
    return _EMPTY.fullmatch(text, *cell) is not None


def is_short(row: Row) -> bool:
    """Whether all cells are short enough for a table's."""
    return all(end - start <= _LONGEST_CELL for start, end in row.cells)

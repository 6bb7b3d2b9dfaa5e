"""Data of charts within a line of text, as grids: {"title": …, "x": [2019, 2020], "y": [1, 2]}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indicators.quantities import Quantity
from indicators.quotes import cellrows
from indicators.quotes.cellrows import Row, Span
from indicators.quotes.grids import Grid

_OBJECT = re.compile(r"[^{}\[\]。]{0,24}\{[^\n]*\}[;,，。）)]?\s*")
_ARRAY = re.compile(r"[\"']?(?P<key>[^\"',:\[\]{}]{1,40}+)[\"']?\s*:\s*\[(?P<items>[^\[\]{}]+)\]")
_TITLE = re.compile(r"[\"']?(?:title|text|caption|标题)[\"']?\s*:\s*[\"'](?P<name>[^\"']+)[\"']")
_NAME = re.compile(r"[\"']?(?:name|label|名称)[\"']?\s*:\s*[\"'](?P<name>[^\"']+)[\"']")
_ITEM = re.compile(r"[^,]+")
_DATE = re.compile(r"\s*[\"']?(?:19|20)[0-9]{2}(?:[-./年](?:[0-9]{1,2}月?)?(?:底|末)?)?[\"']?\s*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 2000


def find(text: str, lines: Sequence[Span], found: Sequence[Quantity]) -> Iterator[Grid]:
    """The grid of each line that is the data of a chart; linear in the text."""
    starts = [quantity.start for quantity in found]
    for number, (start, end) in enumerate(lines):
        if end - start <= _LONGEST and _OBJECT.fullmatch(text, start, end):
            grid = _grid(text, number, (start, end), found, starts)
            if grid is not None:
                yield grid


def _grid(
    text: str, number: int, line: Span, found: Sequence[Quantity], starts: Sequence[int]
) -> Grid | None:
    """The arrays of numbers under the one of dates or names; None where they do not fit."""
    arrays = [(match, _items(text, match)) for match in _ARRAY.finditer(text, *line)]
    heads = [items for _, items in arrays if all(_is_head(text, item) for item in items)]
    titles = [match.span("name") for match in _TITLE.finditer(text, *line)]
    if len(heads) != 1:
        return None
    rows: list[Row] = []
    sections: list[Span | None] = []
    for match, items in arrays:
        title = titles[0] if titles else None
        label = _label(text, match, line[0]) or title
        if items == heads[0] or label is None or len(items) != len(heads[0]):
            continue
        figures = [cellrows.quoted(text, item, found, starts) for item in items]
        rows.append(Row(number, ",", (label, *items), (None, *figures)))
        sections.append(title if label != title else None)
    corner = (heads[0][0][0], heads[0][0][0])
    header = (corner, *heads[0])
    return Grid((header,), tuple(rows), tuple(sections), number, number) if rows else None


def _items(text: str, array: re.Match[str]) -> list[Span]:
    return [item.span() for item in _ITEM.finditer(text, *array.span("items"))]


def _is_head(text: str, item: Span) -> bool:
    """Whether an item is a date or a name, and no figure."""
    return bool(_DATE.fullmatch(text, *item) or _HAN.match(text[slice(*item)].strip("\"' ")))


def _label(text: str, array: re.Match[str], start: int) -> Span | None:
    """The name of a series: its key where that is Chinese, else the name told in its object."""
    if _HAN.search(array["key"]):
        return array.span("key")
    opening = max(text.rfind("{", start, array.start()), text.rfind("}", start, array.start()))
    names = list(_NAME.finditer(text, max(start, opening), array.start()))
    return names[-1].span("name") if names else None

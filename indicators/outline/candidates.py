"""Places of a text that look like headings: a number or a known name, and a title behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indicators import numerals
from indicators.outline import markers
from indicators.outline.markers import Marker

# Characters of a title: of a line, of a sentence before its text, of a point.
_LINE, _SENTENCE, _POINT = 60, 40, 32
_CLAUSE = re.compile(r"(?:^|(?<=\n)|(?<=[。！？；;!?])[”’」』）)]?)[^\S\n]*(?=\S)")
_STOP = re.compile(r"[。！？；;!?]")
_ENDS = "。！？!? :："
_LISTED = tuple("；;,，、")
# 总则……3: a line of a printed table of contents.
_LEADER = re.compile(r"[.…·]{3,}\s*[0-9]+$|\t[0-9]+$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a heading: from its number to its title's end at ``end``.

    ``marker`` is None for a part called by name. ``line_end`` is the end of its line. ``listed``
    where it ends as an item of a list does (；).
    """

    start: int
    end: int
    line_end: int
    marker: Marker | None
    listed: bool = False


def find(text: str) -> Iterator[Candidate]:
    """Every place that looks like a heading, in its order; linear in the text."""
    folded = numerals.fold(text)
    line = (0, -1)
    for clause in _CLAUSE.finditer(folded):
        place = clause.end()
        opens = place > line[1]
        if opens:
            line = (place, _line_end(folded, place))
        if found := _at(folded, place, line[1], opens):
            yield found


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _at(text: str, start: int, line_end: int, opens: bool) -> Candidate | None:
    named = markers.NAME.match(text, start, line_end) if opens else None
    if named and not text[named.end() : line_end].strip(_ENDS):
        return Candidate(start, named.end(), line_end, None)
    marker = markers.at(text, start, opens)
    return _titled(text, marker, line_end) if marker and marker.end < line_end else None


def _titled(text: str, marker: Marker, line_end: int) -> Candidate | None:
    stop = _STOP.search(text, marker.end, line_end)
    end = stop.start() if stop else line_end
    most = _POINT if marker.form.point else _SENTENCE if stop else _LINE
    if end - marker.start > most:
        end = _colon(text, marker)
    title = text[marker.end : end]
    alone = stop is None and end == line_end
    if not any(map(str.isalpha, title)) or _LEADER.search(title) or marker.form.whole > alone:
        return None
    listed = text[end : end + 1] in _LISTED[:2] or title.endswith(_LISTED)
    end = marker.end + len(title.rstrip(_ENDS))
    return Candidate(marker.start, end, line_end, marker, listed)


def _colon(text: str, marker: Marker) -> int:
    """一、总体要求:到2020年…… is titled up to the colon; without one there is no title."""
    found = re.compile("[:：]").search(text, marker.end, marker.start + _SENTENCE)
    return found.start() if found and not marker.form.point else marker.end

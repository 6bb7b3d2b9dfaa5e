"""Sentences and the outline of a clean text, as spans of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A sentence runs to 。！？ with its closing quotes, to a full stop of English prose, or to the end
# of the line. ；stays inside: what it joins shares subject and date.
_END = re.compile(
    r"[。！？!?]++[”’」』）)】》\"']*+|(?<=[A-Za-z0-9%)])\.(?=\s+[A-Z\u4e00-\u9fff])|\n++|\r\n?"
)
_HAN_NUMBER = "[一二三四五六七八九十百0-9]{1,4}"
_HEADINGS = (
    re.compile(rf"第{_HAN_NUMBER}[章部编篇]|[一二三四五六七八九十]{{1,3}}、|#{{1,2}} "),
    re.compile(
        rf"第{_HAN_NUMBER}节|[（(][一二三四五六七八九十]{{1,3}}[）)]"
        r"|[0-9]{1,2}\.[0-9]{1,2}[ 　.](?![0-9%])|### "
    ),
    re.compile(
        r"[0-9]{1,2}[.、．](?![0-9])|[0-9]{1,2} (?=[\u4e00-\u9fff])"
        r"|[0-9]{1,2}(?:\.[0-9]{1,2}){2}|####+ "
    ),
    re.compile(r"[（(][0-9]{1,2}[）)]|第[一二三四五六七八九十]{1,2}[,，]|[一二三四五六七八九十]是"),
)
_TITLE_END = re.compile(r"[。！？!?；;：:\n]")
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: its span, its depth from 1 (一、) to 4 (第一,), its words."""

    start: int
    end: int
    depth: int
    title: str


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences in their order, without blanks around them; linear in the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        _append(spans, text, start, end.end())
        start = end.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def outline(text: str) -> tuple[Heading, ...]:
    """The numbered headings of a text (一、 (一) 1. 第一,), from the number to the title's end.

    A line that goes on after a full stop is a heading by its first sentence.
    """
    headings: list[Heading] = []
    for start, end in _lines(text):
        depth = next((d for d, form in enumerate(_HEADINGS, 1) if form.match(text, start, end)), 0)
        title_end = min(_title_end(text, start), end)
        if depth and title_end - start <= _LONGEST_HEADING:
            headings.append(Heading(start, title_end, depth, text[start:title_end].lstrip("# ")))
    return tuple(headings)


def _lines(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for end in re.finditer(r"\n|$", text):
        _append(spans, text, start, end.start())
        start = end.end()
    return tuple(spans)


def _title_end(text: str, start: int) -> int:
    found = _TITLE_END.search(text, start)
    return found.start() if found else len(text)

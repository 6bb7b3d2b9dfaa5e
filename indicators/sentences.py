"""Sentences of a clean text, as spans of it."""

from __future__ import annotations

import re

# A sentence runs to 。！？ with its closing quotes, to a full stop of English prose, or to the end
# of the line. ；stays inside: what it joins shares subject and date.
_END = re.compile(
    r"[。！？!?]++[”’」』）)】》\"']*+|(?<=[A-Za-z0-9%)])\.(?=\s+[A-Z\u4e00-\u9fff])|\n++|\r\n?"
)


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

"""The units of search: pairs of Han characters, whole Latin words, whole numbers as written.

Words would be the wrong unit: segmenters cut 政务机构微博为 as 政务/机构/微博为, and the loss is
silent. A run of Han characters gives every pair in it and its last character alone, so that a
phrase has no gap and a single character is the beginning of some unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indicators.cleaning import variants

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
# What may stand inside a phrase without breaking it: quotes, the plus of 互联网+政务, blanks.
_THROUGH = "“”‘’\"'《》〈〉「」『』+·\\- \u00a0\t"
_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(
    rf"(?P<han>[{HAN}](?:[{_THROUGH}]*+[{HAN}])*+)|[^\W_{HAN}]++(?:[.,][^\W_{HAN}]++)*+"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLDED = {**_WIDE, **{code: code - 0xFEE0 + 32 for code in range(0xFF21, 0xFF3B)}, **_LOWER}


@dataclass(frozen=True, slots=True)
class Token:
    """One unit and its span in the text it was found in."""

    term: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in simplified characters, half-width and lower case, every character in place."""
    simple = variants.to_simplified(text) if _HAN.search(text) else text
    if len(simple) != len(text):
        simple = "".join(map(variants.simplified, text))
    return simple.translate(_FOLDED)


def narrow(text: str) -> str:
    """The text with full-width Latin letters, digits and marks as ASCII."""
    return text.translate(_WIDE)


def tokens(text: str) -> Iterator[Token]:
    """The units of a text in their order; their number is the position a phrase counts by."""
    folded = fold(text)
    for run in _RUN.finditer(folded):
        if run["han"]:
            yield from _pairs(folded, run.start(), run.end())
        else:
            for term in _words(run[0]):
                yield Token(term, run.start(), run.end())


def _pairs(folded: str, start: int, end: int) -> Iterator[Token]:
    places = [at for at in range(start, end) if _HAN.match(folded[at])]
    for one, two in pairwise(places):
        yield Token(folded[one] + folded[two], one, two + 1)
    yield Token(folded[places[-1]], places[-1], end)


def _words(written: str) -> Iterator[str]:
    """gov.cn is found by gov, by cn and as a whole; 47,941 is one number."""
    if _GROUPED.fullmatch(written):
        yield written.replace(",", "")
        return
    for part in written.split(","):
        pieces = part.split(".")
        yield from pieces
        if len(pieces) > 1:
            yield part


def terms(text: str) -> list[str]:
    """The units alone; what an index holds."""
    found: list[str] = []
    for run in _RUN.finditer(fold(text)):
        if run["han"]:
            signs = "".join(_HAN.findall(run[0]))
            found.extend(signs[at : at + 2] for at in range(len(signs)))
        else:
            found.extend(_words(run[0]))
    return found


def normal(text: str) -> str:
    """The searchable characters of a text and nothing between them: two spellings of one name."""
    return "".join(
        "".join(_HAN.findall(run[0])) if run["han"] else run[0] for run in _RUN.finditer(fold(text))
    )


def is_han(text: str) -> bool:
    """Whether a text is Han characters and nothing else."""
    return bool(text) and all(_HAN.match(sign) for sign in text)

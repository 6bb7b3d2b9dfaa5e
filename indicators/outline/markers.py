"""How headings are numbered: 第三章 一、 (一) 1. 2.1 (1) ① 第一, 一是 首先, and what they count."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from indicators import numerals

Number = tuple[int, ...]

_HAN = "[一二三四五六七八九十百零〇]{1,4}"
_ANY = rf"{_HAN}|[0-9]{{1,3}}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ORDINALS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}
# Behind a decimal these are a figure's unit (3.13亿人), behind a lone number a count (3 个).
_UNITS = "%‰万亿千百十个人倍成元年月日家项件次省位名台"
_NAMES = "引言 前言 绪论 导言 导论 结语 结束语 结论 总结 余论 后记 致谢 附录 参考文献 注释"
_REFERENCES = "参考文献 注释"


def _spaced(words: str) -> re.Pattern[str]:
    return re.compile("|".join(r"\s?".join(word) for word in words.split()))


# Parts of a text that are called by a name and have no number.
NAME = _spaced(_NAMES)
# What is numbered below these is no part of the text.
REFERENCES = _spaced(_REFERENCES)


def _count(written: str) -> Number:
    found = numerals.parse(written)
    return (int(found.value),) if found else ()


def _parts(written: str) -> Number:
    return tuple(int(part) for part in written.split("."))


def _ordinal(written: str) -> Number:
    return (_ORDINALS[written],)


def _circled(written: str) -> Number:
    return (_CIRCLED.index(written) + 1,)


@dataclass(frozen=True, slots=True)
class Form:
    """One way of numbering; those of a lower ``rank`` stand above those of a higher one.

    ``whole``: its title has the line to itself. ``alone``: one heading so numbered is enough.
    ``inline``: it may open within a line. ``point``: it numbers a point of an argument, which is a
    heading only where a short title stands before its text.
    """

    rank: float
    pattern: re.Pattern[str]
    value: Callable[[str], Number] = _count
    whole: bool = False
    alone: bool = False
    inline: bool = False
    point: bool = False


def _form(rank: float, pattern: str, value: Callable[[str], Number] = _count, **is_: bool) -> Form:
    return Form(rank, re.compile(pattern), value, **is_)


# HOW TO ADD a way of numbering: one line, its first group the number. The first that fits wins.
FORMS = (
    _form(1, rf"第\s?({_ANY})\s?(?:部分|[编篇])(?=[\s:：])", whole=True, alone=True),
    _form(2, rf"第\s?({_ANY})\s?章", whole=True, alone=True),
    _form(3, rf"第\s?({_ANY})\s?节", whole=True, alone=True),
    _form(9, rf"第\s?({_HAN})(?:\s?[,，、:：]|(?=是))", inline=True, point=True),
    _form(4, rf"({_HAN})\s?[、.．](?!{_HAN}[、线])", alone=True, inline=True),
    _form(5, rf"[(（]\s?({_HAN})\s?[)）]\s?[、.．]?", alone=True, inline=True),
    *(
        _form(
            6 + parts / 10,
            rf"([0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{{parts}}})"
            rf"(?:\.?\s+(?![%‰万亿])|\.(?![0-9])|(?![0-9.{_UNITS}]))",
            _parts,
            alone=True,
        )
        for parts in (1, 2, 3)
    ),
    _form(6, rf"([0-9]{{1,2}})\s(?=[^\W0-9]|[“‘《])(?![{_UNITS}])"),
    _form(6, r"([0-9]{1,2})\s?[、.．](?![0-9])", inline=True),
    _form(7, r"[(（]\s?([0-9]{1,2})\s?[)）]", inline=True),
    _form(7.5, r"([0-9]{1,2})\s?[)）]", inline=True),
    _form(8, rf"([{_CIRCLED}])", _circled, inline=True),
    _form(10, rf"其({_HAN})(?:\s?[,，、:：]|(?=是))", inline=True, point=True),
    _form(10, rf"({_HAN})是", inline=True, point=True),
    _form(9, rf"({'|'.join(_ORDINALS)})\s?[,，]", _ordinal, point=True),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A number that may open a heading: where it stands, how it is written, what it counts."""

    start: int
    end: int
    form: Form
    number: Number


def at(folded: str, start: int, opens_line: bool) -> Marker | None:
    """The number that stands at a place of a folded text, or None."""
    for form in FORMS:
        if (opens_line or form.inline) and (found := form.pattern.match(folded, start)):
            number = form.value(found[1])
            return Marker(start, found.end(), form, number) if number and all(number) else None
    return None

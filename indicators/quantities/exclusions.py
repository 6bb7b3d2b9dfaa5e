"""What looks like a figure and is none: dates, document numbers, money, measures, identifiers."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from indicators import numerals

# A word of Latin letters takes the digits inside it along: IPv6, image-019, c88-800.html.
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_./:@#?=&+~-]*+")
_SPANS = re.compile(
    r"(?=[0-9hw\[〔【(（邮石])(?:"  # what they begin with: at any other sign none need be tried
    r"https?://[^\s\u3000-\u9fff）】》]++|www\.[^\s\u3000-\u9fff]++"
    r"|(?<![0-9.])10\.[0-9]{4,9}/[^\s\u4e00-\u9fff]++"  # DOI
    r"|(?<![0-9])[0-9]{4}-[0-9]{3}[0-9Xx](?![0-9])"  # ISSN
    r"|(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|(?<![0-9.])1[3-9][0-9]{9}(?![0-9.])"  # telephone
    r"|(?<![0-9.])(?:19|20)[0-9]{2}[-/.][01]?[0-9](?:[-/.][0-3]?[0-9])?(?![0-9.%万亿]|[-/][0-9])"
    r"|(?<![0-9.])(?:19|20)[0-9]{2} ?[-–—~至] ?(?:19|20)?[0-9]{2} ?年?(?![0-9.%万亿个家项])"
    r"|(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"  # 14:30
    r"|(?<![0-9.])[0-9]++(?:\.[0-9]++)? ?∶ ?[0-9]++(?:\.[0-9]++)?"  # 2.2∶1
    r"|\[[0-9]{1,3}(?: ?[-,–，、] ?[0-9]{1,3}){0,9}\]"  # [1], [3-5]
    r"|〔[0-9]{4}〕 ?[0-9]*|[\[(（〔【]?[0-9]{4}[\]〕】」)] ?[0-9]{1,4} ?号"  # 〔2016〕55号
    r"|(?<![0-9])[0-9]++(?:\.[0-9]++){2,}"  # 3.2.1
    r"|邮编[:： ]*[0-9]{6}|石家庄 [0-9]{6})"
)
# What follows a number that no indicator is measured in: times, parts of documents, money, sizes.
_AFTER = re.compile(
    r" ?(?:年|月|日|号(?!数)|时(?!的)|点(?![0-9])|分钟|小时|秒|天(?!猫)|周|岁|世纪|季度"
    r"|页|章|节|版|届|期|层|楼|级|行(?![政业])|步(?!入)|字(?!节)|千字"
    r"|[万亿千百]*元|美元|欧元|英镑|日元|港元|人民币|块钱|角(?!度)"
    r"|公里|千米|米(?!兰)|平方|立方|亩|公顷|吨|千克|公斤|克(?!服)|升(?![到至了为入高])|度(?!假)|倍速|千?兆"
    r"|[MGKTP]?[Bb](?:ps)?(?![a-z])|[MGk]?Hz|km|kg|cm|mm|m²"
    r"|[:：∶][0-9]|[-–~至到] ?[0-9]{1,4} ?(?:年|月|日|岁|号))"
)
_NUMERAL_END = frozenset(numerals.CHINESE + "0123456789多余")
_TOP = re.compile(r"强(?![势项点调化度国])")  # 微博100强
_SPAN_OF_TIME = re.compile(r"个(?:半?月(?!活)|小时|钟头|工作日|季度|星期|百分位|年头)|[位号]数")
_LETTERS = re.compile(
    r"(?!million|billion|thousand|percent|per cent|pp\b)[A-Za-z_]|/[A-Za-z0-9]|\.[0-9]"
)
_BEFORE = re.compile(
    r"(?:[A-Za-z_#§№@$¥￥〔]|[A-Za-z][-–/])$|(?:第|No\. ?|[Vv]ol\. ?|pp?\. ?|附图|附表|附件) ?$"
)
_LIST_NUMBER = re.compile(r"[.、．](?![0-9])|\)")
_LINE_START = re.compile(r"(?:^|\n)[ \t#*>(（-]*$")
_CLAUSE_END = re.compile(r"[ \n,，。;；:：、)）!！?？”\"』」]|$|[的和与及]")


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of text without figures, sorted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covering(self, position: int) -> int | None:
        """The end of the stretch around a position, or None."""
        index = bisect_right(self.starts, position) - 1
        return self.ends[index] if index >= 0 and self.ends[index] > position else None


def spans(folded: str) -> Spans:
    """Addresses, identifiers, dates in digits, telephone numbers, footnote marks."""
    found = [match.span() for match in _SPANS.finditer(folded)]
    found += [
        match.span() for match in _WORD.finditer(folded) if any(c.isdigit() for c in match[0])
    ]
    found.sort()
    starts: list[int] = []
    ends: list[int] = []
    for start, end in found:
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Spans(tuple(starts), tuple(ends))


def is_excluded(folded: str, start: int, end: int) -> bool:
    """Whether the number token at [start, end) is no figure, by what touches it."""
    if folded[start] in "第翻":
        return False
    before = folded[max(0, start - 6) : start]
    written = folded[start:end]
    if _BEFORE.search(before) or _LETTERS.match(folded, end):
        return True
    if written[-1] not in _NUMERAL_END:
        return bool(_SPAN_OF_TIME.match(folded, end - 1))
    if _AFTER.match(folded, end):
        return True
    if not written[-1].isdigit():
        return False
    if _TOP.match(folded, end):
        return True
    return _is_mark(folded, start, end, before) or _is_year(written)


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and written[:2] in ("19", "20")


def _is_mark(folded: str, start: int, end: int, before: str) -> bool:
    """1. or (1) or 1、 at the start of a line; 1) behind a figure; (3) after a Han character."""
    closing = folded[end : end + 1]
    short = end - start <= 2
    if not short:
        return False
    if closing == ")":
        return True
    at_line_start = _LINE_START.search(folded[max(0, start - 12) : start])
    return bool(at_line_start and _LIST_NUMBER.match(folded, end)) or bool(
        before.endswith("(") and closing == ")"
    )


def ends_clause(folded: str, position: int) -> bool:
    """Whether nothing but the end of a clause or a particle follows."""
    return bool(_CLAUSE_END.match(folded, position))

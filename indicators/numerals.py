"""Numerals: what a written number stands for, in Arabic or Chinese digits or both."""

from __future__ import annotations

import re
from typing import NamedTuple

# Written longer than this, a run of digits is a serial number or noise, never a figure.
LONGEST = 24
# The same text, character for character, with full-width digits and marks folded to ASCII:
# every pattern below and in quantities is written for the folded text.
_BLANKS = "　\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_FOLDED = str.maketrans(
    "０１２３４５６７８９．％－～／（）：" + _BLANKS, "0123456789.%-~/():" + " " * len(_BLANKS)
)
_FOLDABLE = re.compile(f"[{''.join(map(chr, _FOLDED))}]+")
_WIDE_DIGIT = re.compile(r"[０-９]")
_WIDE_SEPARATOR = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALED = re.compile(r"([0-9]++\.[0-9]++)([十百千])")
_SECTION_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = (("亿", 10**8), ("万", 10**4))
_FACTORS = dict(_LARGE_UNITS) | {"": 1}
_PLAIN = re.compile(r"([0-9]++)(?:\.([0-9]++))?([万亿]?)")

CHINESE = "零〇一二两三四五六七八九十百千万亿"
ARABIC_PATTERN = r"(?:[0-9]{1,3}+(?:,[0-9]{3}(?![0-9]))++|[0-9]++)(?:\.[0-9]++)?+"
CHINESE_PATTERN = rf"[{CHINESE}]++(?:点[零〇一二三四五六七八九]++[万亿]?+)?+"


class Numeral(NamedTuple):
    """A value and the unit of its last printed digit: 7.72亿 is 772000000 in steps of 1000000."""

    value: float
    step: float


def fold(text: str) -> str:
    """The text with full-width digits, marks and blanks as ASCII, every character in its place."""
    folded = _FOLDABLE.sub(lambda found: found[0].translate(_FOLDED), text)
    return _fold_separators(text, folded) if _WIDE_DIGIT.search(text) else folded


def _fold_separators(text: str, folded: str) -> str:
    """１８，９７０: the full-width comma groups digits only between full-width digits."""
    return _WIDE_SEPARATOR.sub(
        lambda found: "," if text[found.start() - 1] >= "０" else found[0], folded
    )


def parse(written: str) -> Numeral | None:
    """The numeral a folded string writes, or None if it writes none.

    Knows 7.72亿, 七亿七千二百万, 7亿7198万, 47,941, 五十五点八, 二〇一五, 两千三.
    """
    if len(written) > LONGEST:
        return None
    plain = _PLAIN.fullmatch(written)
    if plain:
        return _plain(plain)
    return _parse(re.sub(r"[ ,多余]", "", written))


def _plain(found: re.Match[str]) -> Numeral:
    """7.72亿, 55.8, 802: the usual ways to write a figure, read directly."""
    whole, decimals, sign = found.groups("")
    factor = _FACTORS[sign]
    value = float(f"{whole}.{decimals}") if decimals else float(whole)
    step = round(0.1 ** len(decimals), 12) if decimals else 1.0
    return Numeral(_times(value, factor), _times(step, factor)) if sign else Numeral(value, step)


def _parse(written: str) -> Numeral | None:
    for sign, factor in _LARGE_UNITS:
        head, found, tail = written.rpartition(sign)
        if found:
            return _with_large_unit(head, factor, tail)
    return _section(written)


def _with_large_unit(head: str, factor: int, tail: str) -> Numeral | None:
    high = _parse(head)
    if high is None:
        return None
    if not tail:
        return Numeral(_times(high.value, factor), _times(high.step, factor))
    low = _parse(tail)
    if low is None or low.value >= factor:
        return None
    if len(tail) == 1 and tail in _DIGITS:  # 三万五 = 35 000
        low = Numeral(low.value * factor / 10, factor / 10)
    return Numeral(high.value * factor + low.value, low.step)


def _times(value: float, factor: int) -> float:
    """The product without binary dust: 7.72 × 10⁸ is 772000000, not 772000000.0000001."""
    return float(f"{value * factor:.12g}")


def _section(written: str) -> Numeral | None:
    """A number below 万: Arabic, digit by digit, or with 十百千; 点 or a point for decimals."""
    scaled = _SCALED.fullmatch(written)
    if scaled:  # 6.5千
        base, factor = _section(scaled[1]), _SECTION_UNITS[scaled[2]]
        return base and Numeral(_times(base.value, factor), _times(base.step, factor))
    whole, point, decimals = written.replace(".", "点").partition("点")
    if whole.isascii() and whole.isdecimal():
        value: float | None = float(whole)
        last = 1.0
    else:
        value, last = _chinese(whole)
    if value is None:
        return None
    if not point:
        return Numeral(value, last)
    digits = decimals if decimals.isascii() else _arabic(decimals)
    if not digits.isdecimal():
        return None
    return Numeral(
        round(value + int(digits) / 10 ** len(digits), len(digits)), round(0.1 ** len(digits), 12)
    )


def _arabic(digits: str) -> str:
    return "".join(str(_DIGITS.get(digit, "?")) for digit in digits)


def _chinese(written: str) -> tuple[float | None, float]:
    """Value and last unit of 七千二百, 十五, 8千, 二〇一五; (None, 1) if it is none of them."""
    if not written:
        return None, 1
    if len(written) > 1 and all(sign in _DIGITS for sign in written):
        return float(_arabic(written)), 1
    total, digit, last, previous = 0.0, -1.0, 1.0, 10_000
    for part in re.findall(r"[0-9]+|.", written):
        unit = _SECTION_UNITS.get(part)
        if unit is None:
            value = float(part) if part.isdecimal() and part.isascii() else _DIGITS.get(part, -1)
            if value < 0 or (digit > 0 and part != "零"):
                return None, 1
            digit = value
        elif unit >= previous:
            return None, 1
        else:
            total += max(digit, 1) * unit if digit <= 0 else digit * unit  # 千零十三 is 千零一十三
            digit, last, previous = -1.0, float(unit), unit
    if digit > 0:
        colloquial = previous in (100, 1000) and "零" not in written  # 两千三 = 2300
        last = previous / 10 if colloquial else 1.0
        total += digit * last
    return total, (last if total >= 1000 else 1.0)

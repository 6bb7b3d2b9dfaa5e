"""Writing numbers as Chinese prose does: with all their digits, or in Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零一二三四五六七八九"


def plain(value: Decimal) -> str:
    """771980000, 55.8: all digits, no exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(value: Decimal) -> str:
    """A number in Chinese numerals."""
    whole, _, decimals = plain(value).partition(".")
    words = whole_in_words(int(whole))
    return words + (f"点{''.join(DIGITS[int(d)] for d in decimals)}" if decimals else "")


def whole_in_words(value: int) -> str:
    """七亿七千一百九十八万, 一百零三."""
    for factor, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= factor:
            high, low = divmod(value, factor)
            head = "" if factor == 10 and high == 1 else whole_in_words(high)
            gap = "零" if low and low < factor // 10 else ""
            rest = whole_in_words(low) if low else ""
            return head + word + gap + ("一" if rest.startswith("十") else "") + rest
    return DIGITS[value]

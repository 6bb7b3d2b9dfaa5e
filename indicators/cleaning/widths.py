"""Compatibility forms: Kangxi radicals for characters, full-width digits among ordinary ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from indicators.cleaning.edits import Edit

RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# Radicals of the supplement that Unicode does not decompose, and the characters they look like.
SUPPLEMENT = dict(
    zip(
        "⺠⺎⺏⺑⺒⺓⺝⺩⺪⺫⺬⺮⺱⺶⺸⻁⻂⻃⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "民兀尣尢巳幺月王疋目示竹网羊羊虎衣覀西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
NUMBER = re.compile("[0-9０-９][0-9０-９.．,]*[0-9０-９%％‰]|[0-9０-９][%％]")
NARROW_DIGIT = re.compile("[0-9]")
WIDE = re.compile("[０-９．]")
ASCII = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0E, 0xFF05)}


def edits(text: str) -> list[Edit]:
    """Radicals become characters; numbers become ASCII where a text mixes the two widths.

    A text that sets all its digits full-width chose to, and is left as it is.
    """
    found = [
        Edit(match.start(), match.end(), character(match[0]), "radical")
        for match in RADICALS.finditer(text)
        if character(match[0]) != match[0]
    ]
    numbers = [match for match in NUMBER.finditer(text) if not match[0].isascii()]
    if any(is_mixed(match[0]) for match in numbers):
        found += [edit for match in numbers for edit in narrow(match)]
        found.sort(key=lambda edit: edit.start)
    return found


@lru_cache(maxsize=1024)
def character(radical: str) -> str:
    """The character a radical or compatibility ideograph stands for."""
    return SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


def is_mixed(number: str) -> bool:
    """Whether one number has digits of one width and digits or a point of the other."""
    return bool(WIDE.search(number)) and bool(NARROW_DIGIT.search(number))


def narrow(match: re.Match[str]) -> list[Edit]:
    """One edit for a number's full-width signs; the percent sign with them."""
    after = match[0].translate(ASCII)
    return [Edit(match.start(), match.end(), after, "width")] if after != match[0] else []

"""A figure as its publisher printed it, read back as a number with its precision.

Only the narrow forms of our own data files: 7.72亿, 77198万人, 1700多项, 48.8%, 突破一万家,
16.36 million. Figures in running text are the business of indicators.quantities.
"""

from __future__ import annotations

import re

from indicators import numerals
from indicators.numerals import Numeral

_ENGLISH = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_FIGURE = re.compile(
    r"""(?:约|近|超过|超|接近|突破|已逾|more\ than\ |about\ |>|≥|第)?
        (?P<numeral>[0-9零一二两三四五六七八九十百千万亿.,多余]+)
        (?:\ (?P<scale>thousand|million|billion))?
        (?:%|人|个|家|项|类|位|名)?""",
    re.VERBOSE,
)


def read(text: str) -> Numeral | None:
    """The number a printed figure stands for (7.72亿: 772000000 in steps of 1000000), or None."""
    figure = _FIGURE.fullmatch(text)
    numeral = numerals.parse(figure["numeral"]) if figure else None
    if figure is None or numeral is None:
        return None
    factor = _ENGLISH.get(figure["scale"], 1.0)
    return Numeral(round(numeral.value * factor, 6), numeral.step * factor)


def agrees(text: str, value: float) -> bool | None:
    """Whether a value could have been rounded to the printed figure; None if it is unreadable."""
    numeral = read(text)
    if numeral is None:
        return None
    return abs(value - numeral.value) <= numeral.step / 2 + 1e-9 * abs(value)

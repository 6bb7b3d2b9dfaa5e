"""What the words before a change say of it: which way it goes (增加, 下滑), how long it took."""

from __future__ import annotations

import re
from typing import Literal

from indicators import numerals
from indicators.quantities import Quantity

Direction = Literal[1, -1, 0]

_WORDS = re.compile(
    "(?P<up>新增|增|上升|提升|提高|升|上涨|涨|扩大|扩增|多出|高出|多|高|翻|"
    r"\b(?:up|rose|grew|increased?|added|gained|higher)\b)"
    "|(?P<down>减少|减|下降|降|下滑|回落|缩|跌|少|低|关停|"
    r"\b(?:down|fell|declined?|decreased?|dropped|lost|lower|fewer)\b)",
    re.IGNORECASE,
)
# 增长 right before a multiple counts the growth alone; 增长到 counts the whole.
_GROWTH = re.compile(r"(?:增长|增加|提高|扩大|上升|提升)了?(?:约|近|超过?|逾)?$")
# 全年新增, 五年间提高, 半年增加: the time a change took, said in its sentence.
_SPAN = re.compile(
    r"(?<![0-9一二三四五六七八九十百])(?P<n>[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
    r"(?:个)?(?:多)?年(?:间|来|里|中|内|时间|之间|之内|共|合计|累计)"
    r"|(?P<year>全年|年增|同比|(?<![0-9一二三四五六七八九十百])一年|较上年|比上年)"
    r"|(?P<half>上半年|下半年|半年)"
)
_SENTENCE = re.compile("[。！？!?\n]")
_SENTENCE_REACH = 40
_BREAK = re.compile("[，。；！？,;!?\n]")
_REACH = 16


def of(text: str, quantity: Quantity) -> Direction:
    """1 for a rise, -1 for a fall, 0 where the words before the quantity say neither."""
    before = text[max(0, quantity.start - _REACH) : quantity.start]
    clause = _BREAK.split(before)[-1]
    words = list(_WORDS.finditer(clause))
    if not words:
        return 0
    return 1 if words[-1]["up"] else -1


def counts_growth_only(text: str, quantity: Quantity) -> bool:
    """Whether a multiple is written as growth: 增长3.5倍, not 增长到3.5倍 or 是原来的3.5倍."""
    return bool(_GROWTH.search(text[max(0, quantity.start - _REACH) : quantity.start]))


def span(text: str, quantity: Quantity) -> int | None:
    """The months a change took, by the nearest words for it before it in its sentence, or None."""
    before = text[max(0, quantity.start - _SENTENCE_REACH) : quantity.start]
    words = list(_SPAN.finditer(_SENTENCE.split(before)[-1]))
    if not words:
        return None
    said = words[-1]
    if said["half"]:
        return 6
    years = 1.0 if said["year"] else _years(said["n"])
    return round(12 * years) if years else None


def _years(written: str) -> float:
    numeral = numerals.parse(written)
    return numeral.value if numeral else 0.0

"""A total written as one (合计, 总计) held to the figures before it, in a clause or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indicators.checks.agreement import Band, claimed_band
from indicators.checks.passages import Contradiction, Passage
from indicators.checks.verdicts import Fact, Reason
from indicators.quantities import Quantity

_NUMBERS = {sign: n for n, sign in enumerate("二三四五六七八九十", 2)} | {"两": 2}
# 三省合计, 两者相加, 四项之和: how many figures it sums is said.
_COUNTED = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:者|省|地|市|项|类|家|区|部分|个)[^，。；0-9]{0,4}"
    r"(?:合计|总计|共计|相加|之和|加总|总和)[^0-9，。；！？\n]{0,8}$"
)
# 全国共有, 总数为: a total that does not say what it sums.
_PLAIN = re.compile(r"(?:共有?|总数|总计|合计|总量)[^0-9，。；！？\n]{0,8}$")
NEARLY = 0.05
# A row of a table that sums the rows above it.
_ROW = re.compile(r"(?:^|\n)[ 　|]{0,6}(?:各[地省]|以上)?(?:合计|总计|小计)[^\n0-9]{0,6}$")


def find(passage: Passage) -> Iterator[Contradiction]:
    """The totals that their parts do not add up to."""
    counts = [quantity for quantity in passage.quantities if quantity.unit in ("count", "number")]
    places = {quote.quantity.start: index for index, quote in passage.quotes}
    for at, total in enumerate(counts):
        before = passage.context.text[max(passage.start, total.start - 24) : total.start]
        parts = _parts(passage.context.text, before, counts[:at], total)
        involved = [places[one.start] for one in (*parts, total) if one.start in places]
        if parts and involved and not _adds_up(parts, total):
            yield _contradiction(passage, parts, total, involved)


def _parts(
    text: str, before: str, counts: Sequence[Quantity], total: Quantity
) -> Sequence[Quantity]:
    """The figures a total says it sums; none if it is no such total."""
    counted = _COUNTED.search(before)
    if counted:
        wanted = _NUMBERS[counted["n"]]
        for parts in (_in_sentence(text, counts, total), _rows_above(text, counts, total)):
            if len(parts) >= wanted:
                return parts[-wanted:]
        return ()
    if _ROW.search(before):
        return _rows_above(text, counts, total)
    if _PLAIN.search(before):
        alike = _in_sentence(text, counts, total)
        return alike if _nearly(alike, total) else ()
    return ()


def _in_sentence(text: str, counts: Sequence[Quantity], total: Quantity) -> Sequence[Quantity]:
    """The figures of the total's kind before it in its sentence."""
    first = counts[0].start if counts else total.start
    start = max(text.rfind(stop, first, total.start) for stop in "。！？\n")
    return [one for one in counts if one.start > start and one.classifier == total.classifier]


def _nearly(parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether a plain total is so near the sum of all before it that it must be meant as that."""
    added = sum(part.value for part in parts)
    return len(parts) > 1 and abs(added - total.value) <= NEARLY * total.value


def _rows_above(text: str, counts: Sequence[Quantity], total: Quantity) -> Sequence[Quantity]:
    """One figure of the total's kind a line, on the lines right above."""
    rows: list[Quantity] = []
    below = total
    for one in reversed([one for one in counts if one.classifier == total.classifier]):
        if text.count("\n", one.end, below.start) != 1:
            break
        rows.append(one)
        below = one
    return rows[::-1] if len(rows) > 1 else ()


def _adds_up(parts: Sequence[Quantity], total: Quantity) -> bool:
    band = Band(0.0, 0.0)
    for part in parts:
        band = band + claimed_band(part)
    said = claimed_band(total)
    return said.low <= band.high and band.low <= said.high


def _contradiction(
    passage: Passage, parts: Sequence[Quantity], total: Quantity, involved: Sequence[int]
) -> Contradiction:
    """Told of the total or, where that is no quote itself, of its last part."""
    read = [q.quantity.value for _, q in passage.quotes if q.quantity.start == total.start]
    unit = read[0] / total.value if read and total.value else 1.0  # 万, told by a heading
    recomputed = round(sum(part.value for part in parts) * unit, 6)
    facts: dict[str, Fact] = passage.facts(involved[-1]) | {
        "stated": total.surface,
        "given": "、".join(part.surface for part in parts),
        "recomputed": recomputed,
    }
    reason = Reason("inconsistent_sum", facts)
    return Contradiction(involved[-1], tuple(involved[:-1]), recomputed, reason)

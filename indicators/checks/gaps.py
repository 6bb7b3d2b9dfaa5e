"""A gap written as one (两者相差, 差距为) held to the two figures before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks.agreement import claimed_band
from indicators.checks.passages import Contradiction, Passage, subject_of, time_of
from indicators.checks.verdicts import Fact, Reason
from indicators.quantities import Quantity

_GAP = re.compile(r"(?:相差|差距|之差|落差|相距)[^0-9，。；！？]{0,4}$")


def find(passage: Passage) -> Iterator[Contradiction]:
    """The gaps between two areas that their rates do not leave."""
    for gap in passage.quantities:
        before = passage.context.text[max(passage.start, gap.start - 12) : gap.start]
        if gap.unit != "point" or not _GAP.search(before):
            continue
        pair = _pair(passage, gap)
        if pair and not _leaves(passage, pair, gap):
            yield _contradiction(passage, pair, gap)


def _pair(passage: Passage, gap: Quantity) -> tuple[int, int] | None:
    """The last two rates before the gap in its sentence: of one thing, in two areas."""
    levels = [
        index
        for index, quote in passage.quotes
        if quote.kind == "level"
        and quote.quantity.unit == "percent"
        and quote.sentence[0] <= quote.quantity.start < gap.start < quote.sentence[1]
    ][-2:]
    if len(levels) < 2:
        return None
    first, second = (passage.quote(index) for index in levels)
    alike = subject_of(first)._replace(area=second.area) == subject_of(second)
    if not alike or first.area == second.area or time_of(first) != time_of(second):
        return None
    return levels[0], levels[1]


def _leaves(passage: Passage, pair: tuple[int, int], gap: Quantity) -> bool:
    apart = (passage.band(pair[0]) - passage.band(pair[1])).folded()
    return claimed_band(gap).meets(apart)


def _contradiction(passage: Passage, pair: tuple[int, int], gap: Quantity) -> Contradiction:
    """Told of the second figure, as the gap itself is no quote."""
    first, second = (passage.quote(index).quantity for index in pair)
    value = round(abs(first.value - second.value), 6)
    facts: dict[str, Fact] = passage.facts(pair[1]) | {
        "stated": gap.surface,
        "first": first.surface,
        "second": second.surface,
        "recomputed": value,
        "quantity_unit": "point",
    }
    return Contradiction(pair[1], (pair[0],), value, Reason("inconsistent_gap", facts))

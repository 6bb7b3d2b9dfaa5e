"""Quoted changes held to the two levels their passage gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks import direction, movement
from indicators.checks.agreement import Measured
from indicators.checks.movement import Movement
from indicators.checks.passages import Contradiction, Passage, subject_of
from indicators.checks.verdicts import Fact, Reason
from indicators.quotes import Quote

# Between two undated levels: 由 … 增加到 …, 从 … 变为 …
_FROM = re.compile(r"[由从自][^，。；！？]{0,24}$")
_TO = re.compile(r"[到至为成]")
_RATES = frozenset({"percent"})


def find(passage: Passage) -> Iterator[Contradiction]:
    """The changes that do not follow from the levels they stand beside."""
    for index, quote in passage.quotes:
        if quote.kind != "change":
            continue
        ends = _dated(passage, quote) or _in_sentence(passage, index, quote)
        if ends:
            contradiction = _checked(passage, index, quote, *ends)
            if contradiction:
                yield contradiction


def _dated(passage: Passage, quote: Quote) -> tuple[int, int] | None:
    """The levels of exactly the two months the change names."""
    end_month = quote.as_of or quote.inferred
    if quote.since is None or end_month is None:
        return None
    subject = subject_of(quote)
    starts = passage.levels.get((subject, quote.since), ())
    ends = passage.levels.get((subject, end_month), ())
    return (starts[-1], ends[-1]) if starts and ends else None


def _in_sentence(passage: Passage, index: int, quote: Quote) -> tuple[int, int] | None:
    """The last two levels of the subject before the change in its sentence."""
    before = [
        at
        for at, other in passage.quotes
        if at < index
        and other.kind == "level"
        and other.sentence == quote.sentence
        and subject_of(other) == subject_of(quote)
    ][-2:]
    if len(before) < 2:
        return None
    first, second = (passage.quote(at) for at in before)
    months = [one.as_of or one.inferred for one in (first, second)]
    if months[0] and months[1] and months[0] != months[1]:
        return _of_these_months(quote, before, months)
    return (before[0], before[1]) if _from_to(passage.context.text, first, second) else None


def _of_these_months(
    quote: Quote, places: list[int], months: list[str | None]
) -> tuple[int, int] | None:
    pairs = sorted((month or "", place) for month, place in zip(months, places, strict=True))
    (start_month, start), (end_month, end) = pairs
    named = quote.as_of or quote.inferred
    if (named and named != end_month) or (quote.since and quote.since != start_month):
        return None
    return start, end


def _from_to(text: str, first: Quote, second: Quote) -> bool:
    opening = text[first.sentence[0] : first.quantity.start]
    between = text[first.quantity.end : second.quantity.start]
    return bool(_FROM.search(opening) and _TO.search(between))


def _checked(
    passage: Passage, index: int, quote: Quote, start: int, end: int
) -> Contradiction | None:
    ends = (_measured(passage, start), _measured(passage, end))
    rate = passage.quote(end).quantity.unit in _RATES
    text, quantity = passage.context.text, quote.quantity
    said = direction.of(text, quantity)
    gone = movement.difference(*ends)
    if quantity.unit not in ("rank", "times") and gone.opposes(said):
        return _contradiction(passage, "inconsistent_direction", index, start, end, gone)
    moves = list(movement.readings(text, quantity, rate, *ends))
    if rate and quantity.unit == "percent":
        moves.append(gone)  # 2.6% for 2.6个百分点 is a matter of units, not of arithmetic
    if not moves or any(move.agrees(quantity) for move in moves):
        return None
    return _contradiction(passage, f"inconsistent_{moves[0].mode}", index, start, end, moves[0])


def _measured(passage: Passage, index: int) -> Measured:
    return Measured(passage.quote(index).quantity.value, passage.band(index))


def _contradiction(
    passage: Passage, rule: str, index: int, start: int, end: int, move: Movement
) -> Contradiction:
    recomputed = move.value if rule == "inconsistent_direction" else abs(move.value)
    facts: dict[str, Fact] = passage.facts(index) | {
        "first": passage.quote(start).quantity.surface,
        "second": passage.quote(end).quantity.surface,
        "recomputed": round(abs(recomputed), 4),
        "way": "rose" if move.value > 0 else "fell",
    }
    return Contradiction(index, (start, end), recomputed, Reason(rule, facts))

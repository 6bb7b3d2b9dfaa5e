"""Quoted changes held to the two levels their passage gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.checks import direction, movement
from indicators.checks.agreement import Band, Measured
from indicators.checks.movement import Movement
from indicators.checks.passages import Contradiction, Passage, subject_of
from indicators.checks.verdicts import Fact, Reason
from indicators.quotes import Quote

# Between two undated levels: 由 … 增加到 …, 从 … 变为 …
_FROM = re.compile(r"[由从自][^，。；！？]{0,24}$")
# 上年末网民7.72亿: the level a change starts from.
_BASE = re.compile(r"(?:上年|去年|年初|此前|原有|原来|期初)[^，。；！？]{0,14}$")
_TO = re.compile(r"[到至为成]")
_RATES = frozenset({"percent"})


def find(passage: Passage) -> Iterator[Contradiction]:
    """The changes that do not follow from the levels they stand beside."""
    for index, quote in passage.quotes:
        if quote.kind != "change":
            continue
        yield from _framed(passage, index, quote)
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
    starts = passage.level(subject, quote.since)
    ends = passage.level(subject, end_month)
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


def _framed(passage: Passage, index: int, quote: Quote) -> Iterator[Contradiction]:
    """上年末 A，新增 B，达到 C: a level, a change, and the level that should be their sum."""
    start, end = _level(passage, index, quote, -1), _level(passage, index, quote, 1)
    if start is None or end is None or not _frames(passage, start, quote, end):
        return
    size = quote.quantity.value
    falls = direction.of(passage.context.text, quote.quantity) < 0
    moved = Band(-size, -size) if falls else Band(size, size)
    reached = passage.band(start) + moved.widened(quote.quantity.step / 2)
    said = passage.band(end)
    if said.meets(reached) or said.meets(passage.band(start)):
        return
    value = passage.quote(start).quantity.value + moved.low
    facts: dict[str, Fact] = passage.facts(end) | {
        "first": passage.quote(start).quantity.surface,
        "second": quote.quantity.surface,
        "way": "fell" if falls else "rose",
        "recomputed": round(value, 4),
    }
    yield Contradiction(end, (start, index), value, Reason("inconsistent_level", facts))


def _level(passage: Passage, index: int, quote: Quote, step: int) -> int | None:
    """The nearest level of the same thing before (-1) or after (1) a change in its sentence."""
    found = [
        at
        for at, other in passage.quotes
        if (at - index) * step > 0
        and other.kind == "level"
        and other.sentence == quote.sentence
        and subject_of(other) == subject_of(quote)
    ]
    return min(found, key=lambda at: abs(at - index), default=None)


def _frames(passage: Passage, start: int, quote: Quote, end: int) -> bool:
    """Whether the first level is told as the one the change starts from."""
    first, last = passage.quote(start), passage.quote(end)
    months = (first.as_of or first.inferred, last.as_of or last.inferred)
    if quote.quantity.unit not in ("count", "point"):
        return False
    if months[0] and months[1] and months[0] != months[1]:
        return quote.since == months[0] and (quote.as_of or quote.inferred) == months[1]
    before = passage.context.text[first.sentence[0] : first.quantity.start]
    return bool(_BASE.search(before))


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

"""Which candidates are headings: those whose numbers run on, with a text of their own.

A list has items with nothing behind them, or items that end in ；; a table's rows follow one
another; a date or a figure at the beginning of a line runs on from nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.outline.candidates import Candidate
from indicators.outline.markers import Marker

Placed = tuple[Candidate, int]  # a heading and its level from 1

_LOST = 2  # as many headings in a row may be missing
_ROUNDS = 4
_TEXT = 8  # characters that make a text behind a title


@dataclass(slots=True)
class _Open:
    """A series that may run on: its last marker, its members by their place."""

    marker: Marker
    members: list[int]


def place(text: str, found: Sequence[Candidate]) -> tuple[Placed, ...]:
    """The headings among the candidates, with their levels.

    What is no heading may have stood between two that are, so the rest is looked at again.
    """
    for _ in range(_ROUNDS):
        levels, runs = _nest(found)
        refused = {at for run in runs for at in run if not _holds(text, found, run)}
        if not refused and len(levels) == len(found):
            break
        found = [one for at, one in enumerate(found) if at in levels and at not in refused]
    levels, _ = _nest(found)
    return tuple((one, levels[at]) for at, one in enumerate(found) if at in levels)


def _nest(found: Sequence[Candidate]) -> tuple[dict[int, int], list[list[int]]]:
    """The level of each candidate that fits in, by its place, and the series of them."""
    open_: list[_Open] = []
    levels: dict[int, int] = {}
    runs: list[list[int]] = []
    for at, one in enumerate(found):
        if one.marker is None:
            open_.clear()
            levels[at] = 1
            continue
        rank = one.marker.form.rank
        above = next((i for i, run in enumerate(open_) if run.marker.form.rank >= rank), len(open_))
        before = open_[above] if above < len(open_) else None
        if before and before.marker.form is one.marker.form and _runs_on(before.marker, one):
            before.members.append(at)
            before.marker = one.marker
            del open_[above + 1 :]
        elif _opens(one):
            del open_[above:]
            open_.append(_Open(one.marker, [at]))
            runs.append(open_[-1].members)
        else:
            continue
        levels[at] = len(open_)
    return levels, runs


def _runs_on(before: Marker, one: Candidate) -> bool:
    assert one.marker
    *parents, last = before.number
    *own, number = one.marker.number
    if own != parents:
        return False
    return 1 <= number - last <= 1 + _LOST * (not one.marker.form.point)


def _opens(one: Candidate) -> bool:
    assert one.marker
    form, number = one.marker.form, one.marker.number
    if len(number) > 1:
        return number[-1] <= 1 + _LOST
    return number[0] <= 1 + _LOST * form.alone


def _holds(text: str, found: Sequence[Candidate], run: Sequence[int]) -> bool:
    """Whether a series is one of headings."""
    first = found[run[0]].marker
    assert first
    if any(found[at].listed for at in run):
        return False
    if first.form.point:
        return len(run) > 1 and all(_told(text, found, at) for at in run)
    if len(run) == 1:
        return first.form.alone and _told(text, found, run[0])
    return any(_told(text, found, at) for at in run[:-1])


def _told(text: str, found: Sequence[Candidate], at: int) -> bool:
    """Whether a title has a text of its own or headings below it."""
    one = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    end = following.start if following else len(text)
    if one.marker and one.marker.form.point:
        end = min(end, one.line_end)
    if end - one.end > _TEXT:
        return True
    return bool(following and _below(following.marker, one.marker))


def _below(following: Marker | None, marker: Marker | None) -> bool:
    return bool(following and marker and following.form.rank > marker.form.rank)

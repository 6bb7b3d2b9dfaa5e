"""The figures of a passage against each other: every contradiction, beside any verdict."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from indicators.checks import (
    arithmetic,
    balances,
    gaps,
    moves,
    official,
    passages,
    penetration,
    repeats,
    totals,
)
from indicators.checks.passages import Contradiction, Passage
from indicators.checks.verdicts import Context
from indicators.library import Library

# Balances, moves and gaps hold quotes to each other: one alone has none to be held to.
FEWEST = 2


def contradictions(context: Context, library: Library) -> tuple[Contradiction, ...]:
    """What cannot all hold, each figure found at fault once; linear in the text and its quotes.

    Figures are compared as printed, by interval arithmetic: rounding is never a contradiction.
    """
    found = itertools.chain(
        repeats.find(context, official.of(library)),
        *(_within(passage) for passage in passages.split(context)),
    )
    first: dict[int, Contradiction] = {}
    for one in found:
        first.setdefault(one.stated, one)
    return tuple(first[stated] for stated in sorted(first))


def _within(passage: Passage) -> Iterator[Contradiction]:
    yield from totals.find(passage)
    yield from arithmetic.run(penetration.RELATIONS, passage, 1)
    if len(passage.quotes) < FEWEST:
        return
    yield from arithmetic.run(balances.RELATIONS, passage, FEWEST)
    yield from moves.find(passage)
    yield from gaps.find(passage)

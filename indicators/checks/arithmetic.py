"""One arithmetic check within a passage: what some figures give, and what another one says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indicators.checks.agreement import Band
from indicators.checks.passages import Contradiction, Passage, Time
from indicators.checks.verdicts import Fact, Reason

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Check:
    """One arithmetic check: what some figures give, and the figure that says it.

    ``stated`` must lie in ``recomputed``, give or take ``slack``; ``value`` is the point in it.
    ``turned`` holds, for figures among the inputs, the value that the rest give for them: none
    can know which of the figures is wrong, so each is told its own.
    """

    rule: str
    recomputed: Band
    value: float
    stated: int
    inputs: tuple[int, ...]
    slack: float = 0.0
    extra: tuple[str, ...] = ()  # surfaces of inputs that are no quotes
    turned: tuple[tuple[int, float], ...] = ()

    def holds(self, passage: Passage) -> bool:
        room = self.recomputed.widened(self.slack)
        said = passage.band(self.stated)
        return said.low <= room.high + _DUST and room.low <= said.high + _DUST

    def contradictions(self, passage: Passage) -> Iterator[Contradiction]:
        """The contradiction as each of the figures is told it."""
        everyone = (*self.inputs, self.stated)
        for at, implied in ((self.stated, self.value), *self.turned):
            others = tuple(one for one in everyone if one != at)
            given = [*self.extra, *(passage.quote(one).quantity.surface for one in others)]
            facts: dict[str, Fact] = passage.facts(at) | {
                "given": "、".join(given),
                "recomputed": round(implied, 4),
            }
            rule = self.rule if at == self.stated else "inconsistent_implied"
            yield Contradiction(at, others, implied, Reason(rule, facts))


# A kind of check: for each time, lists of checks that stand for the same statement. Where a
# figure is given more than once, one combination that holds is enough.
Relation = Callable[[Passage, Time], Iterator[list[Check]]]


def run(relations: tuple[Relation, ...], passage: Passage, fewest: int) -> Iterator[Contradiction]:
    """The contradictions the relations find, of each the one whose figures stand closest.

    ``fewest``: how many subjects a time must have figures of, for any of the relations to apply.
    """
    for time, told in passage.levels.items():
        for relation in relations if len(told) >= fewest else ():
            for checks in relation(passage, time):
                if checks and not any(check.holds(passage) for check in checks):
                    yield from min(checks, key=_spread).contradictions(passage)


def _spread(check: Check) -> int:
    places = (check.stated, *check.inputs)
    return max(places) - min(places)


def value(passage: Passage, index: int) -> float:
    return passage.quote(index).quantity.value


def positive(passage: Passage, *indices: int) -> bool:
    """Whether one may divide by all of these."""
    return all(passage.band(index).low > 0 for index in indices)

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
    """One arithmetic check: what it gives, what was said, and whether both can hold."""

    rule: str
    recomputed: Band
    value: float
    stated: int
    inputs: tuple[int, ...]
    slack: float = 0.0
    extra: tuple[str, ...] = ()  # surfaces of inputs that are no quotes

    def contradiction(self, passage: Passage) -> Contradiction | None:
        """None if the stated figure can hold."""
        room = self.recomputed.widened(self.slack)
        said = passage.band(self.stated)
        if said.low <= room.high + _DUST and room.low <= said.high + _DUST:
            return None
        given = [*self.extra] + [passage.quote(i).quantity.surface for i in self.inputs]
        facts: dict[str, Fact] = passage.facts(self.stated) | {
            "given": "、".join(given),
            "recomputed": round(self.value, 4),
        }
        return Contradiction(self.stated, self.inputs, self.value, Reason(self.rule, facts))


# A kind of check: for each time, lists of checks that stand for the same statement. Where a
# figure is given more than once, one combination that holds is enough.
Relation = Callable[[Passage, Time], Iterator[list[Check]]]


def run(relations: tuple[Relation, ...], passage: Passage) -> Iterator[Contradiction]:
    """The contradictions the relations find, of each the one whose figures stand closest."""
    for time in passage.times():
        for relation in relations:
            for checks in relation(passage, time):
                found = [one for one in (c.contradiction(passage) for c in checks) if one]
                if found and len(found) == len(checks):
                    yield min(found, key=_spread)


def _spread(contradiction: Contradiction) -> int:
    places = (contradiction.stated, *contradiction.inputs)
    return max(places) - min(places)


def value(passage: Passage, index: int) -> float:
    return passage.quote(index).quantity.value


def positive(passage: Passage, *indices: int) -> bool:
    """Whether one may divide by all of these."""
    return all(passage.band(index).low > 0 for index in indices)

"""The list of repairs: equal ones counted together, the doubtful ones first and one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.cleaning import CleanText, Repair
from indicators.ui.reader import HIDDEN_KINDS, hidden_lines


@dataclass(frozen=True, slots=True)
class Change:
    """The same repair made ``count`` times: ``before`` was read as ``after``."""

    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """All certain repairs of one kind of damage, the most frequent first."""

    kind: str
    count: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RepairList:
    """What was done to a text. ``hidden`` counts the lines of advertising that were left out,
    which are not among the ``total`` repairs.
    """

    total: int
    doubtful: tuple[Repair, ...]
    groups: tuple[Group, ...]
    hidden: int


def summarise(clean: CleanText) -> RepairList:
    """Group the repairs of a text by kind; lines left out are counted and never quoted."""
    shown = [repair for repair in clean.repairs if repair.kind not in HIDDEN_KINDS]
    certain = [repair for repair in shown if repair.certain]
    kinds = Counter(repair.kind for repair in certain)
    return RepairList(
        total=len(shown),
        doubtful=tuple(repair for repair in shown if not repair.certain),
        groups=tuple(_group(kind, count, certain) for kind, count in kinds.most_common()),
        hidden=hidden_lines(clean),
    )


def _group(kind: str, count: int, repairs: Iterable[Repair]) -> Group:
    changes = Counter((r.before, r.after) for r in repairs if r.kind == kind)
    return Group(
        kind,
        count,
        tuple(Change(before, after, n) for (before, after), n in changes.most_common()),
    )

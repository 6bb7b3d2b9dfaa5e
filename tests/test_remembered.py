"""Results are handed out again for equal arguments, and only for those."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import pytest

from indicators.remembered import content, remembered


@dataclass(frozen=True)
class Spec:
    """An argument that cannot be hashed: it holds a mapping."""

    name: str
    values: dict[str, list[int]] = field(default_factory=dict)


EQUAL = [
    ([1, 2], [1, 2]),
    ({"a": [1]}, {"a": [1]}),
    (MappingProxyType({"a": 1}), MappingProxyType({"a": 1})),
    (Spec("a", {"b": [1]}), Spec("a", {"b": [1]})),
]
DIFFERENT = [
    ([1, 2], [2, 1]),
    ([[1], [2]], [[1, 2]]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({"a": 1}, {"a": 2}),
    (Spec("a", {"b": [1]}), Spec("a", {"b": [2]})),
    (Spec("a", {"b": [1]}), replace(Spec("b", {"b": [1]}), name="c")),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal_arguments_are_worked_out_once(one: Any, other: Any) -> None:
    """However the second argument was put together, the first result comes back."""
    calls: list[Any] = []

    @remembered(4)
    def work(given: Any, *, further: Any) -> list[Any]:
        calls.append(given)
        return [given, further]

    assert work(one, further=one) is work(other, further=other)
    assert len(calls) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_arguments_are_never_confused(one: Any, other: Any) -> None:
    """A difference anywhere inside, or in the order, is a difference."""
    assert content(one) != content(other)


def test_only_the_last_results_are_kept() -> None:
    """The oldest result goes when there are too many."""
    calls: list[int] = []

    @remembered(2)
    def work(given: list[int]) -> None:
        calls.append(given[0])

    for number in (1, 2, 3, 3, 1):
        work([number])
    assert calls == [1, 2, 3, 1]


def test_what_cannot_be_compared_is_refused() -> None:
    """A set has no order: it is not taken for something else."""
    with pytest.raises(TypeError, match="set has no content"):
        content([{1}])

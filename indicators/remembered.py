"""Pure functions that remember: worked out once, handed out again for equal arguments.

What they give is shared by all visitors, so nothing of a visitor's own text may go into them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache, wraps
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a pure function so that it keeps the last ``most`` of its results.

    Arguments are equal where all that is in them is equal, in the same order: lists, mappings and
    dataclasses need not be hashable. TypeError for an argument of another kind that is not.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=most)
        def once(call: _Call[P]) -> R:
            return function(*call.args, **call.named)

        @wraps(function)
        def remembering(*args: P.args, **named: P.kwargs) -> R:
            return once(_Call(*args, **named))

        return remembering

    return decorate


class _Call(Generic[P]):
    """The arguments of a call, equal to those of another call by their content."""

    __slots__ = ("args", "content", "hash", "named")

    def __init__(self, *args: P.args, **named: P.kwargs) -> None:
        self.args, self.named = args, named
        self.content = (content(args), content(named))
        self.hash = hash(self.content)

    def __hash__(self) -> int:
        return self.hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.content == other.content


def content(value: object) -> Hashable:
    """The value itself where it can be hashed; else its type with all that is in it."""
    try:
        hash(value)
    except TypeError:
        return type(value), tuple(map(content, _parts(value)))
    return value


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.items()
    if is_dataclass(value):
        return (getattr(value, field.name) for field in fields(value))
    if isinstance(value, (list, tuple)):
        return value
    raise TypeError(f"{type(value).__name__} has no content to compare")

"""The benchmark of the load finds the highest number of visits that is held."""

from __future__ import annotations

import pytest

from tests.benchmarks.app.crowd import Crowd
from tests.benchmarks.app.load import NEAR, SESSIONS, holds, most


@pytest.mark.parametrize("limit", [0, 3, 40, SESSIONS - 1, SESSIONS, SESSIONS + 1, 200, 1000])
def test_the_most_is_found_to_within_a_few(limit: int) -> None:
    """From below and from above, never more than what is held, in few attempts."""
    tried: list[int] = []

    def held(sessions: int) -> bool:
        tried.append(sessions)
        return sessions <= limit

    found = most(held, SESSIONS)
    assert limit - NEAR < found <= limit
    assert len(tried) == len(set(tried)) < 20


@pytest.mark.parametrize(
    ("seconds", "errors", "held"),
    [([0.1] * 99 + [5.0], [], True), ([0.1] * 90 + [5.0] * 10, [], False), ([0.1], ["no"], False)],
)
def test_a_crowd_is_held_when_most_are_served_quickly_and_all_are_served(
    seconds: list[float], errors: list[str], held: bool
) -> None:
    """p95 below a second, and no error; a crowd without an action was not served."""
    assert holds(Crowd("", [], 1, seconds=seconds, errors=errors)) is held
    assert not holds(Crowd("", [], 1))

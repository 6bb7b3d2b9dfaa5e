"""A crowd: many visits at once, each at its own pace, and what they met."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.visits import Visit


@dataclass(frozen=True)
class Outcome:
    """What a crowd met: seconds of every action, and what went wrong."""

    seconds: tuple[float, ...]
    errors: tuple[str, ...]

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds) or [float("nan")]
        return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


async def crowd(
    url: str, views: Sequence[str], sessions: int, seconds: float, think: float = 5.0
) -> Outcome:
    """So many visits for so long, each with one action every ``think`` seconds on average.

    First runs are not counted among the actions.
    """
    taken: list[float] = []
    errors: list[str] = []
    doors = asyncio.Semaphore(4)
    ready = asyncio.Barrier(sessions)

    async def live(place: int) -> None:
        chance = random.Random(place)
        # A proxy counts the connections of an address, and knows a visit by its cookie.
        host = f"127.0.{place // 250}.{place % 250 + 1}"
        visit = Visit(url, f"visit={chance.randbytes(16).hex()}", host)
        try:
            async with doors:
                await visit.arrive(chance.choice(views))
        except Exception as error:
            errors.append(f"arriving: {error!r:.120}")
            await ready.wait()
            return
        await ready.wait()
        end = time.perf_counter() + seconds
        await asyncio.sleep(chance.random() * think)
        while time.perf_counter() < end:
            try:
                taken.append(await visit.go(chance.choice(views)))
            except Exception as error:
                errors.append(f"{error!r:.120}")
                break
            await asyncio.sleep(think * (0.5 + chance.random()))
        await visit.leave()

    await asyncio.gather(*(live(place) for place in range(sessions)))
    return Outcome(tuple(taken), tuple(errors))

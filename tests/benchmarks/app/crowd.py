"""A crowd: many visits at once, each at its own pace, and what they met."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from indicators import library
from indicators.ui import registry
from tests.visits import Visit

_DOORS = 4  # visits that arrive at the same moment


def mixed_views() -> list[str]:
    """Views as visitors mix them: pages, indicators, quotes' texts."""
    shelf = library.default()
    pages = ["" if page is registry.PAGES[0] else page.slug for page in registry.PAGES]
    homes = {known.id: registry.of_family(known.family) for known in shelf.indicators.values()}
    chosen = [f"{home.slug}?id={id}" for id, home in homes.items() if home]
    return [*pages, *chosen, *(f"texts?doc={slug}" for slug in shelf.documents)]


@dataclass
class Crowd:
    """So many visits at ``url``, each with one action every ``think`` seconds on average.

    After ``stay`` seconds a visit leaves, and another takes its place. First runs are not counted
    among the actions. ``seconds`` are those of every action, ``errors`` what went wrong.
    """

    url: str
    views: Sequence[str]
    sessions: int
    think: float = 5.0
    stay: float = float("inf")
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    visits: int = 0

    async def stay_for(self, seconds: float) -> None:
        """Arrive, wait until all are there, and go from view to view for so long."""
        doors = asyncio.Semaphore(_DOORS)
        ready = asyncio.Barrier(self.sessions)
        await asyncio.gather(
            *(self._place(place, doors, ready, seconds) for place in range(self.sessions))
        )

    async def _place(
        self, place: int, doors: asyncio.Semaphore, ready: asyncio.Barrier, seconds: float
    ) -> None:
        """One place in the crowd, taken by one visit after another."""
        chance = random.Random(place)
        visit = await self._arrived(place, chance, doors)
        await ready.wait()
        end = time.perf_counter() + seconds
        await asyncio.sleep(chance.random() * self.think)
        while visit and time.perf_counter() < end:
            leaving = time.perf_counter() + self.stay * (0.5 + chance.random())
            while await self._acted(visit, chance) and time.perf_counter() < min(end, leaving):
                await asyncio.sleep(self.think * (0.5 + chance.random()))
            await visit.leave()
            if time.perf_counter() < end:
                visit = await self._arrived(place, chance, doors)

    async def _arrived(
        self, place: int, chance: random.Random, doors: asyncio.Semaphore
    ) -> Visit | None:
        # A proxy counts the connections of an address, and knows a visit by its cookie.
        host = f"127.0.{place // 250}.{place % 250 + 1}"
        visit = Visit(self.url, f"visit={chance.randbytes(16).hex()}", host)
        self.visits += 1
        try:
            async with doors:
                await visit.arrive(chance.choice(self.views))
        except Exception as error:
            self.errors.append(f"arriving: {error!r:.120}")
            return None
        return visit

    async def _acted(self, visit: Visit, chance: random.Random) -> bool:
        try:
            self.seconds.append(await visit.go(chance.choice(self.views)))
        except Exception as error:
            self.errors.append(f"{error!r:.120}")
            return False
        return True

    def percentile(self, share: float) -> float:
        """Seconds within which this share of the actions was done."""
        ordered = sorted(self.seconds) or [float("nan")]
        return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]

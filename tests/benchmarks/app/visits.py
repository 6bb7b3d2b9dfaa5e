"""Visits without a browser: one websocket each, speaking as Streamlit's own frontend does."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_TIMEOUT = 60
_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


class VisitError(Exception):
    """A page was not found, or its script failed."""


@dataclass
class Visit:
    """One visitor of the server at ``url``; ``cookie`` is what the proxy knows them by."""

    url: str
    cookie: str = ""
    pages: dict[str, str] = field(default_factory=dict)  # path -> hash
    shown: str = ""  # every heading of the last run, joined

    async def arrive(self, address: str) -> float:
        """Open the websocket and a first view; seconds until its script has ended."""
        began = time.perf_counter()
        stream = f"ws://{urlsplit(self.url).netloc}/_stcore/stream"
        self._socket = await websockets.connect(
            stream,
            subprotocols=[websockets.Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie} if self.cookie else {},
            max_size=None,
            compression=None,
            open_timeout=_TIMEOUT,
        )
        await self.go(address)
        return time.perf_counter() - began

    async def go(self, address: str) -> float:
        """Show a view (``internet?id=…``), as a followed link does; seconds until it stands."""
        path, _, query = address.partition("?")
        message = BackMsg()
        run = message.rerun_script
        run.query_string = query
        run.page_script_hash = self.pages.get(path, "")
        run.page_name = "" if path in self.pages else path
        run.context_info.timezone = "Asia/Shanghai"
        run.context_info.locale = "zh-CN"
        run.context_info.url = f"{self.url}/{address}"
        began = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        await asyncio.wait_for(self._until_finished(), _TIMEOUT)
        return time.perf_counter() - began

    async def leave(self) -> None:
        await self._socket.close()

    async def _until_finished(self) -> None:
        headings: list[str] = []
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.pages = {
                    ("" if page.is_default else page.url_pathname): page.page_script_hash
                    for page in message.navigation.app_pages
                }
            elif kind == "page_not_found":
                raise VisitError("page not found")
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise VisitError(message.delta.new_element.exception.message[:200])
            elif kind == "delta" and message.delta.new_element.html.body.startswith("<h1"):
                headings.append(message.delta.new_element.html.body)
            elif kind == "script_finished" and message.script_finished != _AGAIN:
                self.shown = "".join(headings)
                return


@dataclass(frozen=True)
class Outcome:
    """What a crowd met: seconds of every action, and what went wrong."""

    seconds: tuple[float, ...]
    errors: tuple[str, ...]

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds) or [float("nan")]
        return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


async def crowd(
    urls: Sequence[str], views: Sequence[str], sessions: int, seconds: float, think: float = 5.0
) -> Outcome:
    """So many visits for so long, each with one action every ``think`` seconds on average.

    ``urls`` are shared out among them. First runs are not counted among the actions.
    """
    taken: list[float] = []
    errors: list[str] = []
    doors = asyncio.Semaphore(4)
    ready = asyncio.Barrier(sessions)

    async def live(place: int) -> None:
        chance = random.Random(place)
        visit = Visit(urls[place % len(urls)], f"visit={place:08x}")
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

"""Visits without a browser: one websocket each, speaking as Streamlit's own frontend does."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STREAM = "/_stcore/stream"
_TIMEOUT = 60
_AGE = 2  # runs that a message is kept without need, as global.maxCachedMessageAge has it
_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")


def _html(element: Element) -> str:
    """What an element says in HTML; nothing where it is drawn by a script."""
    heading = element.heading
    return f"<{heading.tag}>{heading.body}</{heading.tag}>" if heading.tag else element.html.body


class VisitError(Exception):
    """A page was not found, or its script failed."""


class Kept(NamedTuple):
    """A message the server need not send again, and the run that last had need of it."""

    message: ForwardMsg
    run: int


@dataclass
class Visit:
    """One visitor of the server at ``url``; ``cookie`` is what the proxy knows them by.

    ``host`` is the address they come from; all of 127.0.0.0/8 is this machine.
    """

    url: str
    cookie: str = ""
    host: str = "127.0.0.1"
    pages: dict[str, str] = field(default_factory=dict)  # path -> hash
    html: str = ""  # all HTML that stands after the last run
    shown: list[str] = field(default_factory=list)  # all HTML it drew, in turn, gone again or not
    kept: dict[str, Kept] = field(default_factory=dict)  # by hash: need not be sent again
    runs: int = 0

    @property
    def headings(self) -> list[str]:
        """Every H1 of the page as it stands."""
        return _HEADING.findall(self.html)

    async def arrive(self, address: str) -> float:
        """Open the websocket and a first view; seconds until its script has ended."""
        began = time.perf_counter()
        self._socket = await websockets.connect(
            f"ws://{urlsplit(self.url).netloc}{STREAM}",
            origin=websockets.Origin(self.url),
            subprotocols=[websockets.Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie} if self.cookie else {},
            max_size=None,
            compression=None,
            open_timeout=_TIMEOUT,
            local_addr=(self.host, 0),
        )
        self.pages = {}
        await self.go(address)
        return time.perf_counter() - began

    async def go(self, address: str) -> float:
        """Show a view (``internet?id=…``), as a followed link does; seconds until it stands."""
        began = time.perf_counter()
        await self._socket.send(self.request(address))
        await asyncio.wait_for(self._until_finished(), _TIMEOUT)
        return time.perf_counter() - began

    def request(self, address: str) -> bytes:
        """The message that asks for a view."""
        path, _, query = address.partition("?")
        message = BackMsg()
        run = message.rerun_script
        run.query_string = query
        run.page_script_hash = self.pages.get(path, "")
        run.page_name = "" if path in self.pages else path
        run.cached_message_hashes.extend(self.kept)
        run.context_info.timezone = "Asia/Shanghai"
        run.context_info.locale = "zh-CN"
        run.context_info.url = f"{self.url}/{address}"
        return message.SerializeToString()

    async def leave(self) -> None:
        await self._socket.close()

    async def _until_finished(self) -> None:
        drawn: dict[tuple[int, ...], str] = {}  # by place on the page
        self.shown = []
        while True:
            message = self._whole(ForwardMsg.FromString(await self._socket.recv()))  # type: ignore[arg-type]
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
            elif kind == "delta":
                html = _html(message.delta.new_element)
                drawn[tuple(message.metadata.delta_path)] = html
                self.shown.append(html)
            elif kind == "script_finished" and message.script_finished != _AGAIN:
                self.html = "\n".join(drawn.values())
                self.runs += 1
                self.kept = {
                    hash: one for hash, one in self.kept.items() if self.runs - one.run <= _AGE
                }
                return

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, kept where the server asks for it; of a reference, what it means."""
        if message.WhichOneof("type") == "ref_hash":
            kept = self.kept[message.ref_hash].message
            self.kept[message.ref_hash] = Kept(kept, self.runs)
            whole = ForwardMsg()
            whole.CopyFrom(kept)
            whole.metadata.CopyFrom(message.metadata)
            return whole
        if message.metadata.cacheable:
            self.kept[message.hash] = Kept(message, self.runs)
        return message

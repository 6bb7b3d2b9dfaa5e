"""Whose pages may open a visit here: our own, and those of the sites an operator names."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008


class Origins:
    """Refuses the websocket of a page of another site, unless it is one of ``known``.

    Left to itself, Streamlit asks a host on the internet for its own address whenever origin and
    host differ, for up to two seconds in which all visitors wait.
    """

    def __init__(self, app: ASGIApp, known: Iterable[str]) -> None:
        self.app = app
        self.known = frozenset(urlsplit(origin).netloc for origin in known if origin)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            headers = MutableHeaders(raw=list(scope["headers"]))
            origin = headers.get("origin")
            if origin and urlsplit(origin).netloc not in {headers.get("host"), *self.known}:
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                return
            del headers["origin"]  # judged here, once
            scope = {**scope, "headers": headers.raw}
        await self.app(scope, receive, send)

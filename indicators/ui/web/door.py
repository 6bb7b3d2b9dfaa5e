"""The door: past the number of visits the site holds, a new visitor is asked to wait."""

from __future__ import annotations

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.ui.web.shell import page_name, small_page

AGAIN = 20  # seconds until a waiting browser asks anew
_STREAM = "/_stcore/stream"


class Door:
    """Counts open visits; whoever opens a page while it is full gets 503 and words.

    A script thread each shares one interpreter: past the limit everybody would wait for seconds,
    so better a few wait at the door. Visits that are under way, and files, always pass.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most
        self.open = 0
        self.full = small_page(503, "app.full", AGAIN)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and str(scope["path"]).endswith(_STREAM):
            self.open += 1
            try:
                await self.app(scope, receive, send)
            finally:
                self.open -= 1
        elif self.open >= self.most and page_name(scope) is not None:
            headers = {"retry-after": str(AGAIN), "cache-control": "no-store"}
            await HTMLResponse(self.full, 503, headers=headers)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

"""The journal: one JSON line per answer on standard error, never with anything a visitor wrote.

Query strings are left out, as they hold what was searched for; bodies and addresses of visitors
are never looked at.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.web.shell import page_name

_LOG = logging.getLogger("indicators.journal")


def open_journal() -> None:
    """Send the journal's lines to standard error, as they are."""
    if not _LOG.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        _LOG.addHandler(handler)
        _LOG.propagate = False
        _LOG.setLevel(logging.INFO)


class Journal:
    """Writes down every page, every address of ours, and every answer that is an error."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = perf_counter(), 500

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, note_status)
        finally:
            probe = status == 404 and "/_stcore/" in scope["path"]  # how Streamlit finds its base
            if page_name(scope) is not None or (status >= 400 and not probe):
                _write(scope, status, perf_counter() - began)


def _write(scope: Scope, status: int, seconds: float) -> None:
    told = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": scope["method"],
        "path": str(scope["path"])[:200],
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    _LOG.info(json.dumps(told, ensure_ascii=True))

"""The journal: one JSON line per answer and failure on standard error, never with anything a
visitor wrote.

Query strings are left out, as they hold what was searched for; so are the messages of exceptions,
which may quote a text. Bodies and addresses of visitors are never looked at.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.web.shell import page_name

_LOG = logging.getLogger("indicators.journal")
# Who writes exceptions: Streamlit those of pages, the web server those of other addresses.
_OTHERS = ("streamlit.error_util", "uvicorn.error", "asyncio")


def open_journal() -> None:
    """Send the journal's lines to standard error, as they are."""
    if not _LOG.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        _LOG.addHandler(handler)
        _LOG.propagate = False
        _LOG.setLevel(logging.INFO)
        for name in _OTHERS:
            logging.getLogger(name).addFilter(_without_words)


def _without_words(record: logging.LogRecord) -> bool:
    """Turn what another writes of an exception into a line of the journal; let the rest pass."""
    error = record.exc_info and record.exc_info[1]
    if not error:
        return True
    trace = [
        f"{at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)
    ]
    _note({"error": type(error).__qualname__, "trace": trace})
    return False


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
    _note(
        {
            "method": scope["method"],
            "path": str(scope["path"])[:200],
            "status": status,
            "ms": round(seconds * 1000, 1),
        }
    )


def _note(told: Mapping[str, object]) -> None:
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    _LOG.info(json.dumps({"time": time, **told}, ensure_ascii=True))

"""The web server around the pages, put together: its routes, its layers, its warm-up."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount, Route

from indicators import settings
from indicators.errors import DataError
from indicators.settings import Settings
from indicators.strings import text
from indicators.ui import api, warm
from indicators.ui.web import addresses, ahead, stills
from indicators.ui.web.assets import CompressedAssets
from indicators.ui.web.door import Door
from indicators.ui.web.headers import SecurityHeaders, content_policy
from indicators.ui.web.journal import Journal, open_journal
from indicators.ui.web.origins import Origins
from indicators.ui.web.promptly import send_promptly
from indicators.ui.web.shell import LocalShell

TURN_SECONDS = 0.0005


def routes() -> list[Route | Mount]:
    """What is served beside the pages."""
    return [*api.routes(), *addresses.routes(), *stills.routes()]


def middleware() -> list[Middleware]:
    """The layers around every request, the outermost first."""
    shell = ahead.shell()
    given = _settings()
    return [
        Middleware(Journal),
        *_origins(given),
        Middleware(SecurityHeaders, policy=content_policy(shell, given.embed_origins)),
        Middleware(Door, most=given.sessions),
        Middleware(LocalShell, shell=shell),
        Middleware(CompressedAssets, folder=ahead.FOLDER),
    ]


def _origins(given: Settings) -> list[Middleware]:
    """The layer that keeps out the pages of other sites, unless Streamlit is told to let all in."""
    if not st.get_option("server.enableCORS"):
        return []
    known = [given.address, *st.get_option("server.corsAllowedOrigins")]
    return [Middleware(Origins, known=known)]


def _settings() -> Settings:
    """The operator's settings; a wrong one ends the start with its file, line and what is wrong."""
    try:
        return settings.current()
    except DataError as error:
        raise SystemExit(text("zh", "app.settings", why=str(error))) from None


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Load everything while the server comes up; visitors wait for it, health checks do not."""
    open_journal()
    send_promptly()
    # A page that waits for others' work gives up its turn at every message: shorter turns for all.
    sys.setswitchinterval(TURN_SECONDS)
    warm.begin()
    yield {}

"""The web server around the pages: headers, compression, the HTML shell's language, the warm-up."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import mimetypes
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.strings import LANGS, Lang, text
from indicators.ui import registry, warm

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
COMPRESSED = frozenset({".js", ".css", ".json", ".svg", ".ttf", ".wasm"})


def routes() -> list[BaseRoute]:
    """What is served beside the pages."""
    return [
        Route("/robots.txt", lambda _: PlainTextResponse("User-agent: *\nAllow: /\n")),
        Route(f"/{registry.PAGES[0].slug}", start_page),
    ]


def start_page(request: Request) -> Response:
    """The first page lives at the root alone; its name leads there."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", status_code=307)


def middleware() -> list[Middleware]:
    """The layers around every request, the outermost first."""
    return [
        Middleware(SecurityHeaders, policy=content_policy(SHELL.read_text("utf-8"))),
        Middleware(LocalShell, shell=SHELL.read_text("utf-8")),
        Middleware(CompressedAssets, folder=SHELL.parent),
    ]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Load everything before the first visitor is let in."""
    warm.up()
    yield {}


def content_policy(shell: str) -> str:
    """The Content-Security-Policy: this host alone, no eval, and the shell's own inline script.

    blob: is how Streamlit loads components v2.
    """
    inline = re.findall(r"<script>(.*?)</script>", shell, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inline)
    scripts = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'self'; script-src 'self' blob: {scripts}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'self'; "
        "base-uri 'self'; object-src 'none'; form-action 'self'"
    )


class SecurityHeaders:
    """Adds the headers that keep a page to this host."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class LocalShell:
    """Answers a request for a page with Streamlit's HTML shell in the page's language.

    Streamlit hardcodes lang="en", which gives Han characters Japanese shapes, and its own title.
    """

    def __init__(self, app: ASGIApp, shell: str) -> None:
        self.app = app
        self.shells = {lang: localised(shell, lang) for lang in LANGS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not wants_page(scope):
            await self.app(scope, receive, send)
            return
        lang = parse_qs(scope["query_string"].decode("latin-1")).get("lang", ["zh"])[0]
        response = Response(
            self.shells["en" if lang == "en" else "zh"],
            media_type="text/html",
            headers={"cache-control": "no-cache"},
        )
        await response(scope, receive, send)


def wants_page(scope: Scope) -> bool:
    """Whether a request is for a page: GET, HTML accepted, the root or the name of a page."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    path = scope["path"].removeprefix(scope.get("root_path", "")).strip("/")
    accepts = Headers(scope=scope).get("accept", "")
    slugs = {page.slug for page in registry.PAGES[1:]}
    return (path == "" or path in slugs) and "text/html" in accepts


def localised(shell: str, lang: Lang) -> str:
    """The shell with the language, title and description of ``lang``."""
    title = html.escape(text(lang, "app.name"))
    about = html.escape(text(lang, "app.description"))
    head = (
        f'<title>{title}</title>\n<meta name="description" content="{about}" />\n'
        f'<meta property="og:title" content="{title}" />\n'
        f'<meta property="og:description" content="{about}" />'
    )
    shell = shell.replace('<html lang="en">', f'<html lang="{text(lang, "app.tag")}">')
    return shell.replace("<title>Streamlit</title>", head)


class CompressedAssets:
    """Serves Streamlit's scripts and styles compressed, each compressed once and kept.

    Streamlit sends /static uncompressed: 7.5 MB for a first chart, 2.9 MB this way. The files'
    names hold a hash of their content, so a browser may keep them for good.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        self.folder = (folder / "static").resolve()
        self.packed: dict[Path, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._asset(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        body = await to_thread.run_sync(self._pack, path)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {
            "content-encoding": "gzip",
            "cache-control": "public, max-age=31536000, immutable",
            "vary": "Accept-Encoding",
        }
        await Response(body, media_type=kind, headers=headers)(scope, receive, send)

    def _asset(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return None
        _, found, name = scope["path"].partition("/static/")
        if not found or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            return None
        path = (self.folder / name).resolve()
        inside = path.is_relative_to(self.folder) and path.suffix in COMPRESSED
        return path if inside and path.is_file() else None

    def _pack(self, path: Path) -> bytes:
        if path not in self.packed:
            self.packed[path] = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        return self.packed[path]

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
from urllib.parse import quote

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.strings import LANGS, Lang, text
from indicators.theme import FONT
from indicators.ui import api, registry, warm

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
# The mark in the browser's tab: a quote on its series.
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#0b5fa5" '
    'stroke-width="2"><path d="M1 12L15 4"/><circle cx="8" cy="8" r="4" fill="#fff"/></svg>'
)
COMPRESSED = frozenset({".js", ".css", ".json", ".svg", ".ttf", ".wasm"})


def routes() -> list[Route | Mount]:
    """What is served beside the pages."""
    return [
        *api.routes(),
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

    Streamlit hardcodes lang="en", which gives Han characters Japanese shapes, and its own title;
    an address that is no page gets a shell too, and a dialog in English. Ours says so in words.
    """

    def __init__(self, app: ASGIApp, shell: str) -> None:
        self.app = app
        self.shells = {lang: localised(shell, lang) for lang in LANGS}
        self.missing = not_found()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = page_name(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        lang: Lang = "en" if "lang=en" in scope["query_string"].decode("latin-1") else "zh"
        known = name in {"", *(page.slug for page in registry.PAGES[1:])}
        body, status = (self.shells[lang], 200) if known else (self.missing, 404)
        response = HTMLResponse(body, status, headers={"cache-control": "no-cache"})
        await response(scope, receive, send)


def page_name(scope: Scope) -> str | None:
    """The page a browser asks for: "" for the start page, None where it asks for a file."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    base = str(streamlit.get_option("server.baseUrlPath")).strip("/")
    path = str(scope["path"]).removeprefix(scope.get("root_path", "")).lstrip("/")
    name = path.removeprefix(base).lstrip("/")
    taken = {"robots.txt", registry.PAGES[0].slug, api.NAME, "_stcore"}
    accepts = Headers(scope=scope).get("accept", "")
    if "text/html" not in accepts or "/" in name or "." in name or name in taken:
        return None
    return name


def localised(shell: str, lang: Lang) -> str:
    """The shell with the language, title, description and mark of ours."""
    title = html.escape(text(lang, "app.name"))
    about = html.escape(text(lang, "app.description"))
    head = (
        f'<title>{title}</title>\n<meta name="description" content="{about}" />\n'
        f'<meta property="og:title" content="{title}" />\n'
        f'<meta property="og:description" content="{about}" />'
    )
    shell = shell.replace('<html lang="en">', f'<html lang="{text(lang, "app.tag")}">')
    shell = shell.replace('href="./favicon.png"', f'href="data:image/svg+xml,{quote(MARK)}"')
    return shell.replace("<title>Streamlit</title>", head)


def not_found() -> str:
    """A small page in both languages for an address that is no page."""
    parts = "".join(
        f'<p lang="{text(lang, "app.tag")}">{html.escape(text(lang, "app.not_found"))} '
        f'<a href="./{"?lang=en" if lang == "en" else ""}">{html.escape(text(lang, "app.name"))}'
        "</a></p>"
        for lang in LANGS
    )
    return (
        f'<!DOCTYPE html><html lang="{text("zh", "app.tag")}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" '
        f'content="light dark"><title>{html.escape(text("zh", "app.name"))}</title>'
        f'<body style="font:1rem/1.75 {html.escape(FONT)};margin:3rem auto;max-width:38em;'
        f'padding:0 1rem"><h1 style="font-size:1.5rem">404</h1>{parts}</body></html>'
    )


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
        body = await run_in_threadpool(self._pack, path)
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

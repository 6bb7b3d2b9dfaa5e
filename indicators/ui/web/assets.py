"""Streamlit's scripts and styles, compressed once each and kept by browsers for good."""

from __future__ import annotations

import gzip
import mimetypes
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

COMPRESSED = frozenset({".js", ".css", ".json", ".svg", ".ttf", ".wasm"})


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

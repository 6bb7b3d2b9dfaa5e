"""The data at stable addresses under /api: for notebooks and programs, never a traceback."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from indicators import library as data
from indicators.exports import rows, selection, tree
from indicators.exports.selection import RequestError
from indicators.library import Library
from indicators.strings import LANGS, text
from indicators.ui.web.addresses import READ

ARCHIVE = "data.zip"
# Data change when the server starts anew; after ten minutes a caller asks whether they have.
_CACHE = "public, max-age=600"
_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "zip": "application/zip",
    "bib": "text/plain; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


def answer(request: Request) -> Response:
    """One file, or figures of an indicator; what cannot be answered gets its reason as JSON."""
    try:
        if request.method not in READ:
            raise RequestError(405, "method", READ, value=request.method)
        path = request.path_params["path"].strip("/")
        shelf = data.default()
        return _file(request, path or tree.INDEX, _content(path, request, shelf), shelf.version)
    except RequestError as refusal:
        return _refused(refusal)


def _content(path: str, request: Request, shelf: Library) -> bytes:
    pairs = request.query_params.multi_items()
    files = tree.files(shelf, data.root())
    folder, _, name = path.rpartition("/")
    stem, _, kind = name.rpartition(".")
    if pairs and path in files and folder == "indicators":
        known = shelf.indicators[stem]
        chosen = selection.parse(pairs, known, shelf).of(shelf.observations[stem])
        write = rows.csv_file if kind == "csv" else rows.json_file
        return write(chosen, known, shelf)
    if path == ARCHIVE:
        selection.known_filters(pairs, ())
        return tree.archive(shelf, data.root())
    return _whole(path or tree.INDEX, files, pairs)


def _whole(path: str, files: Mapping[str, bytes], pairs: list[tuple[str, str]]) -> bytes:
    if path not in files:
        raise RequestError(404, "unknown_address", _near(path, files), value=path)
    selection.known_filters(pairs, ())
    return files[path]


def _near(path: str, files: Mapping[str, bytes]) -> list[str]:
    """Addresses like the one asked for, and the index of them all."""
    asked = path if "." in path else f"{path}.csv"
    return [*selection.near(asked, [*files, ARCHIVE]), tree.INDEX]


def _file(request: Request, path: str, body: bytes, version: str) -> Response:
    """The file with what caches need; 304 where the caller has it already."""
    # Weak, because the server around may compress it.
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": _CACHE}
    if _has_it(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    kind = path.rpartition(".")[2]
    if kind == "zip":
        headers["content-disposition"] = f'attachment; filename="zhibiao-youju-{version}.zip"'
    headers |= {"content-type": _TYPES[kind], "content-length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, headers=headers)


def _has_it(known: str, tag: str) -> bool:
    """If-None-Match names the tag, or any; compared weakly (RFC 9110, 13.1.2)."""
    tags = {part.strip().removeprefix("W/") for part in known.split(",")}
    return bool(tags & {"*", tag.removeprefix("W/")})


def _refused(refusal: RequestError) -> Response:
    """The reason in both languages, as a program and a person can read it."""
    told = {lang: text(lang, f"api.{refusal.code}", **refusal.facts) for lang in LANGS}
    why: dict[str, object] = {"status": refusal.status, "error": refusal.code}
    body = why | told | {"near": list(refusal.near)}
    headers = {"cache-control": "no-store"}
    if refusal.status == 405:
        headers["allow"] = ", ".join(READ)
    return JSONResponse(body, refusal.status, headers=headers)

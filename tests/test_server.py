"""The layers around the pages: language of the shell, headers, compression, odd addresses."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import html
import re
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message

from indicators.strings import text
from indicators.ui import server
from indicators.ui.registry import PAGES, Page

BROWSER = {"accept": "text/html,*/*", "accept-encoding": "gzip"}
INSIDE = PlainTextResponse("streamlit itself")


def ask(app: ASGIApp, path: str, query: str = "", **headers: str) -> tuple[int, Headers, bytes]:
    """Send one request through a layer: status, headers and body of the answer."""
    sent: list[Message] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(),
        "headers": [(k.encode(), v.encode()) for k, v in {**BROWSER, **headers}.items()],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), body


@pytest.fixture(scope="module")
def shell() -> str:
    return server.SHELL.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.slug)
@pytest.mark.parametrize(("query", "lang", "tag"), [("", "zh", "zh-CN"), ("lang=en", "en", "en")])
def test_a_page_comes_in_its_language(
    shell: str, page: Page, query: str, lang: str, tag: str
) -> None:
    """Before any script has run, the document has its language, title and description."""
    status, _, body = ask(server.LocalShell(INSIDE, shell), f"/{page.slug}", query)
    assert status == 200
    assert f'<html lang="{tag}">' in body.decode()
    assert f"<title>{text(lang, 'app.name')}</title>" in body.decode()
    assert html.escape(text(lang, "app.description")) in body.decode()


@pytest.mark.parametrize("path", ["/nonsense", "/网站"])
def test_an_address_that_is_no_page_says_so_in_both_languages(shell: str, path: str) -> None:
    """404, in words, with a way on."""
    status, _, body = ask(server.LocalShell(INSIDE, shell), path)
    assert status == 404
    assert text("zh", "app.not_found") in body.decode()
    assert text("en", "app.not_found") in body.decode()


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/a.js", "/robots.txt", "/media/a"])
def test_everything_else_is_left_to_streamlit(shell: str, path: str) -> None:
    """Files, health checks and routes pass through."""
    assert ask(server.LocalShell(INSIDE, shell), path)[2] == b"streamlit itself"


def test_a_request_that_wants_no_html_is_left_to_streamlit(shell: str) -> None:
    """A program that asks for JSON gets no page."""
    assert ask(server.LocalShell(INSIDE, shell), "/internet", accept="*/*")[2] == INSIDE.body


def test_the_policy_lets_in_the_shells_own_script_and_no_other(shell: str) -> None:
    """Every inline script of the shell is allowed by its hash; eval and other hosts are not."""
    policy = server.content_policy(shell)
    for script in re.findall(r"<script>(.*?)</script>", shell, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_every_answer_carries_the_headers(shell: str) -> None:
    """Pages, files and errors alike."""
    layer = server.SecurityHeaders(INSIDE, server.content_policy(shell))
    _, headers, _ = ask(layer, "/anything")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'self'")


def test_scripts_are_compressed_and_unpack_to_themselves() -> None:
    """The largest script goes out at under a third of its size, to be kept for good."""
    static = server.SHELL.parent
    path = max(static.glob("static/js/*.js"), key=lambda file: file.stat().st_size)
    layer = server.CompressedAssets(INSIDE, static)
    status, headers, body = ask(layer, f"/{path.relative_to(static).as_posix()}")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in headers["cache-control"]
    assert gzip.decompress(body) == path.read_bytes()
    assert len(body) * 3 < path.stat().st_size


@pytest.mark.parametrize(
    ("path", "encodings"),
    [
        ("/static/js/none.js", "gzip"),
        ("/static/../index.html", "gzip"),
        ("/static/../../secrets.js", "gzip"),
        ("/internet", "gzip"),
        ("/static/js/{script}", "identity"),
    ],
)
def test_what_cannot_be_compressed_is_left_to_streamlit(path: str, encodings: str) -> None:
    """No such file, a path that leads outside, a page, or a client that wants no gzip."""
    static = Path(server.SHELL).parent
    script = next(static.glob("static/js/*.js")).name
    layer = server.CompressedAssets(INSIDE, static)
    answer = ask(layer, path.format(script=script), **{"accept-encoding": encodings})
    assert answer[2] == INSIDE.body

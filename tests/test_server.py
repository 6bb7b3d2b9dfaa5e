"""The layers around the pages: language of the shell, headers, compression, odd addresses."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import gzip
import hashlib
import html
import json
import logging
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from indicators import library, settings
from indicators.strings import text
from indicators.ui import warm
from indicators.ui.registry import PAGES, Page
from indicators.ui.web import addresses, ahead
from indicators.ui.web.assets import CompressedAssets
from indicators.ui.web.door import Door
from indicators.ui.web.headers import SecurityHeaders, content_policy
from indicators.ui.web.journal import Journal, open_journal
from indicators.ui.web.origins import Origins
from indicators.ui.web.shell import LocalShell

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
    return ahead.shell()


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.slug)
@pytest.mark.parametrize(("query", "lang", "tag"), [("", "zh", "zh-CN"), ("lang=en", "en", "en")])
def test_a_page_comes_in_its_language(
    shell: str, page: Page, query: str, lang: str, tag: str
) -> None:
    """Before any script has run, the document has its language, title and description."""
    status, _, body = ask(LocalShell(INSIDE, shell), f"/{page.slug}", query)
    assert status == 200
    assert f'<html lang="{tag}">' in body.decode()
    name = html.escape(f"{text(lang, f'page.{page.slug}.title')} · {text(lang, 'app.name')}")
    about = html.escape(text(lang, f"page.{page.slug}.about"))
    assert f"<title>{name}</title>" in body.decode()
    for tag in ('name="description"', 'property="og:description"'):
        assert f'<meta {tag} content="{about}" />' in body.decode()
    shown = re.sub(
        r"<!--.*?-->|<(script|style)>.*?</\1>|(?:src|href)=\S+", "", body.decode(), flags=re.S
    )
    assert "streamlit" not in shown.lower()


@pytest.mark.parametrize("path", ["/nonsense", "/网站"])
def test_an_address_that_is_no_page_says_so_in_both_languages(shell: str, path: str) -> None:
    """404, in words, with a way on."""
    status, _, body = ask(LocalShell(INSIDE, shell), path)
    assert status == 404
    assert text("zh", "app.not_found") in body.decode()
    assert text("en", "app.not_found") in body.decode()


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/a.js", "/robots.txt", "/media/a"])
def test_everything_else_is_left_to_streamlit(shell: str, path: str) -> None:
    """Files, health checks and routes pass through."""
    assert ask(LocalShell(INSIDE, shell), path)[2] == b"streamlit itself"


def test_a_request_that_wants_no_html_is_left_to_streamlit(shell: str) -> None:
    """A program that asks for JSON gets no page."""
    assert ask(LocalShell(INSIDE, shell), "/internet", accept="*/*")[2] == INSIDE.body


def test_the_policy_lets_in_the_shells_own_script_and_no_other(shell: str) -> None:
    """Every inline script of the shell is allowed by its hash; eval and other hosts are not."""
    policy = content_policy(shell)
    for script in re.findall(r"<script>(.*?)</script>", shell, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_every_answer_carries_the_headers(shell: str) -> None:
    """Pages, files and errors alike."""
    layer = SecurityHeaders(INSIDE, content_policy(shell))
    _, headers, _ = ask(layer, "/anything")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'self'")


def test_the_scripts_of_every_page_are_asked_for_with_the_first(shell: str) -> None:
    """The shell names the scripts of text and components, each there and only once; not Plotly's."""
    files = re.findall(r'<link rel="modulepreload" crossorigin href="\./([^"]+)">', shell)
    assert len(set(files)) == len(files)
    assert all((ahead.FOLDER / file).is_file() for file in files)
    kinds = {file.rpartition("/")[2].partition(".")[0] for file in files}
    assert {"Html", "purify", "BidiComponent"} <= kinds
    assert "PlotlyChart" not in kinds


def test_the_style_stands_between_streamlits_and_that_of_a_page(shell: str) -> None:
    """Of rules that weigh the same the later one holds: Streamlit's, then ours, then a page's."""
    order = [shell.index(mark) for mark in ("</head>", "<style>.stApp", '<div id="root">')]
    assert order == sorted(order)
    assert shell.count("<style>.stApp") == 1


def test_scripts_are_compressed_and_unpack_to_themselves() -> None:
    """The largest script goes out at under a third of its size, to be kept for good."""
    static = ahead.FOLDER
    path = max(static.glob("static/js/*.js"), key=lambda file: file.stat().st_size)
    layer = CompressedAssets(INSIDE, static)
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
    static = ahead.FOLDER
    script = next(static.glob("static/js/*.js")).name
    layer = CompressedAssets(INSIDE, static)
    answer = ask(layer, path.format(script=script), **{"accept-encoding": encodings})
    assert answer[2] == INSIDE.body


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> settings.Settings:
    """A site with an address of its own, one frame it allows, and room for two visits."""
    given = replace(
        settings.current(),
        address="https://figures.example.org",
        embed_origins=("https://news.example.org",),
        sessions=2,
    )
    monkeypatch.setattr(settings, "current", lambda: given)
    return given


@pytest.mark.usefixtures("site")
def test_a_known_address_goes_into_the_preview(shell: str) -> None:
    """The page names its own full address and that of the other language."""
    body = ask(LocalShell(INSIDE, shell), "/internet", "lang=en")[2].decode()
    assert (
        '<meta property="og:url" content="https://figures.example.org/internet?lang=en" />' in body
    )
    other = 'hreflang="zh-CN" href="https://figures.example.org/internet"'
    assert f'<link rel="alternate" {other} />' in body


def test_only_the_sites_that_are_allowed_may_frame_a_page(
    shell: str, site: settings.Settings
) -> None:
    """frame-ancestors names them; without any, this host alone."""
    assert "frame-ancestors 'self';" in content_policy(shell)
    framed = content_policy(shell, site.embed_origins)
    assert "frame-ancestors 'self' https://news.example.org;" in framed


def client() -> TestClient:
    return TestClient(Starlette(routes=addresses.routes()), base_url="http://testserver")


def test_the_sitemap_lists_every_page_indicator_and_text_in_both_languages() -> None:
    """Full addresses below the host that was asked, each once."""
    answer = client().get("/sitemap.xml")
    listed = [one.text or "" for one in ElementTree.fromstring(answer.text).iter() if one.text]
    shelf = library.default()
    assert answer.headers["content-type"] == "application/xml"
    assert len(listed) == len(set(listed))
    assert len(listed) == 2 * (len(PAGES) + len(shelf.indicators) + len(shelf.documents))
    assert all(one.startswith("http://testserver/") for one in listed)
    assert "http://testserver/internet?lang=en&id=internet_users" in listed


@pytest.fixture
def below(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that lies below another one."""
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": "data-demo/"}.get)


@pytest.mark.usefixtures("below")
def test_below_another_site_every_address_has_the_base_path() -> None:
    """Robots, sitemap and readiness are found below it, and name addresses below it."""
    told = client()
    assert "Disallow: /data-demo/_stcore/" in told.get("/data-demo/robots.txt").text
    listed = told.get("/data-demo/sitemap.xml").text
    assert "<loc>http://testserver/data-demo/internet?lang=en</loc>" in listed
    assert "<loc>http://testserver/internet" not in listed
    assert told.get("/data-demo/ready").status_code in {200, 503}
    assert told.get("/ready").status_code == 404


@pytest.mark.usefixtures("below")
@pytest.mark.parametrize("path", ["/data-demo", "/data-demo/overview"])
def test_the_start_has_one_address(path: str) -> None:
    """The base path without its slash and the first page by its name lead to it, query and all."""
    answer = client().get(f"{path}?lang=en", follow_redirects=False)
    assert answer.status_code == 307
    assert urljoin(f"http://testserver{path}", answer.headers["location"]) == (
        "http://testserver/data-demo/?lang=en"
    )


@pytest.mark.usefixtures("below")
def test_below_another_site_its_pages_are_not_ours(shell: str) -> None:
    """Only what lies below the base path is a page; its neighbours are left alone."""
    layer = LocalShell(INSIDE, shell)
    assert b"<!--" in ask(layer, "/data-demo/internet")[2]
    for path in ("/", "/internet", "/data-demo", "/data-demointernet"):
        assert ask(layer, path)[2] == INSIDE.body


@pytest.mark.usefixtures("site")
def test_robots_are_told_where_the_sitemap_is() -> None:
    """At the site's own address, whoever asks; the machinery is not for them."""
    told = client().get("/robots.txt").text
    assert "Sitemap: https://figures.example.org/sitemap.xml" in told
    assert "Disallow: /_stcore/" in told


def test_a_server_says_whether_it_is_ready(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ready with its data version; with a broken file not ready, and which file it is."""
    warm.wait()
    told = client().get("/ready")
    assert (told.status_code, told.json()["ready"]) == (200, True)
    assert told.json()["version"] == library.default().version
    (data_copy / "indicators" / "internet_users.csv").write_text("nonsense", encoding="utf-8")
    broken = library.load(data_copy)
    monkeypatch.setattr(library, "default", lambda: broken)
    told = client().get("/ready")
    assert (told.status_code, told.json()["ready"]) == (503, False)
    assert told.json()["problems"]
    monkeypatch.setattr(warm, "is_done", lambda: False)
    assert client().get("/ready").status_code == 503


@pytest.mark.usefixtures("site")
def test_a_full_house_says_so_and_lets_in_whoever_is_inside() -> None:
    """Past the limit a new page gets 503 in words and tries again; files and open visits pass."""
    arrived: asyncio.Queue[asyncio.Event] = asyncio.Queue()

    async def visit(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            leaving = asyncio.Event()
            await arrived.put(leaving)
            await leaving.wait()
        else:
            await INSIDE(scope, receive, send)

    door = Door(visit, most=2)

    async def scene() -> list[int]:
        stream = {"type": "websocket", "path": "/_stcore/stream"}
        visits = [asyncio.create_task(door(stream, None, None)) for _ in range(2)]  # type: ignore[arg-type]
        leaving = [await arrived.get() for _ in visits]
        full = [await _status(door, "/internet"), await _status(door, "/static/js/a.js")]
        leaving[0].set()
        await visits[0]
        later = await _status(door, "/internet")
        leaving[1].set()
        await visits[1]
        return [*full, later]

    assert asyncio.run(scene()) == [503, 200, 200]
    assert door.open == 0
    assert text("zh", "app.full") in door.full
    assert text("en", "app.full") in door.full


async def _status(app: ASGIApp, path: str) -> int:
    sent: list[Message] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"",
        "headers": [(b"accept", b"text/html")],
    }  # fmt: skip

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, lambda: None, send)  # type: ignore[arg-type, return-value]
    return int(sent[0]["status"])


def reopen_journal() -> None:
    """Have the journal write to the standard error of this very test."""
    logging.getLogger("indicators.journal").handlers.clear()
    open_journal()


def test_the_journal_has_no_word_of_a_visitor(capfd: pytest.CaptureFixture[str]) -> None:
    """One JSON line a page and an error: time, path, status, milliseconds; never the query."""
    reopen_journal()
    ask(Journal(INSIDE), "/search", "q=秘密的话")
    ask(Journal(INSIDE), "/static/js/a.js")
    ask(Journal(PlainTextResponse("no", 404)), "/static/none.js")
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines() if line[0] == "{"]
    assert [(line["path"], line["status"]) for line in lines] == [
        ("/search", 200),
        ("/static/none.js", 404),
    ]
    assert all(line.keys() == {"time", "method", "path", "status", "ms"} for line in lines)


def test_a_failure_is_noted_without_the_words_that_caused_it(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """What others log of an exception becomes a line with its kind and trace; the rest passes."""
    reopen_journal()
    other = logging.getLogger("streamlit.error_util")
    try:
        int("秘密的话")
    except ValueError as error:
        other.error("Uncaught app execution", exc_info=error)
    other.error("a sentence of its own")
    said = capfd.readouterr().err
    (line,) = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert line["error"] == "ValueError"
    assert line["trace"][0].endswith("without_the_words_that_caused_it")
    assert "秘密" not in said
    assert "a sentence of its own" in caplog.messages


@pytest.mark.parametrize(
    ("origin", "enters"),
    [
        ("http://testserver", True),
        ("https://figures.example.org", True),
        ("https://evil.example.org", False),
        ("http://testserver.example.org", False),
        ("null", False),
        ("", True),
    ],
)
def test_only_known_pages_may_open_a_visit(origin: str, enters: bool) -> None:
    """A stranger's page is refused here: nobody is asked on the internet. A program has no origin."""
    seen: list[str | None] = []

    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(Headers(scope=scope).get("origin"))
        await WebSocket(scope, receive, send).accept()

    door = TestClient(Origins(inside, ["", "https://figures.example.org"]))
    headers = {"origin": origin} if origin else {}
    with (
        contextlib.nullcontext() if enters else pytest.raises(WebSocketDisconnect),
        door.websocket_connect("/_stcore/stream", headers=headers),
    ):
        pass
    assert seen == ([None] if enters else [])


def test_wrong_settings_end_the_start_with_one_sentence(tmp_path: Path) -> None:
    """The server does not come up, and says which line of which file is wrong, without a trace."""
    path = tmp_path / "settings.toml"
    path.write_text('address = "nowhere"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1",
         "--server.port", "0", "--server.headless", "true"],
        env=os.environ | {settings.VARIABLE: str(path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert f"{path}:1: address: " in done.stderr
    assert "Traceback" not in done.stderr

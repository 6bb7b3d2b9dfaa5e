"""A running server: deep links while it is cold, odd addresses, the headers of every answer."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from itertools import cycle, product
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil
import pytest

from indicators.strings import LANGS, text
from indicators.ui import state
from indicators.ui.registry import PAGES
from tests.browser.server import Server, serve
from tests.visits import Visit

PATHS = ["" if page is PAGES[0] else page.slug for page in PAGES]
# As they stand in a query string.
HOSTILE = [
    *map(
        quote,
        (
            "<script>hostile()</script>", '"><img src=x onerror=hostile()>',
            "'-hostile()-'", "javascript:hostile()", "<svg/onload=hostile()>", "{{7*7}}${7*7}",
            "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd\x00.csv",
            "file:///etc/passwd", "//elsewhere.example/x", "\x00", "\r\nSet-Cookie: hostile=1",
            "\u202e\u200b\ufeff\u0301", "' OR 1=1 --", "-1e999", "nan", "__class__", "no_such_thing",
            "数据" * 1700, "9" * 10_000, "(" * 5000,
        ),
    ),
    "%ff%fe%80", "%ed%a0%80", "%", "%zz%u0041",
]  # fmt: skip
# Says which of our modules the pages import after the warm-up's imports.
LEFT = """
import ast, sys
from importlib import import_module
from pathlib import Path
from indicators.ui import warm
warm.import_pages()
known = set(sys.modules)
for page in sys.argv[1:]:
    for node in ast.walk(ast.parse(Path(page).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                import_module(f"{node.module}.{name.name}")
print(*sorted(name for name in set(sys.modules) - known if name.startswith("indicators")))
"""
NAMES = (*state.query_names(), "unknown", "%00")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of these tests alone."""
    with serve(tmp_path_factory.mktemp("server") / "log.txt") as running:
        yield running


class Asking:
    """Asks one server over one connection."""

    def __init__(self, server: Server) -> None:
        self.line = HTTPConnection(urlsplit(server.url).netloc, timeout=60)

    def close(self) -> None:
        self.line.close()

    def __call__(
        self, path: str, method: str = "GET", accept: str = "text/html", **headers: str
    ) -> tuple[HTTPResponse, str]:
        """The answer and its words."""
        self.line.request(method, path, headers={"Accept": accept, **headers})
        answer = self.line.getresponse()
        return answer, answer.read().decode("utf-8", "replace")


class Markup(HTMLParser):
    """Collects what would run in a reader's browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        handlers = [name for name, _ in attributes if name.startswith("on")]
        scripts = [value for _, value in attributes if (value or "").startswith("javascript:")]
        if tag in {"script", "iframe", "object"} or handlers or scripts:
            self.runs.append(f"<{tag} {attributes}>")


def test_markup_that_runs_is_found() -> None:
    """The check below would see a script, a handler and an address that runs."""
    for html in ("<script>", "<p><img src=x onerror=a()>", '<a href="javascript:a()">'):
        assert Markup(html).runs
    assert not Markup("<p>&lt;script&gt;</p><a href='./?q=javascript:a()'>").runs


def test_the_warm_up_leaves_pages_nothing_of_ours_to_import() -> None:
    """Else two first visitors might import the same modules in another order, and one fail."""
    told = subprocess.run(
        [sys.executable, "-c", LEFT, *(page.path for page in PAGES)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == []


def test_the_first_visitor_of_a_server_is_told_that_words_are_loading(tmp_path: Path) -> None:
    """The page says what it waits for, before the words are there, once per server."""
    said = text("en", "themes.loading")

    async def visit(url: str) -> Visit:
        one = Visit(url)
        await one.arrive("themes?lang=en")
        await one.leave()
        return one

    with serve(tmp_path / "log.txt") as cold:
        first, second = (asyncio.run(visit(cold.url)) for _ in range(2))
    order = [what for html in first.shown for what in (said, 'class="keywords"') if what in html]
    assert order == [said, 'class="keywords"']
    assert said not in first.html
    assert not any(said in html for html in second.shown)


def test_every_page_is_a_deep_link_to_a_cold_server(tmp_path: Path) -> None:
    """All pages in both languages, asked for at once before anything is loaded.

    None of them needs pandas, which would take as much memory as all the data.
    """
    links = list(product(PAGES, LANGS))

    async def arrive(url: str) -> list[list[str]]:
        visits = [Visit(url) for _ in links]
        addresses = [f"{PATHS[PAGES.index(page)]}?lang={lang}" for page, lang in links]
        await asyncio.gather(
            *(visit.arrive(address) for visit, address in zip(visits, addresses, strict=True))
        )
        for visit in visits:
            await visit.leave()
        return [visit.headings for visit in visits]

    with serve(tmp_path / "log.txt") as cold:
        found = asyncio.run(arrive(cold.url))
        (process,) = psutil.Process(cold.process.pid).children()
        mapped = [file.path for file in process.memory_maps()]
        assert not cold.trouble()
    assert any("duckdb" in path for path in mapped)
    assert not [path for path in mapped if "pandas" in path]
    assert found == [[text(lang, f"page.{page.slug}.title")] for page, lang in links]


def test_no_query_string_gets_anything_but_the_page(server: Server) -> None:
    """Hundreds of odd values, in every parameter of every page: the shell, and not a byte of them."""
    with closing(Asking(server)) as ask:
        shells = {path: ask(f"/{path}")[1] for path in PATHS}
        asked = 0
        for path, name, value in zip(cycle(PATHS), *zip(*product(NAMES, HOSTILE), strict=True)):
            answer, words = ask(f"/{path}?{name}={value}")
            assert (answer.status, words) == (200, shells[path]), f"{path}?{name}={value:.60}"
            asked += 1
        assert asked >= 500
        moved, _ = ask(f"/{PAGES[0].slug}?q={HOSTILE[12]}")
        assert (moved.status, moved.headers["Set-Cookie"]) == (307, None)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_page_survives_an_odd_value_in_every_parameter(server: Server, value: str) -> None:
    """No exception, the heading stands, nothing of the value is markup, in search and elsewhere."""
    elsewhere = PATHS[HOSTILE.index(value) % len(PATHS)]

    async def visit() -> Visit:
        one = Visit(server.url)
        await one.arrive("search?" + "&".join(f"{name}={value}" for name in NAMES))
        searched = one.html
        await one.go(f"{elsewhere}?" + "&".join(f"{name}={value}" for name in NAMES))
        await one.leave()
        assert not Markup(searched).runs
        return one

    one = asyncio.run(visit())
    assert not Markup(one.html).runs
    assert len(one.headings) == 1


@pytest.mark.parametrize("place", ["indicators/{}.csv", "indicators/{}.json", "{}", "{}.csv"])
def test_the_api_refuses_odd_names_in_json(server: Server, place: str) -> None:
    """400 or 404 with a reason, whatever the name; nothing of the machine's files."""
    with closing(Asking(server)) as ask:
        for value in HOSTILE:
            answer, words = ask(f"/api/{place.format(value)}", accept="*/*")
            assert answer.status in {400, 404}
            assert "root:" not in words
            assert "html" not in answer.headers.get("Content-Type", "")


def test_the_api_refuses_odd_filters_in_json(server: Server) -> None:
    """400 with a reason for every filter there is and for one there is not."""
    with closing(Asking(server)) as ask:
        for name, value in product(("area", "geo", "from", "to", "unknown"), HOSTILE):
            answer, words = ask(f"/api/indicators/internet_users.csv?{name}={value}", accept="*/*")
            assert answer.status == 400, f"{name}={value:.60}"
            assert json.loads(words)["zh"]


# Method, address, status: pages, files, data, health, what is not there, what is not allowed.
ADDRESSES = [
    ("GET", "/", 200), ("GET", "/internet?lang=en", 200), ("HEAD", "/texts", 200),
    ("GET", "/nonsense", 404), ("GET", "/overview", 307), ("POST", "/internet", 405),
    ("GET", "/{script}", 200), ("GET", "/static/js/none.js", 200), ("GET", "/media/none", 404),
    ("GET", "/api/indicators.json", 200), ("GET", "/api/indicators/internet_users.csv", 200),
    ("GET", "/api/data.zip", 200), ("GET", "/api/none", 404), ("GET", "/api/sources.csv?a=1", 400),
    ("GET", "/_stcore/health", 200), ("GET", "/_stcore/metrics", 200), ("GET", "/ready", 200),
    ("GET", "/_stcore/host-config", 200), ("GET", "/robots.txt", 200), ("GET", "/sitemap.xml", 200),
    ("GET", "//etc/passwd", 400), ("GET", "/static/..%2f..%2fetc/passwd", 400),
    ("PUT", "/_stcore/upload_file/a/b", 403),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "status"), ADDRESSES)
def test_every_kind_of_address_carries_the_headers(
    server: Server, method: str, path: str, status: int
) -> None:
    """Content policy, nosniff, referrer and permissions, on errors too."""
    with closing(Asking(server)) as ask:
        if "{script}" in path:
            path = path.format(script=re.findall(r'src="\./(static/js/.*?)"', ask("/")[1])[0])
        answer, _ = ask(path, method)
        assert answer.status == status
        _check_headers(answer)


def test_what_has_not_changed_carries_the_headers(server: Server) -> None:
    """304 too."""
    with closing(Asking(server)) as ask:
        tag = ask("/api/sources.csv")[0].headers["ETag"]
        answer, words = ask("/api/sources.csv", **{"If-None-Match": tag})
        assert (answer.status, words) == (304, "")
        _check_headers(answer)


def _check_headers(answer: HTTPResponse) -> None:
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'; script-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]

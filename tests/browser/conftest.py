"""Fixtures of the browser tests: one browser, one warm server, cold servers, watched visitors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import chromium
from tests.browser.server import Server, serve
from tests.browser.visitors import Visitors

HERE = Path(__file__).parent
expect.set_options(timeout=30_000)
Cold = Callable[..., Visitors]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser's tests last: the others fail sooner."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of the run."""
    path = chromium.find()
    assert path, "no Chromium starts here; `python -m tests.browser.chromium` installs one"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The one warm server of the run."""
    with serve(tmp_path_factory.mktemp("server") / "log.txt") as running:
        yield running


@contextmanager
def watched(browser: Browser, server: Server) -> Iterator[Visitors]:
    """Visitors of a server; leaving fails when a page or the server was in trouble."""
    arriving = Visitors(browser, server)
    try:
        yield arriving
        arriving.check()
    finally:
        arriving.leave()


@pytest.fixture
def visitors(browser: Browser, server: Server) -> Iterator[Visitors]:
    """Visitors of the warm server."""
    with watched(browser, server) as arriving:
        yield arriving


@pytest.fixture
def cold(browser: Browser, tmp_path: Path) -> Iterator[Cold]:
    """Start a new server, on other data if given, and return its visitors."""
    with ExitStack() as stack:

        def start(data: Path | None = None) -> Visitors:
            environment = {"INDICATORS_DATA": str(data)} if data else {}
            fresh = stack.enter_context(serve(tmp_path / "server.log", environment))
            return stack.enter_context(watched(browser, fresh))

        yield start

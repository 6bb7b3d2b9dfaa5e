"""Visitors with a real browser, watched: what they request, and what goes wrong on their page."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.server import Server

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DESK = (1440, 900)
TABLET = (768, 1024)
PHONE = (360, 740)


def settle(page: Page) -> Page:
    """Wait until the page has its heading, the script has run and every chart is drawn."""
    page.get_by_role("heading", level=1).first.wait_for()
    page.locator(SETTLED).wait_for()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    for chart in page.get_by_test_id("stPlotlyChart").all():
        chart.locator(".main-svg").first.wait_for()
    return page


def furnish(browser: Browser, scheme: str, size: tuple[int, int] = DESK) -> BrowserContext:
    """A browser that has seen nothing yet, light or dark, in a window of this size."""
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": size[0], "height": size[1]},
        reduced_motion="reduce",
        locale="zh-CN",
    )
    context.set_default_timeout(30_000)
    return context


@dataclass
class Visitors:
    """Opens pages on a server and keeps account of them; ``check`` tells what went wrong."""

    browser: Browser
    server: Server
    contexts: list[BrowserContext] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)  # in contexts that others have too
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    read_so_far: int = 0

    def __post_init__(self) -> None:
        self.read_so_far = self.server.log.stat().st_size

    def arrive(self, path: str, scheme: str = "light", size: tuple[int, int] = DESK) -> Page:
        """Open a path in a browser of its own, without waiting for the page."""
        context = furnish(self.browser, scheme, size)
        self.contexts.append(context)
        page = context.new_page()
        context.on("request", lambda request: self._see(request.url))
        return self._go(page, path)

    def open(self, path: str, scheme: str = "light", size: tuple[int, int] = DESK) -> Page:
        """Open a path in a browser of its own and wait until the page stands."""
        return settle(self.arrive(path, scheme, size))

    def open_in(self, context: BrowserContext, path: str, size: tuple[int, int]) -> Page:
        """The same in a browser that others have used, and that has the scripts already."""
        page = context.new_page()
        self.pages.append(page)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("request", lambda request: self._see(request.url))
        return settle(self._go(page, path))

    def _go(self, page: Page, path: str) -> Page:
        page.on("websocket", lambda websocket: self._see(websocket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.server.url + path, wait_until="commit")
        return page

    def _see(self, url: str) -> None:
        parts = urlsplit(url)
        if (
            parts.scheme not in {"data", "blob"}
            and parts.netloc != urlsplit(self.server.url).netloc
        ):
            self.strangers.append(url)

    def check(self) -> None:
        """Fail when a request left the host, a page shows an exception or the server logged one."""
        for page in [*self.pages, *(page for one in self.contexts for page in one.pages)]:
            boxes = page.get_by_test_id("stException").all_inner_texts()
            self.errors += [f"{page.url} shows: {text}" for text in boxes]
        assert not self.strangers, f"requests left the host: {self.strangers}"
        assert not self.errors, self.errors
        trouble = self.server.trouble(self.read_so_far)
        assert not trouble, f"the server wrote:\n{trouble}"

    def leave(self) -> None:
        """Close every browser window."""
        for one in [*self.pages, *self.contexts]:
            one.close()

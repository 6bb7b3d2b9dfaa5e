"""Two replicas behind the shipped proxy: visits stay with one, and outlive its end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import ConnectionClosed

from indicators.settings import VARIABLE
from indicators.strings import LANGS, text
from indicators.ui.registry import PAGES
from tests import proxy
from tests.browser.conftest import watched
from tests.browser.server import Server, free_port, serve
from tests.visits import Visit

NAMES = ("first-replica", "second-replica")
ADDRESSES = [f"{page.slug}?lang={lang}" for page, lang in product(PAGES[1:], LANGS)][:19]
METRICS = "/_stcore/metrics"


@dataclass(frozen=True)
class Site:
    """The address of the proxy, and the replicas behind it by the title each was given."""

    url: str
    replicas: dict[str, Server]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two replicas whose titles tell them apart, and the proxy before them."""
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        replicas = {}
        for name in NAMES:
            given = folder / f"{name}.toml"
            given.write_text(f'[title]\nzh = "{name}"\nen = "{name}"\n', "utf-8")
            environment = {VARIABLE: str(given), "STREAMLIT_SERVER_COOKIE_SECRET": "of both"}
            replicas[name] = stack.enter_context(serve(folder / f"{name}.log", environment))
        urls = [replica.url for replica in replicas.values()]
        url = stack.enter_context(proxy.proxying(urls, free_port(), folder))
        yield Site(url, replicas)


def name_in(words: str) -> str:
    """The replica that a page came from."""
    [name] = [name for name in NAMES if name in words]
    return name


def entered(site: Site, address: str) -> tuple[Visit, str]:
    """A visit with the cookie that the proxy gave with the page, and who served the page."""
    with urlopen(Request(f"{site.url}/{address}", headers={"Accept": "text/html"})) as answer:
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return Visit(site.url, cookie), name_in(answer.read().decode())


async def _losing_one(site: Site, lost: str) -> int:
    """All addresses are open when a replica ends; how many of them it took along."""
    visits = [(address, *entered(site, address)) for address in ADDRESSES]
    views = []
    for address, visit, name in visits:
        await visit.arrive(address)
        assert name_in(visit.html) == name, "the websocket goes where the page came from"
        views.append(visit.html)
    site.replicas[lost].end()
    [left] = {*NAMES} - {lost}
    moved = 0
    for (address, visit, name), view in zip(visits, views, strict=True):
        try:
            await visit.go(address)
        except ConnectionClosed:
            await visit.arrive(address)
            moved += 1
        assert visit.html == view.replace(name, left), f"{address} shows another view"
        await visit.leave()
    assert moved == sum(name == lost for _, _, name in visits)
    return moved


def test_the_proxy_closes_what_is_for_the_operator_and_bounds_what_is_sent(site: Site) -> None:
    """Metrics are open at a replica and closed at the proxy; a file too big is refused there."""
    with urlopen(site.replicas[NAMES[0]].url + METRICS) as answer:
        assert b"active_sessions" in answer.read()
    for path in (METRICS, f"/.{METRICS}", f"/a/..{METRICS}", "/_stcore//metrics"):
        with pytest.raises(HTTPError, match="404"):
            urlopen(site.url + path)
    big = Request(site.url + "/_stcore/upload_file/a/b", bytes(13_000_000), method="PUT")
    with pytest.raises(HTTPError, match="413"):
        urlopen(big)


def test_with_no_replica_left_a_visitor_is_told_so(tmp_path: Path) -> None:
    """In both languages, with a page that asks anew."""
    nobody = [f"http://127.0.0.1:{free_port()}" for _ in NAMES]
    with proxy.proxying(nobody, free_port(), tmp_path) as url:
        with pytest.raises(HTTPError, match="503") as refused:
            urlopen(f"{url}/internet")
        told = refused.value.read().decode()
    assert refused.value.headers["retry-after"] == "10"
    for words in ('http-equiv="refresh"', "网站正在重新启动", "The site is starting again"):
        assert words in told


def test_a_replica_ends_while_twenty_visits_are_open(browser: Browser, site: Site) -> None:
    """Its visitors find their view again on the other, in the browser without a reload."""
    address = "/urban_rural?lang=en&id=internet_penetration&area=rural&view=table"
    proxied = replace(site.replicas[NAMES[0]], url=site.url)
    with watched(browser, proxied) as people:
        page = people.open(address)
        lost = name_in(page.title())
        table = page.get_by_role("table").first.inner_text()
        with ThreadPoolExecutor(1) as thread:  # the browser has the event loop of this one
            moved = thread.submit(asyncio.run, _losing_one(site, lost)).result()
        assert 0 < moved < len(ADDRESSES)
        [left] = {*NAMES} - {lost}
        expect(page.locator(".brand")).to_have_text(left)
        expect(page.get_by_role("table").first).to_have_text(table, use_inner_text=True)
        assert page.url == site.url + address
        page.get_by_role("radio", name=text("en", "view.chart")).click()
        expect(page.locator(".js-plotly-plot").first).to_be_visible()
        expect(page).to_have_url(site.url + address.replace("&view=table", ""))

"""The addresses beside the pages: robots.txt, the sitemap, whether the server is ready."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from indicators import settings
from indicators.strings import Lang
from indicators.ui import registry, warm
from indicators.ui.web import base

if TYPE_CHECKING:
    from indicators.library import Library

READ = ("GET", "HEAD")  # the methods that change nothing
START = registry.PAGES[0].slug
ROBOTS, SITEMAP, READY = "robots.txt", "sitemap.xml", "ready"
TAKEN = frozenset({ROBOTS, SITEMAP, READY, START, "api", "_stcore"})


def routes() -> list[Route]:
    """What is served at them, below the base path; which without its slash leads to the start."""
    root = base.path()
    return [
        Route(f"{root}/{ROBOTS}", robots),
        Route(f"{root}/{SITEMAP}", sitemap),
        Route(f"{root}/{READY}", ready),
        *(Route(address, start_page) for address in filter(None, (root, f"{root}/{START}"))),
    ]


def relative(slug: str, lang: Lang, **parameters: str) -> str:
    """The address of a page from any other page, the site's own language left out."""
    own = {} if lang == settings.current().languages[0] else {"lang": lang}
    query = urlencode({**own, **parameters})
    return f"./{'' if slug == START else slug}" + (f"?{query}" if query else "")


def public(slug: str, lang: Lang, root: str = "", **parameters: str) -> str:
    """The full address of a page, below ``root`` where the settings name no address."""
    return (settings.current().address or root) + relative(slug, lang, **parameters)[1:]


def start_page(request: Request) -> Response:
    """The first page lives at the root alone; its name leads there, and so does the base path
    without its slash."""
    last = request.url.path.rpartition("/")[2]
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{'' if last == START else f'{last}/'}{query}", status_code=307)


def robots(request: Request) -> Response:
    """Everything may be read but Streamlit's own machinery."""
    ours = (f"Disallow: {base.path()}/{folder}/" for folder in ("_stcore", "media"))
    lines = ("User-agent: *", *ours, "Allow: /")
    return PlainTextResponse("\n".join([*lines, f"Sitemap: {_root(request)}/{SITEMAP}", ""]))


def sitemap(request: Request) -> Response:
    """Every page, indicator and text in every language."""
    root = _root(request)
    entries = "".join(f"<url><loc>{escape(one)}</loc></url>" for one in every_address(root))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{space}">{entries}</urlset>'
    return Response(body, media_type="application/xml")


def every_address(root: str) -> Iterator[str]:
    """The full addresses of all views that have a subject of their own."""
    data = library()
    for lang in settings.current().languages:
        for page in registry.PAGES:
            yield public(page.slug, lang, root)
        for indicator in data.indicators.values():
            home = registry.of_family(indicator.family)
            if home:
                yield public(home.slug, lang, root, id=indicator.id)
        for slug in data.documents:
            yield public("texts", lang, root, doc=slug)


def ready(_: Request) -> Response:
    """Whether visitors can be served, and with which data: 200, or 503 where data are broken."""
    if not warm.is_done():
        return JSONResponse({"ready": False, "problems": ["still loading"]}, status_code=503)
    data = library()
    problems = [problem.what for problem in data.problems]
    told = {"ready": not problems, "version": data.version, "problems": problems}
    return JSONResponse(told, status_code=503 if problems else 200)


def library() -> Library:
    """The data, once they are loaded."""
    warm.wait()
    from indicators import library as data

    return data.default()


def _root(request: Request) -> str:
    return settings.current().address or str(request.base_url).rstrip("/") + base.path()

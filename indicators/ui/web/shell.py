"""Streamlit's HTML shell as this site sends it: in the page's language, with a head of its own and
words for those without scripts."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import parse_qsl, quote

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators import settings
from indicators.strings import Lang, text
from indicators.theme import FONT
from indicators.ui import registry
from indicators.ui.web import addresses, base, head

# The mark in the browser's tab: a quote on its series.
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#0b5fa5" '
    'stroke-width="2"><path d="M1 12L15 4"/><circle cx="8" cy="8" r="4" fill="#fff"/></svg>'
)
_TITLE = "<title>Streamlit</title>"
_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class LocalShell:
    """Answers a request for a page with the shell in the page's language.

    Streamlit hardcodes lang="en", which gives Han characters Japanese shapes, and its own title;
    an address that is no page gets a shell too, and a dialog in English. Ours says so in words.
    """

    def __init__(self, app: ASGIApp, shell: str) -> None:
        self.app = app
        self.shells = {
            (page.slug, lang): localised(shell, page, lang)
            for page in registry.PAGES
            for lang in settings.current().languages
        }
        self.missing = small_page(404, "app.not_found")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = page_name(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        lang = language(scope)
        shell = self.shells.get((name, lang))
        words = self.missing
        if shell:
            words = shell.replace(_TITLE, head.tags(registry.page(name), lang, query(scope)))
        response = HTMLResponse(words, 200 if shell else 404, headers={"cache-control": "no-cache"})
        await response(scope, receive, send)


def language(scope: Scope) -> Lang:
    """The language an address asks for; the site's first where it names none that is on offer."""
    offered = settings.current().languages
    asked = query(scope).get("lang")
    return next((lang for lang in offered if lang == asked), offered[0])


def query(scope: Scope) -> dict[str, str]:
    """The parameters of an address, the last one of a name that is given more than once."""
    return dict(parse_qsl(scope["query_string"].decode("latin-1")))


def page_name(scope: Scope) -> str | None:
    """The slug of the page a browser asks for, or a word that is none; None for a file."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    name = base.below(scope)
    accepts = Headers(scope=scope).get("accept", "")
    if name is None or "text/html" not in accepts or name in addresses.TAKEN:
        return None
    if "/" in name or "." in name:
        return None
    return name or registry.PAGES[0].slug


def localised(shell: str, page: registry.Page, lang: Lang) -> str:
    """The shell with the language and the mark of the site, and what a page is about in words."""
    shell = shell.replace('<html lang="en">', f'<html lang="{text(lang, "app.tag")}">')
    shell = shell.replace('href="./favicon.png"', f'href="data:image/svg+xml,{quote(MARK)}"')
    shell = re.sub(r'<link rel="service-desc"[^>]*>', "", shell)
    return _WITHOUT_SCRIPTS.sub(lambda _: _without_scripts(page, lang), shell)


def _without_scripts(page: registry.Page, lang: Lang) -> str:
    about = escape(head.about(page, lang))
    return (
        f"<noscript><h1>{escape(text(lang, f'page.{page.slug}.title'))}</h1><p>{about}</p>"
        f"<p>{escape(text(lang, 'app.scripts'))}</p></noscript>"
    )


def small_page(status: int, key: str, again: int = 0) -> str:
    """A page without Streamlit that says one sentence in every language, and leads to the start.

    ``again`` is after how many seconds the browser asks anew, 0 for never.
    """
    parts = "".join(_sentence(key, lang) for lang in settings.current().languages)
    first = settings.current().languages[0]
    refresh = f'<meta http-equiv="refresh" content="{again}">' if again else ""
    return (
        f'<!DOCTYPE html><html lang="{text(first, "app.tag")}"><meta charset="utf-8">{refresh}'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" '
        f'content="light dark"><title>{escape(settings.name(first))}</title>'
        f'<body style="font:1rem/1.75 {escape(FONT)};margin:3rem auto;max-width:38em;'
        f'padding:0 1rem"><h1 style="font-size:1.5rem">{status}</h1>{parts}</body></html>'
    )


def _sentence(key: str, lang: Lang) -> str:
    start = escape(addresses.relative(registry.PAGES[0].slug, lang))
    return (
        f'<p lang="{text(lang, "app.tag")}">{escape(text(lang, key))} '
        f'<a href="{start}">{escape(settings.name(lang))}</a></p>'
    )

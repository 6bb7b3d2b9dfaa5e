"""What a link to a view shows elsewhere: title, description, picture, and its one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from indicators import settings
from indicators.strings import Lang, has, text
from indicators.ui import registry, warm
from indicators.ui.web import addresses, stills


@dataclass(frozen=True, slots=True)
class View:
    """What is told of a view, and the parameters without which it would be another one."""

    title: str
    about: str
    parameters: Mapping[str, str] = field(default_factory=dict)


def tags(page: registry.Page, lang: Lang, query: Mapping[str, str]) -> str:
    """The tags of a page at an address; of the query only what the data know is repeated."""
    view = _view(page, lang, query)
    title = f"{view.title} · {settings.name(lang)}"
    return "\n".join(
        [
            f"<title>{escape(title)}</title>",
            _meta("name", "description", view.about),
            _meta("property", "og:title", title),
            _meta("property", "og:description", view.about),
            _meta("property", "og:site_name", settings.name(lang)),
            _meta("property", "og:type", "website"),
            *(_public(page, lang, view) if settings.current().address else ()),
        ]
    )


def about(page: registry.Page, lang: Lang) -> str:
    """A page in one sentence."""
    key = f"page.{page.slug}.about"
    return text(lang, key) if has(lang, key) else text(lang, "app.description")


def _view(page: registry.Page, lang: Lang, query: Mapping[str, str]) -> View:
    """The indicator or the text the query names, else the page; the page while data are loading."""
    plain = View(text(lang, f"page.{page.slug}.title"), about(page, lang))
    if not warm.is_done():
        return plain
    library = addresses.library()
    indicator = library.indicators.get(query.get("id", ""))
    if indicator and registry.of_family(indicator.family) == page:
        named = {"id": indicator.id}
        return View(indicator.name[lang], indicator.definition[lang], named)
    document = library.documents.get(query.get("doc", ""))
    if document and page.slug == "texts":
        title = (document.title_en if lang == "en" else None) or document.title
        return View(title, plain.about, {"doc": document.slug})
    return plain


def _public(page: registry.Page, lang: Lang, view: View) -> list[str]:
    """The tags that need to know where the public reaches this site."""
    address, picture = settings.current().address, stills.preview(lang)
    width, height = stills.SIZE
    here = escape(addresses.public(page.slug, lang, **view.parameters))
    return [
        f'<link rel="canonical" href="{here}" />',
        _meta("property", "og:url", addresses.public(page.slug, lang, **view.parameters)),
        _meta("property", "og:image", f"{address}/{picture}"),
        _meta("property", "og:image:width", str(width)),
        _meta("property", "og:image:height", str(height)),
        _meta("property", "og:image:alt", text(lang, "app.description")),
        _meta("name", "twitter:card", "summary_large_image"),
        *(_alternate(page, other, view) for other in settings.current().languages),
    ]


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}" />'


def _alternate(page: registry.Page, lang: Lang, view: View) -> str:
    address = escape(addresses.public(page.slug, lang, **view.parameters))
    return f'<link rel="alternate" hreflang="{text(lang, "app.tag")}" href="{address}" />'

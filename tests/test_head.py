"""What a shared link shows: the view's own title, its one address, and a picture that is there."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators import library, settings
from indicators.strings import LANGS, Lang, text
from indicators.ui import registry, warm
from indicators.ui.web import head, stills
from tests.browser.stills import ICON_SIDE, SAYS

SITE = "https://figures.example.org/gov"
SHELF = library.default()


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that knows where the public reaches it, with everything loaded."""
    given = replace(settings.current(), address=SITE)
    monkeypatch.setattr(settings, "current", lambda: given)
    warm.wait()


def tags(slug: str, lang: Lang, **query: str) -> str:
    return html.unescape(head.tags(registry.page(slug), lang, query))


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("page", registry.PAGES, ids=lambda page: page.slug)
@pytest.mark.parametrize("lang", LANGS)
def test_every_page_has_a_preview_in_its_language(page: registry.Page, lang: Lang) -> None:
    """Title, description, picture, and the same page in the other language."""
    told = tags(page.slug, lang)
    title = f"{text(lang, f'page.{page.slug}.title')} · {settings.name(lang)}"
    assert f'<meta property="og:title" content="{title}" />' in told
    picture = f'<meta property="og:image" content="{SITE}/preview-{lang}.png" />'
    assert picture in told
    assert told.count('rel="canonical"') == 1
    assert told.count('rel="alternate"') == len(LANGS)


def test_without_an_address_nothing_leads_elsewhere() -> None:
    """No picture and no address that would be wrong."""
    told = tags("internet", "zh")
    assert "og:title" in told
    for tag in ("og:image", "og:url", "canonical", "alternate", "twitter:card"):
        assert tag not in told


VIEWS = [
    ("internet", {"id": "internet_users", "area": "urban"}, "internet?id=internet_users"),
    ("internet", {"id": "gov_websites"}, "internet"),
    ("internet", {"id": '"><script>'}, "internet"),
    ("texts", {"doc": next(iter(SHELF.documents))}, f"texts?doc={next(iter(SHELF.documents))}"),
    ("search", {"q": "隐私", "embed": "true"}, "search"),
    ("overview", {"utm_source": "x"}, ""),
]


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize(("slug", "query", "address"), VIEWS)
def test_a_view_has_one_address(slug: str, query: dict[str, str], address: str) -> None:
    """What makes no other view is left out, and what the data do not know is never repeated."""
    told = tags(slug, "zh", **query)
    assert f'<link rel="canonical" href="{SITE}/{address}" />' in told
    assert f'<meta property="og:url" content="{SITE}/{address}" />' in told
    assert "<script>" not in told
    assert "隐私" not in told


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("lang", LANGS)
def test_a_shared_indicator_is_called_by_its_name(lang: Lang) -> None:
    """The preview of a link to an indicator has its name and its definition."""
    indicator = SHELF.indicators["internet_users"]
    told = tags("internet", lang, id=indicator.id)
    assert f"<title>{indicator.name[lang]} · {settings.name(lang)}</title>" in told
    assert f'<meta property="og:description" content="{indicator.definition[lang]}" />' in told


def test_while_the_data_are_loading_a_link_shows_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell waits for nothing."""
    monkeypatch.setattr(warm, "is_done", lambda: False)
    assert f"<title>{text('zh', 'page.internet.title')}" in tags(
        "internet", "zh", id="internet_users"
    )


def test_the_pictures_are_served_and_say_what_the_site_says() -> None:
    """Each language has a preview of the promised size with today's words; the favicon is ours."""
    server = TestClient(Starlette(routes=stills.routes()))
    for lang in LANGS:
        answer = server.get(f"/{stills.preview(lang)}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
        assert len(answer.content) < 100_000
        with Image.open(stills.FOLDER / stills.preview(lang)) as picture:
            assert picture.size == stills.SIZE
            assert picture.info[SAYS] == text(lang, "app.description"), (
                "python -m tests.browser.stills"
            )
    assert server.get("/favicon.png").content == (stills.FOLDER / stills.ICON).read_bytes()
    with Image.open(stills.FOLDER / stills.ICON) as picture:
        assert picture.size == (ICON_SIDE, ICON_SIDE)

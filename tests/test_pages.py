"""Every page of the registry, run without a browser: in both languages, with odd links, bad data.

A new page is covered the day it is registered.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators import library
from indicators.strings import LANGS, Lang, text
from indicators.ui import load
from indicators.ui.registry import PAGES, Page, page

ROOT = Path(__file__).parent.parent
MAIN = ROOT / "indicators" / "ui" / "main.py"
TOPICS = [page for page in PAGES if page.family]
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
EVERY_TOPIC = pytest.mark.parametrize("page", TOPICS, ids=lambda page: page.slug)


def visit(page: Page, **address: str) -> AppTest:
    """Open a page as a link would; fails with the app's own exception."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.run()
    app.switch_page(page.path)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def written(app: AppTest) -> str:
    """All HTML the page drew, its heading first."""
    headings = [f"<h1>{title.value}</h1>" for title in app.title]
    return "\n".join(headings + [element.value for element in app.get("html")])


def figure(app: AppTest) -> dict[str, Any]:
    """The first chart of the page, as the browser gets it."""
    return json.loads(app.get("plotly_chart")[0].proto.spec)


@EVERY_PAGE
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_opens_in_both_languages(page: Page, lang: Lang) -> None:
    """One H1 in the language of the link, the frame around it, and links that keep the language."""
    words = written(visit(page, lang=lang))
    title = text(lang, f"page.{page.slug}.title")
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", words) == [title]
    assert text(lang, "frame.version", version=library.default().version) in words
    inside = re.findall(r"<nav.*?</nav>", words)
    addresses = re.findall(r'href="(.*?)"', " ".join(inside))
    assert addresses
    assert all(("lang=en" in address) == (lang == "en") for address in addresses)


@EVERY_PAGE
def test_an_unknown_name_in_a_link_is_said_in_words(page: Page) -> None:
    """What the link names in vain is repeated, and the rest of the page is there."""
    words = written(visit(page, id="no_such_thing", lang="en", c="deadbeef"))
    assert text("en", "problem.unknown_id", value="no_such_thing") in words
    assert text("en", "problem.unknown_c", value="deadbeef") in words
    assert "<h1" in words


def test_an_unknown_language_is_said_in_words() -> None:
    """The page is shown in Chinese, and says so."""
    words = written(visit(PAGES[0], lang="xx"))
    assert text("zh", "problem.unknown_lang", value="xx") in words


def test_what_a_link_says_is_never_markup() -> None:
    """A value from the address is shown as text."""
    words = written(visit(PAGES[0], doc="<img src=x onerror=alert(1)>"))
    assert "<img" not in words
    assert "&lt;img" in words


@EVERY_TOPIC
def test_every_indicator_of_a_topic_can_be_opened(page: Page) -> None:
    """Chart or tiles or words, a table, sources and downloads for each indicator and each view."""
    shelf = library.default()
    for indicator in shelf.indicators.values():
        if indicator.family != page.family:
            continue
        app = visit(page, id=indicator.id)
        words = written(app)
        assert indicator.name.zh in words
        if shelf.observations[indicator.id]:
            assert f"<caption>{text('zh', 'table.caption', indicator=indicator.name.zh)}" in words
            assert text("zh", "topic.sources") in words
        assert (
            "<table" in written(visit(page, id=indicator.id, view="table"))
            or not (shelf.observations[indicator.id])
        )


@EVERY_TOPIC
def test_a_chart_says_in_words_what_it_shows(page: Page) -> None:
    """The first chart of a topic has an alternative text with its latest value."""
    app = visit(page, lang="en")
    chart = app.get("plotly_chart")[0]
    assert "Line chart of" in chart.proto.alt or "Line chart of" in str(chart.proto)


def test_a_claim_alone_opens_its_indicator() -> None:
    """A link with nothing but a claim opens the indicator it quotes."""
    seen = 0
    for claim, citation in load.citations().items():
        indicator = library.default().indicators[citation.finding.quote.indicator]
        topic = next((page for page in TOPICS if page.family == indicator.family), None)
        if topic is None:
            continue
        words = written(visit(topic, c=claim))
        assert indicator.name.zh in words
        assert text("zh", "problem.unknown_c", value=claim) not in words
        seen += 1
        if seen == 3:
            break


def test_the_selected_quote_is_ringed_on_the_chart() -> None:
    """?c= rings exactly one marker, and a plain link none."""
    topic = page("internet")
    claim = next(
        claim
        for claim, citation in load.citations().items()
        if citation.finding.quote.indicator == "internet_users" and citation.finding.quote.as_of
    )
    for address, rings in (({"c": claim}, 1), ({}, 0)):
        drawn = figure(visit(topic, id="internet_users", **address))
        assert sum(trace.get("name") == "selected" for trace in drawn["data"]) == rings


def test_an_indicator_of_another_page_is_led_to_it() -> None:
    """A link to the wrong page names the indicator and links the right page."""
    words = written(visit(page("internet"), id="gov_websites"))
    name = library.default().indicators["gov_websites"].name.zh
    assert text("zh", "topic.elsewhere", indicator=name) in words
    assert 'href="./gov_sites?id=gov_websites"' in words


def test_the_story_of_the_shares_is_told() -> None:
    """The urban-rural page names the quoted pair, the surveys, and the means computed of them."""
    words = written(visit(page("urban_rural")))
    for number in ("72.4%", "27.6%", "72.38%", "27.62%", "2011年12月", "2015年6月"):
        assert number in words


BROKEN = [
    ("indicators/internet_users.csv", "as_of,geo\n2017-12,CN\n", "internet"),
    ("indicators/internet_users.toml", "family = ", "internet"),
    ("sources/cnnic-41.toml", "title", "internet"),
    ("places.csv", "", "gov_sites"),
    ("version.toml", "", "internet"),
]


@pytest.mark.parametrize(("path", "content", "slug"), BROKEN)
@pytest.mark.parametrize("lang", LANGS)
def test_a_broken_file_is_named_and_the_rest_works(
    data_copy: Path, path: str, content: str, slug: str, lang: Lang
) -> None:
    """The page says which file is broken and what to do; the app runs on."""
    (data_copy / path).write_text(content, encoding="utf-8")
    words = written(visit(page(slug), lang=lang))
    assert path in words
    assert text(lang, "problem.data_next") in words


def test_a_missing_file_is_named(data_copy: Path) -> None:
    """Figures that are gone leave their page standing."""
    (data_copy / "indicators" / "internet_users.csv").unlink()
    assert "indicators/internet_users.csv" in written(visit(page("internet")))


def test_without_any_indicator_a_topic_says_so(data_copy: Path) -> None:
    """A family whose files are all gone has a page that says it."""
    for file in data_copy.glob("indicators/gov_*_accounts.toml"):
        file.unlink()
    assert text("zh", "topic.no_indicator") in written(visit(page("new_media")))

"""The search page answers, narrows, leads to the places, and never fails."""

from __future__ import annotations

import re

import pytest

from indicators.search import Filters
from indicators.strings import LANGS, Lang, text
from indicators.ui import load, state
from indicators.ui.registry import page
from indicators.ui.search import filters
from indicators.ui.search.examples import EXAMPLES
from indicators.ui.search.hits import LONGEST
from indicators.ui.state import State
from tests.test_pages import visit, written

SEARCH = page("search")
PLACE = re.compile(r'<p class="origin"><a href="\./texts\?(.*?)"')


def shown(**address: str) -> str:
    return written(visit(SEARCH, **address))


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_page_shows_queries_to_click(lang: Lang) -> None:
    """Each example is a link of this page and finds something."""
    words = shown(lang=lang)
    for _, query in EXAMPLES:
        assert state.href("search", lang, q=query).replace("&", "&amp;") in words
        assert PLACE.search(shown(lang=lang, q=query)), query


def test_the_sentences_found_are_counted_marked_and_lead_to_their_place() -> None:
    """The count in words, the words in marks, a link with text and sentence."""
    words = shown(q="政務微博")
    assert text("zh", "page.search.found", query="政务微博", count=3, texts=2) in words
    assert words.count("<mark>政务微博</mark>") == 3
    assert "doc=003_d0d88888c71e1b49&amp;s=16" in words
    assert "new_media?id=gov_weibo_accounts" in words


def test_a_figure_found_leads_to_its_verdict() -> None:
    """A hit that is a quoted figure opens at the quote; the others of its sentence stand by."""
    words = shown(q="77198万")
    (place,) = PLACE.findall(words)
    claim = re.findall(r"c=(\w{8})", place)[0]
    assert load.citations()[claim].finding.quote.quantity.surface == "7.72亿"
    assert words.count('<li data-verdict="match">') == 2


def test_the_address_narrows_what_is_found() -> None:
    """Text, theme, indicator and period of the address are the filters."""
    here = State(doc="a", theme="b", id="c", t="2016-12..2017")
    assert filters(here) == Filters("a", "b", "c", ("2016", "2017"))
    assert "s=16" in shown(q="政务微博", doc="003_d0d88888c71e1b49")
    assert len(PLACE.findall(shown(q="网民", id="internet_users"))) == 2
    assert len(PLACE.findall(shown(q="网民", t="2014..2016"))) == 1


def test_what_the_filters_leave_out_is_said() -> None:
    """Nothing under these filters, but something without them, with the way out."""
    words = shown(q="网民", t="2010")
    assert text("zh", "search.filtered", count=5) in words
    assert text("zh", "search.unfiltered") in words
    assert not PLACE.search(words)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_found_says_which_word_and_what_comes_near(lang: Lang) -> None:
    """The missing word by name, near sentences, similar names, examples."""
    words = shown(q="网民 区块链货币", lang=lang)
    missing = text(lang, "search.word", word="区块链货币")
    assert text(lang, "search.missing", words=missing) in words
    assert text(lang, "search.near") in words
    assert PLACE.search(words)
    assert text(lang, "search.examples") in words
    assert "互联网普及率" in shown(q="宽带普及率状况", lang=lang)


def test_an_indicator_that_no_text_names_leads_to_its_figures() -> None:
    """Nothing found, but the official series is a click away."""
    words = shown(q="EGDI")
    assert text("zh", "search.missing", words=text("zh", "search.word", word="EGDI")) in words
    assert "world?id=egdi" in words


def test_a_long_sentence_is_cut_around_what_was_found() -> None:
    """The words asked for are on the page, however late they come."""
    words = shown(q="法定职责必须为")
    quoted = re.findall(r"<blockquote.*?>(.*?)</blockquote>", words)
    assert all(len(re.sub("<.*?>", "", one)) <= LONGEST + 2 for one in quoted)
    assert "<mark>法定职责必须为</mark>" in words


def test_many_sentences_fold_out() -> None:
    """The first ones are listed, the rest is a click away and counted."""
    words = shown(q="网")
    count = len(PLACE.findall(words))
    assert count > 200
    assert text("zh", "search.more", count=count - 20) in words


ODD = ["“”", "网" * 400, "text:* AND [", '"', "<script>alert(1)</script>", "\x00", "(((", "%"]


@pytest.mark.parametrize("typed", ODD)
def test_an_odd_query_gets_a_page(typed: str) -> None:
    """A sentence or an answer, and never markup of the visitor's."""
    words = shown(q=typed)
    assert "<h1" in words
    assert "<script" not in words


def test_what_cannot_be_asked_is_told() -> None:
    """Punctuation alone and ten kilobytes get their sentences."""
    assert text("zh", "input.query_empty") in shown(q="“”")
    long = text("zh", "input.query_long", count=10_000, most=300)
    assert long in shown(q="网" * 10_000)

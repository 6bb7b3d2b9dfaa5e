"""The page of the texts: sections, verdicts and lags, each number a way into a text."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from indicators import library, outline
from indicators.figures.icicle import Band, Block, draw_icicle
from indicators.figures.lateness import Dot, Row, draw_lateness
from indicators.figures.tallies import Tally, draw_tallies
from indicators.lags import Lag
from indicators.strings import LANGS, Lang, text
from indicators.theme import LIGHT
from indicators.ui import load
from indicators.ui.registry import page
from indicators.ui.texts import lateness, sections
from tests.test_pages import visit, written

SLUGS = tuple(library.default().documents)


def traces(figure: Any) -> list[dict[str, Any]]:
    return json.loads(figure.to_json())["data"]


def tables(lang: Lang) -> dict[str, list[list[tuple[str, dict[str, str]]]]]:
    """The tables of the page by caption: rows of cells, each with its words and its link's
    parameters."""
    words = written(visit(page("texts"), lang=lang))
    found = re.findall(r"<caption>(.*?)</caption>.*?<tbody>(.*?)</tbody>", words, re.DOTALL)
    return {html.unescape(caption): [_row(row) for row in rows(body)] for caption, body in found}


def rows(body: str) -> list[str]:
    return re.findall(r"<tr>(.*?)</tr>", body)


def _row(row: str) -> list[tuple[str, dict[str, str]]]:
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
    return [(html.unescape(re.sub(r"<[^>]+>", "", cell)), _params(cell)) for cell in cells]


def _params(cell: str) -> dict[str, str]:
    address = re.search(r'href="(.*?)"', cell)
    query = parse_qs(urlsplit(html.unescape(address[1])).query) if address else {}
    return {name: values[0] for name, values in query.items()}


@pytest.mark.parametrize("lang", LANGS)
def test_every_section_is_listed_and_opens_its_sentence(lang: Lang) -> None:
    """The table has a row for each heading of each text, linked to the sentence it stands in."""
    listed = tables(lang)[text(lang, "sections.title")]
    for slug in SLUGS:
        reading = load.readings()[slug]
        headings = outline.find(reading.clean.text).headings
        links = [cells[1] for cells in listed if cells[1][1]["doc"] == slug]
        assert [title for title, _ in links[1:]] == [heading.title for heading in headings]
        for (_, address), heading in zip(links[1:], headings, strict=True):
            start, end = reading.sentences[int(address["s"]) - 1]
            assert start <= heading.start < end


@pytest.mark.parametrize("lang", LANGS)
def test_every_count_of_verdicts_opens_a_list_of_so_many(lang: Lang) -> None:
    """The numbers are those of the quotes with that verdict in that text."""
    seen = 0
    for _, *cells in tables(lang)[text(lang, "tallies.title")]:
        for number, address in cells:
            if address:
                own = [c for c in load.citations().values() if c.slug == address["doc"]]
                kinds = [str(one.finding.verdict.kind) for one in own]
                fitting = [kind for kind in kinds if address.get("verdict", kind) == kind]
                assert len(fitting) == int(number)
                seen += "verdict" not in address and int(number)
            else:
                assert number == "0"
    assert seen == len(load.citations())


@pytest.mark.parametrize("lang", LANGS)
def test_every_quote_is_listed_with_its_lag(lang: Lang) -> None:
    """Each row opens its quote; one without a month has no lag."""
    listed = tables(lang)[text(lang, "lateness.title")]
    assert [cells[0][1]["c"] for cells in listed] == list(load.citations())
    for cells, citation in zip(listed, load.citations().values(), strict=True):
        assert (cells[-1][0] == "—") == (citation.finding.quote.as_of is None)


def test_a_text_without_a_date_says_so_and_has_a_lower_bound() -> None:
    """No lag of it is called exact."""
    shelf = library.default()
    undated = [c for c in load.citations().values() if not shelf.documents[c.slug].published]
    found = [lateness.lag_of(one.finding.claim) for one in undated]
    assert found
    assert all(one is None or one.most is None for one in found)
    spec = visit(page("texts")).get("plotly_chart")[2].proto.spec
    titles = [note["text"] for note in json.loads(spec)["layout"]["annotations"]]
    assert any(text("zh", "lateness.not_before", when="2017年12月") in one for one in titles)


SPANS = [
    (0, "0个月", "0 mo"),
    (7, "7个月", "7 mo"),
    (24, "2年", "2 yr"),
    (73, "6年1个月", "6 yr 1 mo"),
    (-3, "负3个月", "minus 3 mo"),
]


@pytest.mark.parametrize(("months", "zh", "en"), SPANS)
def test_a_span_of_months_is_told_in_years_and_months(months: int, zh: str, en: str) -> None:
    """No part of it is told that is nought."""
    assert (lateness.span("zh", months), lateness.span("en", months)) == (zh, en)


def test_a_lag_says_how_sure_it_is() -> None:
    """Exact, at least, or between two."""
    assert lateness.words_of("zh", Lag(73, 73)) == "晚6年1个月"
    assert lateness.words_of("zh", Lag(30, None)) == "至少晚2年6个月"
    assert lateness.words_of("zh", Lag(0, None)) == text("zh", "lateness.unknown")
    assert lateness.words_of("zh", Lag(13, 24)) == "晚1年1个月至2年"


def test_blocks_lie_in_their_text_one_level_below_another() -> None:
    """Each block carries its text and sentence, as long as its characters."""
    blocks = (Block("全文", 0, 0, 100, 1), Block("一、甲", 1, 10, 90, 3))
    (trace,) = traces(draw_icicle([Band("a", "甲 · 100字", blocks)], "zh", LIGHT))
    assert trace["customdata"] == [["a", 1], ["a", 3]]
    assert (trace["base"], trace["x"]) == ([0, 10], [100, 90])
    assert trace["y"][1] == trace["y"][0] + 1


def test_a_band_counts_what_is_written_and_not_the_blanks() -> None:
    """The whole is as long as the card of the text says."""
    for slug, read in load.readings().items():
        found = sections.band(slug, read, outline.find(read.clean.text), "zh")
        assert found.blocks[0].size == sum(not c.isspace() for c in read.clean.text)
        assert all(b.start + b.size <= found.blocks[0].size for b in found.blocks)


def test_the_parts_of_a_bar_stand_one_behind_another() -> None:
    """Each carries its text and verdict; a text without quotes has no part."""
    counted = [Tally("a", "甲", (("match", 3), ("wrong", 1))), Tally("b", "乙", ())]
    parts = traces(draw_tallies(counted, "zh", LIGHT))
    assert [part["customdata"] for part in parts] == [[["a", "match"]], [["a", "wrong"]]]
    assert [(part["base"], part["x"]) for part in parts] == [([0], [3]), ([3], [1])]


def test_every_quote_has_a_dot_and_none_hides_another() -> None:
    """Quotes of one lag stand over one another, shaped by their verdicts."""
    dots = (
        Dot("c1", Lag(12, 12), "match", ""),
        Dot("c2", Lag(12, 12), "wrong", ""),
        Dot("c3", Lag(30, None), "match", ""),
        Dot("c4", Lag(31, 31), "match", ""),
        Dot("c5", Lag(120, 120), "match", ""),
    )
    figure = draw_lateness([Row("甲", dots)], "zh", LIGHT)
    places = {
        claim: (x, y)
        for trace in traces(figure)
        for (claim, _), x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)
    }
    assert set(places) == {"c1", "c2", "c3", "c4", "c5"}
    assert len(set(places.values())) == 5
    assert places["c3"][1] != places["c4"][1]  # a month apart they would overlap
    assert places["c1"][0] == places["c2"][0] == 1.0
    assert len(figure.layout.shapes) == 1  # the open end of c3

"""The policies page: filters in the address, every sentence linked, doubts said, nothing escaping."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from indicators import library
from indicators.figures.timeline import STEPS, stacked
from indicators.library import Library
from indicators.policies import COLUMNS, THEMES
from indicators.reading import read
from indicators.strings import LANGS, Lang, text
from indicators.ui import load, policies
from indicators.ui.policies import choice, listing, timeline, whereabouts
from indicators.ui.policies.of_text import of_text_html
from indicators.ui.policies.shelf import Shelf, of, shelf
from indicators.ui.registry import page
from indicators.ui.state import State
from tests.test_pages import visit, written

TEXT = "004_ad9639a4dd8bbdab"
PAGE = page("policies")
# What is asked for, and how many of the 55 documents are left.
FILTERS = [
    ({}, 55),
    ({"issuer": "npc"}, 3),
    ({"kind": "law"}, 3),
    ({"topic": "data_sharing"}, 5),
    ({"t": "2015"}, 5),
    ({"t": "2015..2016"}, 13),
    ({"t": "2016-05..2015-03"}, 13),
    ({"t": "1980..2000"}, 1),
    ({"t": "2030"}, 2),
    ({"topic": "security", "kind": "law"}, 3),
    ({"topic": "security", "issuer": "miit"}, 0),
]


@pytest.fixture(scope="module")
def known() -> Library:
    return library.default()


@pytest.fixture(scope="module")
def kept() -> Shelf:
    return shelf()


def linked(words: str, path: str = "./texts") -> list[Mapping[str, str]]:
    """The parameters of every link to a page, in their order."""
    addresses = (urlsplit(html.unescape(found)) for found in re.findall(r'href="([^"]*)"', words))
    return [
        {name: value[0] for name, value in parse_qs(address.query).items()}
        for address in addresses
        if address.path == path
    ]


def sentences(words: str) -> list[tuple[str, int]]:
    return [(one["doc"], int(one["s"])) for one in linked(words) if "s" in one]


def drawn(app: AppTest, at: int = 0) -> dict[str, Any]:
    """A chart of the page, as the browser gets it."""
    return json.loads(app.get("plotly_chart")[at].proto.spec)  # type: ignore[no-any-return]


@pytest.mark.parametrize(("asked", "left"), FILTERS)
def test_the_filters_leave_what_they_say(asked: dict[str, str], left: int, known: Library) -> None:
    """Issuer, kind, theme and years, alone and together; years outside the list go to its edge."""
    every = tuple(known.policies.values())
    assert len(choice.shown(State(**asked), every)) == left  # type: ignore[arg-type]


def test_a_filtered_view_is_its_address(known: Library) -> None:
    """Opened by a link the table has the filtered documents, and the chart their lanes alone."""
    app = visit(PAGE, topic="data_sharing", t="2016..2021")
    words = written(app)
    shown = choice.shown(State(topic="data_sharing", t="2016..2021"), (*known.policies.values(),))
    assert len(shown) == 3
    assert all(policy.title.zh in words for policy in shown)
    assert known.policies["internet_plus_2015"].title.zh not in words
    lanes = [a["text"] for a in drawn(app)["layout"]["annotations"]]
    assert text("zh", "policy.theme.data_sharing") in lanes
    assert text("zh", "policy.theme.services") not in lanes


def test_the_years_are_chosen_with_a_slider() -> None:
    """Its two ends go into the address; all years, or a single one, are written short."""
    app = visit(PAGE)
    for ends, address in (((2015, 2016), "2015..2016"), ((2015, 2015), "2015")):
        app.slider[0].set_value(ends).run()
        assert app.query_params["t"] == address
        assert tuple(app.slider[0].value) == ends
    app.slider[0].set_value((1999, 2025)).run()
    assert "t" not in app.query_params


def test_the_documents_the_texts_name_are_listed_first() -> None:
    """Before anything is chosen: seven entries, the editions of one document in one."""
    words = written(visit(PAGE)).partition(text("zh", "policies.every_named"))[2]
    entries = re.findall(r"<li>(.*?)</li>", words.partition("</ul>")[0])
    assert len(entries) == 7
    asked = [one["policy"] for entry in entries for one in linked(entry, "./policies")]
    assert sorted(asked) == sorted(shelf().cited)


def test_conditions_that_nothing_meets_are_said_with_a_way_out() -> None:
    """One sentence and a link to all documents; the rest of the page is there."""
    words = written(visit(PAGE, topic="security", issuer="miit", lang="en"))
    assert text("en", "policies.none_shown") in words
    assert text("en", "policies.show_all") in words
    assert text("en", "named.title") in words


@pytest.mark.parametrize("lang", LANGS)
def test_a_document_opens_with_the_sentences_that_name_it(
    lang: Lang, known: Library, kept: Shelf
) -> None:
    """Facts, summary, and each sentence with the link to its place in the reader."""
    policy = known.policies["internet_plus_2015"]
    words = written(visit(PAGE, lang=lang, policy=policy.id))
    opened = words.partition('<section id="policy" data-opened="')[2].partition("</section>")[0]
    assert f"<h2>{html.escape(policy.title[lang])}</h2>" in opened
    assert html.escape(policy.summary[lang]) in opened
    assert sentences(opened) == [(m.slug, m.number) for m in kept.cited[policy.id]] == [(TEXT, 7)]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_confirmed_says_so(lang: Lang) -> None:
    """At the fact itself in the detail, and in a column of the table."""
    words = written(visit(PAGE, lang=lang, policy="approval_conduct_2015"))
    opened = words.partition('<section id="policy" data-opened="')[2].partition("</section>")[0]
    assert text(lang, "policies.doubt_number") in opened
    assert text(lang, "policies.doubt_day") in opened
    row = re.findall(r"<tr>(?:(?!</tr>).)*国发〔2015〕6号.*?</tr>", words)[0]
    assert text(lang, "policy.unconfirmed.number") in row


def test_editions_a_text_does_not_tell_apart_lead_to_each_other() -> None:
    """Both editions of a regulation are named by a text without a date."""
    words = written(visit(PAGE, policy="disclosure_2007"))
    opened = words.partition('<section id="policy" data-opened="')[2].partition("</section>")[0]
    assert {"policy": "disclosure_2019"} in linked(opened, "./policies")


def test_the_answer_counts_documents_not_editions(known: Library, kept: Shelf) -> None:
    """Seven documents are named by three texts; the two editions of one count once."""
    assert len(kept.cited) == 8
    words = policies.answer("zh", known.policies, kept)
    assert "55份" in words
    assert "3篇" in words
    assert "7份" in words


def test_documents_beyond_the_list_are_named_with_their_sentences(kept: Shelf) -> None:
    """One item for each, however a text writes it."""
    words = listing.unlisted_html("zh", kept)
    assert words.count("<li>") == len(kept.unlisted) == 2
    assert (TEXT, 74) in sentences(words)


def test_the_file_has_every_fact_and_where_it_is_named(known: Library, kept: Shelf) -> None:
    """As many rows as documents, with the columns of the data and the sentences."""
    data = listing.file((*known.policies.values(),), kept).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data)))
    assert tuple(rows[0]) == (*COLUMNS, "named_in")
    assert len(rows) == len(known.policies)
    named = {row["id"]: row["named_in"] for row in rows if row["named_in"]}
    assert named["internet_plus_2015"] == f"{TEXT}:7"


@pytest.mark.parametrize("lang", LANGS)
def test_a_text_leads_to_the_policies_it_names(lang: Lang) -> None:
    """On the text's own page, with the sentences; a text that names none has no such line."""
    words = of_text_html(lang, TEXT)
    asked = [one["policy"] for one in linked(words, "./policies")]
    assert asked == ["approval_conduct_2015", "internet_plus_2015", "big_data_2015"]
    assert sentences(words) == [(TEXT, 145), (TEXT, 7), (TEXT, 74)]
    assert words in written(visit(page("texts"), lang=lang, doc=TEXT))
    assert of_text_html(lang, "002_9b9e19626013c747") == ""


def test_every_province_opens_its_sentences(known: Library, kept: Shelf) -> None:
    """The number on a tile is the number of sentences that its link opens."""
    app = visit(PAGE)
    (tiles,) = drawn(app, 1)["data"]
    counts = {code: int(re.findall(r"<b>(\d+)</b>", label)[0])
              for (code,), label in zip(tiles["customdata"], tiles["text"], strict=True)}  # fmt: skip
    assert sum(counts.values()) == 12
    for code, found in whereabouts.provinces(known, kept).items():
        words = written(visit(PAGE, geo=code)).partition('<section id="place" data-opened="')[2]
        opened = sentences(words.partition("</section>")[0])
        assert opened == [(m.slug, m.number) for m in found]
        assert len(opened) == counts[code]


def test_a_place_that_is_not_named_says_so() -> None:
    """A link to a province or country nobody names gives a count of zero, not an error."""
    for code, name in (("CN-TW", "中国台湾"), ("FRA", "法国")):
        words = written(visit(PAGE, geo=code))
        assert text("zh", "named.sentences", place=name, count=0) in words


def test_places_abroad_stand_apart(known: Library) -> None:
    """A country is listed under its own heading and on no tile."""
    readings = {"x": read("浙江学习新加坡和韩国的经验。新加坡领先。", known)}
    found = of(known, readings)
    assert {code: len(m) for code, m in whereabouts.abroad(known, found).items()} == {
        "SGP": 2,
        "KOR": 1,
    }
    words = whereabouts.list_html(State(), known, found)
    assert words.index("浙江") < words.index(text("zh", "named.abroad")) < words.index("新加坡")


def test_several_names_in_a_sentence_are_one_sentence(known: Library) -> None:
    """They are its marks, in order; names that touch are one mark."""
    readings = {"x": read("山东济南、青岛先行。", known)}
    (mention,) = of(known, readings).places["CN-SD"]
    assert [mention.sentence[start:end] for start, end in mention.marks] == ["山东济南", "青岛"]


def test_what_a_text_says_is_never_markup(known: Library) -> None:
    """Names of documents and sentences are escaped."""
    readings = {TEXT: read("《关于甲<乙且丙&丁工作的意见》印发。", known)}
    words = listing.unlisted_html("zh", of(known, readings))
    assert "甲<乙" not in words
    assert "甲&lt;乙且丙&amp;丁" in words


def test_an_indicator_is_one_national_line(known: Library) -> None:
    """Every line offered is of China, of one scope, and long enough; the first one is offered."""
    offered = timeline.lines(known)
    assert timeline.FIRST in offered
    for line in offered.values():
        assert {point.geo for point in line.points} == {"CN"}
        assert len(line.points) >= timeline.LEAST


@pytest.mark.parametrize("id", timeline.lines(library.load()))
def test_the_chart_stands_over_any_indicator(id: str, known: Library, kept: Shelf) -> None:
    """One value axis above and one time axis for both panels; every document is a marker."""
    shown = tuple(known.policies.values())
    spec = timeline.specification(
        State(id=id, policy="big_data_2015"),
        known.indicators[id],
        timeline.lines(known)[id],
        shown,
        kept,
    )
    figure = timeline.timeline_figure(spec)
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert figure.layout.yaxis.overlaying is figure.layout.yaxis2.overlaying is None
    marked = [code for trace in figure.data if trace.name == "documents" for (code,) in trace.customdata]  # fmt: skip
    assert sorted(marked) == sorted(known.policies)
    solid = [shape for shape in figure.layout.shapes if shape.line.dash == "solid"]
    assert [shape.x0 for shape in solid] == ["2015-08-31"]
    assert len(spec.lanes) == len(THEMES)


def test_documents_the_texts_name_stand_out(known: Library, kept: Shelf) -> None:
    """They are filled and ruled through both panels, the others are hollow."""
    shown = tuple(known.policies.values())
    line = timeline.lines(known)[timeline.FIRST]
    spec = timeline.specification(State(), known.indicators[timeline.FIRST], line, shown, kept)
    figure = timeline.timeline_figure(spec)
    filled = {
        code
        for trace in figure.data
        if trace.name == "documents"
        for (code,), symbol in zip(trace.customdata, trace.marker.symbol, strict=True)
        if symbol == "circle"
    }
    assert filled == set(kept.cited)
    assert sum(shape.line.dash == "dot" for shape in figure.layout.shapes) == len(kept.cited)


@pytest.mark.parametrize(
    ("whens", "steps"),
    [
        (["2015-01", "2016-01"], [0, 0]),
        (["2015-01-05", "2015-03"], [STEPS[0], STEPS[1]]),
        (["2015-01", "2015-02", "2015-03", "2015-04"], [*STEPS, STEPS[0]]),
    ],
)
def test_markers_that_would_touch_are_moved_apart(whens: list[str], steps: list[float]) -> None:
    """Within eight months a document goes above or below the one before."""
    assert stacked(whens) == list(steps)


def test_without_policies_the_rest_of_the_page_works(
    data_copy: Path,
) -> None:
    """A broken list is named above; the places are still there."""
    (data_copy / "policies.csv").write_text("id\n", encoding="utf-8")
    words = written(visit(PAGE))
    assert text("zh", "page.policies.lead_none") in words
    assert text("zh", "named.title") in words
    assert load.library().policies == {}

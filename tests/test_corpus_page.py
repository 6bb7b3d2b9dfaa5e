"""The page of a corpus: its numbers are those pandas finds in the files, its faults sentences."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators import library, settings
from indicators.checks import VerdictKind
from indicators.corpus import ERRORS, Delay, sample
from indicators.lags import Lag
from indicators.strings import LANGS, Lang, text
from indicators.ui.corpus import delays, passages
from indicators.ui.registry import page
from tests.test_pages import visit, written

CHECKED = library.DATA / "corpus" / "checked"
VIEWS: tuple[dict[str, str], ...] = (
    {},
    {"id": "internet_users"},
    {"t": "2024"},
    {"t": "2015..2020-06", "verdict": "match"},
    {"id": "internet_users", "t": "2025-12", "verdict": "wrong", "v": "1200000000"},
)
PER_PAGE = passages.SHOWN


@pytest.fixture(scope="module")
def quotes() -> pd.DataFrame:
    """Every quote of the shipped corpus with the month of its text."""
    found, texts = (pd.read_parquet(CHECKED / name) for name in ("quotes", "texts"))
    return found.merge(texts[["id", "title", "published"]], left_on="text", right_on="id")


def narrowed(quotes: pd.DataFrame, **asked: str) -> pd.DataFrame:
    """The quotes that an address asks for, chosen by pandas."""
    found = quotes
    if "id" in asked:
        found = found[found.indicator == asked["id"]]
    if "verdict" in asked:
        found = found[found.verdict == asked["verdict"]]
    if "v" in asked:
        found = found[found.value == float(asked["v"])]
    if "t" in asked:
        first, _, last = asked["t"].partition("..")
        months = found.as_of.fillna("")
        found = found[(months >= first) & (months.str[: len(last or first)] <= (last or first))]
    return found


def only(asked: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in asked.items() if name in names}


Table = dict[str, list[str]]


@cache
def shown(**asked: str) -> AppTest:
    """The page at an address, opened once for all tests that only look at it."""
    return visit(page("corpus"), **asked)


def tables(app: AppTest) -> dict[str, tuple[list[str], Table]]:
    """The tables of the page by caption: column headers, and cells by the header of their row."""
    found = {}
    for caption, head, body in re.findall(
        r"<caption>(.*?)</caption><thead>(.*?)</thead><tbody>(.*?)</tbody>", written(app), re.DOTALL
    ):
        rows = [_cells(row) for row in re.findall(r"<tr>(.*?)</tr>", body)]
        found[html.unescape(caption)] = (_cells(head), {name: cells for name, *cells in rows})
    return found


def _cells(row: str) -> list[str]:
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
    return [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells]


@pytest.mark.parametrize("asked", VIEWS, ids=str)
def test_quotes_are_counted_by_indicator_and_year(
    quotes: pd.DataFrame, asked: dict[str, str]
) -> None:
    """Every cell of the table, of all quotes with the verdict chosen."""
    head, found = tables(shown(**asked))[text("zh", "corpus_years.title")]
    wanted = narrowed(quotes, **only(asked, "verdict"))
    names = {one.name.zh: id for id, one in library.default().indicators.items()}
    assert {names[name] for name in found} == set(wanted.indicator)
    for name, (whole, undated, *years) in found.items():
        own = wanted[wanted.indicator == names[name]]
        assert int(whole) == len(own)
        assert int(undated) == own.as_of.isna().sum()
        counted = own.as_of.dropna().str[:4].value_counts()
        assert [int(cell) for cell in years] == [counted.get(year, 0) for year in head[3:]]


@pytest.mark.parametrize("asked", VIEWS, ids=str)
def test_verdicts_are_counted_and_shared_out(quotes: pd.DataFrame, asked: dict[str, str]) -> None:
    """Of all indicators and of each, in the years chosen."""
    head, found = tables(shown(**asked))[text("zh", "corpus_shares.title")]
    wanted = narrowed(quotes, **only(asked, "t"))
    kinds = {text("zh", f"verdict.{kind}"): str(kind) for kind in VerdictKind}
    names = {one.name.zh: id for id, one in library.default().indicators.items()}
    assert len(found) == wanted.indicator.nunique() + 1
    for name, (whole, *cells) in found.items():
        own = wanted[wanted.indicator == names[name]] if name in names else wanted
        assert int(whole) == len(own)
        for column, cell in zip(head[2:], cells, strict=True):
            count = (own.verdict == kinds[column]).sum()
            assert cell == (f"{count} · {count / len(own):.1%}" if count else "0")


@pytest.mark.parametrize("asked", VIEWS, ids=str)
def test_delays_are_counted_in_full_years(quotes: pd.DataFrame, asked: dict[str, str]) -> None:
    """And the median of their months is the one told above."""
    app = shown(**asked)
    dated = narrowed(quotes, **asked).dropna(subset=["as_of", "published"])
    published, as_of = (
        pd.to_datetime(dated[name]).dt.to_period("M").astype("int64")
        for name in ("published", "as_of")
    )
    months = published - as_of
    _, found = tables(app)[text("zh", "corpus_delays.title")]
    wanted = (months // 12).clip(-1, delays.LAST).map(delays.label).value_counts()
    assert {name: int(cells[0]) for name, cells in found.items() if cells[0] != "0"} == dict(wanted)
    middle = int(months.sort_values().iloc[(len(months) - 1) // 2])
    lead = text(
        "zh",
        "corpus_delays.lead",
        count=len(months),
        middle=delays.span("zh", middle),
        late=f"{(months >= 12).mean():.0%}",
    )
    assert lead in written(app)


def test_errors_are_listed_by_how_often_they_are_repeated(quotes: pd.DataFrame) -> None:
    """As many as pandas counts, the most frequent first, each opening its own sentences."""
    words = written(shown())
    body = re.search(
        rf"<caption>{text('zh', 'corpus_repeats.title')}</caption>.*?<tbody>(.*?)</tbody>", words
    )
    assert body is not None
    wrong = quotes[quotes.verdict.isin([str(kind) for kind in ERRORS])]
    key = ["indicator", "kind", "geo", "area", "as_of", "value", "verdict"]
    wanted = wrong.groupby(key, dropna=False).size().sort_values(ascending=False)
    rows = re.findall(r'<tr><th[^>]*><a href="(.*?)".*?>([\d,]+)</td></tr>', body[1])
    assert [int(number) for _, number in rows] == list(wanted.head(len(rows)))
    address = dict(
        part.split("=") for part in html.unescape(rows[0][0]).partition("?")[2].split("&")
    )
    opened = written(shown(**address))
    assert opened.count('<li class="card"') == int(rows[0][1])


@pytest.mark.parametrize("asked", VIEWS, ids=str)
def test_sentences_are_those_asked_for_page_by_page(
    quotes: pd.DataFrame, asked: dict[str, str]
) -> None:
    """The first and the last page, in the order of the corpus, with their texts."""
    wanted = narrowed(quotes, **asked)
    last = max(1, -(-len(wanted) // PER_PAGE))
    for number in {1, last}:
        words = written(shown(**asked, p=str(number)))
        own = wanted.iloc[(number - 1) * PER_PAGE : number * PER_PAGE]
        cards = re.findall(r'<li class="card".*?</li>', words)
        assert len(cards) == len(own)
        for card, row in zip(cards, own.itertuples(), strict=True):
            plain = html.unescape(re.sub(r"<[^>]+>", "", card))
            assert row.sentence in plain
            assert row.title in plain
            assert sample.SOURCE in plain


def test_a_page_beyond_the_last_is_the_last() -> None:
    """A link that has grown old shows something."""
    words = written(shown(p="400"))
    assert '<li class="card"' in words


@pytest.mark.parametrize("lang", LANGS)
def test_the_made_up_corpus_is_named_as_such(lang: Lang) -> None:
    """Above everything, and in every picture of a chart."""
    app = shown(lang=lang)
    assert html.escape(text(lang, "corpus.made_up")) in written(app)
    given = re.findall('data-offer="(.*?)"', written(app))
    sources = [json.loads(html.unescape(one))["source"] for one in given]
    assert sources == [text(lang, "corpus.made_up_short")] * len(app.get("plotly_chart"))


def test_a_click_on_a_cell_opens_its_quotes() -> None:
    """Each cell of the chart carries its indicator and its year."""
    app = shown(id="internet_users", t="2024")
    drawn: dict[str, Any] = json.loads(app.get("plotly_chart")[0].proto.spec)
    (cells,) = drawn["data"]
    assert ["internet_users", "2024"] in cells["customdata"]
    framed = [
        at for at, width in zip(cells["customdata"], cells["marker"]["line"]["width"], strict=True)
        if width
    ]  # fmt: skip
    assert framed == [["internet_users", "2024"]]


@pytest.fixture
def corpus_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes the site show the results in a folder."""

    def show(folder: Path) -> None:
        path = tmp_path / "settings.toml"
        path.write_text(f"corpus = {json.dumps(str(folder))}\n", "utf-8")
        monkeypatch.setenv(settings.VARIABLE, str(path))
        settings.current.cache_clear()

    yield show
    monkeypatch.undo()
    settings.current.cache_clear()


@pytest.mark.parametrize("lang", LANGS)
def test_a_corpus_that_is_not_there_is_a_sentence(
    corpus_of: Any, tmp_path: Path, lang: Lang
) -> None:
    """Title and sentence, the rest of the site as ever, no path of the machine."""
    corpus_of(tmp_path / "nowhere")
    words = written(visit(page("corpus"), lang=lang))
    assert text(lang, "input.corpus_gone") in words
    assert str(tmp_path) not in words
    assert text(lang, "page.corpus.title") in words


def test_a_corpus_of_the_operator_is_not_called_made_up(corpus_of: Any) -> None:
    """Whatever it holds."""
    corpus_of(CHECKED)
    words = written(visit(page("corpus")))
    assert text("zh", "corpus.made_up") not in words
    assert '<li class="card"' in words


def test_a_file_that_breaks_later_is_a_sentence(corpus_of: Any, tmp_path: Path) -> None:
    """What was opened whole and then lost fails where it is asked, and only there."""
    copy = tmp_path / "checked"
    shutil.copytree(CHECKED, copy)
    corpus_of(copy)
    visit(page("corpus"))
    (copy / "quotes" / "part-000000.parquet").write_bytes(b"PAR1 no more PAR1")
    words = written(visit(page("corpus"), t="2024"))
    assert text("zh", "input.corpus_damaged") in words
    assert text("zh", "corpus_shares.title") in words


def test_the_median_is_the_lower_of_two() -> None:
    """Weighted by how many quotes there are of each delay."""
    found = [
        Delay(Lag(24, 24), "match", 1),
        Delay(Lag(3, 3), "match", 2),
        Delay(Lag(9, 9), "wrong", 1),
    ]
    assert delays.middle(found) == 3
    assert delays.middle(found[:1]) == 24


def test_classes_have_no_gap_and_begin_below_nought_where_something_is() -> None:
    """Every year to the last class, whether a quote is in it or not."""
    late = [Delay(Lag(130, 130), "match", 2), Delay(Lag(11, 11), "match", 1)]
    assert list(delays.classes(late)) == list(range(delays.LAST + 1))
    assert min(delays.classes([Delay(Lag(-5, -5), "wrong", 1)])) == -1
    assert delays.classes(late)[delays.LAST] == 2

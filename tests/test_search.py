"""Search keeps what it promises of units, figures, filters, folders and odd queries."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators import library, quantities, search
from indicators.errors import InputError
from indicators.search import Answer, Filters, Passage, Synonyms, analyser, figures, years

SYNONYMS = Synonyms(library.default().indicators.values())
PASSAGES = (
    Passage(
        "a", 1, "截至2017年12月，我国网民规模达7.72亿。", ("internet_users",), ("2017",), ("users",)
    ),
    Passage("a", 2, "网民规模为77198万人，政务机构微博为134827个。"),
    Passage("b", 1, "全国上网的有七亿七千二百万人。", ("internet_users",), ("2018",)),
    Passage("b", 2, "全球网民46.68亿，占66.2%；另一处写作0.668。"),
    Passage("b", 3, "“互联网+政务服务”与 www.gov.cn 的域名，2千个。"),
    Passage("b", 4, "使用在线的政务类服务的用户不断增加。"),
    Passage("b", 5, "互 联 网 络信息中心"),
)
INDEX = search.in_memory(PASSAGES)


def ask(typed: str, filters: Filters | None = None) -> Answer:
    return search.find(INDEX, search.parse(typed, SYNONYMS), filters, 100)


def found(typed: str, filters: Filters | None = None) -> set[str]:
    return {f"{hit.passage.doc}{hit.passage.s}" for hit in ask(typed, filters).hits}


def answered(typed: str) -> Answer | str:
    """The answer, or the code of the sentence that a visitor gets."""
    try:
        return ask(typed)
    except InputError as error:
        return error.code


UNITS = [
    ("网民规模", ["网民", "民规", "规模", "模"]),
    ("達7.72億", ["达", "7.72", "亿"]),
    ("“互联网+”政务", ["互联", "联网", "网政", "政务", "务"]),
    (".GOV.CN域名", ["gov", "cn", "gov.cn", "域名", "名"]),
    ("47,941个", ["47941", "个"]),
    ("Ｏ２Ｏ", ["o2o"]),
    ("3.2.1", ["3", "2", "1", "3.2.1"]),
    ("！？", []),
]


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_a_text_has_its_units(text: str, units: list[str]) -> None:
    """Pairs of Han characters, whole words, whole numbers; both ways of reading agree."""
    assert analyser.terms(text) == units
    assert [token.term for token in analyser.tokens(text)] == units


@given(st.text(alphabet="网民規模政務 “”+-.,0189Aaé億\u3000，\n々\U00020000", max_size=40))
def test_both_readings_of_a_text_agree(text: str) -> None:
    """The index and the marks see the same units, and every unit has its place in the text."""
    tokens = list(analyser.tokens(text))
    assert [token.term for token in tokens] == analyser.terms(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)


AGREEING = [
    ("7.72亿", "77198万", True),
    ("77198万", "7.72亿", True),
    ("七亿七千二百万", "7.72亿", True),
    ("771980000", "7.72亿", True),
    ("7.72亿", "7.73亿", False),
    ("7.72亿", "7.72万", False),
    ("6.68亿", "46.68亿", False),
    ("8亿", "7.72亿", True),
    ("7.72亿", "8亿", False),
    ("55.8%", "百分之五十五点八", True),
    ("55.8%", "55.8万", False),
    ("55.8", "55.8%", True),
    ("2000个", "2千个", True),
    ("五成", "50%", True),
    ("99.6%", "100%", False),
    ("100%", "99.6%", True),
    ("0", "0.0%", True),
]


@pytest.mark.parametrize(("asked", "told", "agree"), AGREEING)
def test_figures_agree_at_their_printed_precision(asked: str, told: str, agree: bool) -> None:
    """A figure finds those that round to it, and those it rounds to with three digits."""
    (query,), (passage,) = quantities.find(asked), quantities.find(told)
    assert (not set(figures.of_query(query)).isdisjoint(figures.of_passage(passage))) == agree


FINDING = [
    ("7.72亿", {"a1", "a2", "b1"}),
    ("网民规模约7.72亿", {"a1", "a2", "b1"}),
    ("77198万", {"a1", "a2", "b1"}),
    ("6.68亿", set()),
    ("网民 134827", {"a2"}),
    ("政务微博", {"a2"}),
    ("政務機構微博", {"a2"}),
    ("在线政务服务用户", {"b4"}),
    ("上网用户", {"a1", "a2", "b1", "b2"}),
    ("互联网络", {"b5"}),
    ("互联网+政务服务", {"b3"}),
    ("互联网政务服务", {"b3"}),
    ('"网民规模达"', {"a1"}),
    ("gov.cn", {"b3"}),
    ("GOV", {"b3"}),
    ("微", {"a2"}),
    ("心", {"b5"}),
    ("2017年", {"a1"}),
    ("2000个", {"b3"}),
    ("66.2%", {"b2"}),
]


@pytest.mark.parametrize(("typed", "places"), FINDING)
def test_a_query_finds(typed: str, places: set[str]) -> None:
    """Words, phrases, figures, names and single characters find their passages."""
    assert found(typed) == places


NARROWED = [
    (Filters(), {"a1", "a2", "b1", "b2"}),
    (Filters(doc="a"), {"a1", "a2"}),
    (Filters(indicator="internet_users"), {"a1", "b1"}),
    (Filters(theme="users"), {"a1"}),
    (Filters(years=years("2018..2020")), {"b1"}),
    (Filters(doc="a", years=("2018",)), set()),
]


@pytest.mark.parametrize(("filters", "places"), NARROWED)
def test_filters_narrow(filters: Filters, places: set[str]) -> None:
    """Text, theme, indicator and years narrow what is found."""
    assert found("网民", filters) == places


def test_the_words_found_are_marked_and_nothing_else() -> None:
    """The marks are spans of the passage's own text, in its own script."""
    (hit,) = ask("政務微博 134827").hits
    assert [hit.passage.text[slice(*span)] for span in hit.spans] == ["政务机构微博", "134827个"]


def test_a_literal_match_stands_before_a_synonym() -> None:
    """What was typed ranks first."""
    assert ask("网民规模").hits[0].passage.text.count("网民规模") == 1
    assert ask("上网的").hits[0].passage.s == 1


def test_what_is_not_found_is_named_with_what_comes_near() -> None:
    """The missing words are told apart from those that are there, and near passages are shown."""
    answer = ask("网民 区块链货币")
    assert answer.total == 0
    assert answer.missing == ("区块链货币",)
    assert answer.near
    apart = ask("微博 域名")
    assert (apart.total, apart.missing) == (0, ())
    near = ask("政务微信服务用户群").near
    assert near
    assert near[0].spans


def test_an_index_in_a_folder_answers_as_one_in_memory(tmp_path: Path) -> None:
    """Built once from a stream, then opened to read: the same passages in the same order."""
    folder = tmp_path / "index"
    assert search.build(iter(PASSAGES), folder).size == len(PASSAGES)
    query = search.parse("网民", SYNONYMS)
    assert search.find(search.opened(folder), query).hits == search.find(INDEX, query).hits
    with pytest.raises(InputError, match="index_exists"):
        search.build(PASSAGES, folder)


def test_a_folder_without_an_index_is_said(tmp_path: Path) -> None:
    """Nothing is made where there is nothing to read."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError, match="index_missing"):
            search.opened(folder)


ODD = [
    "text:* AND [", "units:网民", '"', '"网民', "“", "(((", "网民^5~", "a*?", ".*", "\\", "[^x]{2,}",
    "\x00网\x07民", "\ud800", "+ - ! && ||", "<script>alert(1)</script>", "网民 OR NOT", "'; DROP",
    "é", "😀", "  ", "1e999", "9" * 300, "网" * 300, "a " * 150, "﷽", "ﬁ", "İ", "-7.72亿", "%", "0%",
]  # fmt: skip


@pytest.mark.parametrize("typed", ODD)
def test_an_odd_query_gets_an_answer_or_a_sentence(typed: str) -> None:
    """Syntax of other engines, loose quotes and control characters are words or nothing."""
    answer = answered(typed)
    assert answer == "query_empty" or isinstance(answer, Answer)


def test_a_query_that_is_too_long_is_told_so() -> None:
    """Ten kilobytes get a sentence with the limit."""
    with pytest.raises(InputError, match="query_long") as raised:
        ask("网民" * 5000)
    assert raised.value.facts == {"count": 10_000, "most": search.LONGEST}


@given(st.text(max_size=60))
@example("网\u3000")
@example('"“„')
def test_any_query_whatever_is_survived(typed: str) -> None:
    """No string makes the search fail."""
    answer = answered(typed)
    if isinstance(answer, Answer):
        assert all(hit.passage in PASSAGES for hit in (*answer.hits, *answer.near))
    else:
        assert answer in {"query_empty", "query_long"}


PERIODS = [
    ("2017", ("2017",)),
    ("2017-12", ("2017",)),
    ("2015-06..2017", ("2015", "2016", "2017")),
    ("2017..2015", ()),
    ("x", ()),
    (None, ()),
]


@pytest.mark.parametrize(("period", "listed"), PERIODS)
def test_a_period_touches_its_years(period: str | None, listed: tuple[str, ...]) -> None:
    """Months count as their years; what is no period has none."""
    assert years(period) == listed


def test_any_range_of_years_is_bounded() -> None:
    """A range over all of history asks for no more than two centuries."""
    assert len(years("0000..9999")) == 201

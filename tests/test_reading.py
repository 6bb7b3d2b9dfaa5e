"""The whole pipeline in one call: places in the raw text, claim ids, certainty, any input."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import library, reading
from indicators.library import Library
from indicators.reading import Reading
from tests import growth

DAMAGED = (
    "截至2017年12月,我國網(wǎng)民規(guī)模達(dá)7.72億,互聯(lián)網(wǎng)普及率達(dá)到55.8%。"
)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


def test_findings_keep_their_place_in_the_raw_text(shelf: Library) -> None:
    """Offsets and surface are those of the text as received; the sentence is repaired."""
    read = reading.read(DAMAGED, shelf)
    assert [one.surface for one in read.findings] == ["7.72億", "55.8%"]
    assert all(DAMAGED[one.start : one.end] == one.surface for one in read.findings)
    assert (
        read.findings[0].sentence == "截至2017年12月,我国网民规模达7.72亿,互联网普及率达到55.8%。"
    )


def test_claim_ids_are_stable_and_apart(shelf: Library) -> None:
    """The same text gives the same ids, another text others, one span of three levels three."""
    text = "2022年12月，政务外网省、市、县三级覆盖率均为100%。"
    ids = [one.claim for one in reading.read(text, shelf).findings]
    assert ids == [one.claim for one in reading.read(text, shelf).findings]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {one.claim for one in reading.read(text + "。", shelf).findings}
    assert all(len(claim) == 8 and int(claim, 16) >= 0 for claim in ids)


def test_a_contradiction_is_told_of_all_who_take_part(shelf: Library) -> None:
    """Each figure names the others by their claim ids and is told what they give for it."""
    read = reading.read(
        "2017年12月，我国网民规模7.72亿，其中农村网民2.09亿，城镇网民6.63亿。", shelf
    )
    marked = {one.claim: one.inconsistent for one in read.findings if one.inconsistent}
    assert len(marked) == 3
    for claim, found in marked.items():
        assert found is not None
        assert set(found.others) == marked.keys() - {claim}
    given = [one.recomputed for one in marked.values() if one]
    assert given == [872_000_000, 109_000_000, 563_000_000]


def test_bytes_are_decoded_first(shelf: Library) -> None:
    """The same findings whatever the encoding."""
    text = "截至2017年12月，我国网民规模达7.72亿，互联网普及率为55.8%。"
    for encoding in ("utf-8", "gb18030"):
        assert len(reading.read_file("a.txt", text.encode(encoding), shelf).findings) == 2


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("发布时间：2018-03-05 10:20\n我国网民7.72亿。", "2018-03"),
        ("来源：人民网　日期：2019年2月28日\n正文", "2019-02"),
        ("题目\n（2015年12月3日）\n正文", "2015-12"),
        ("题目\n正文。" + "甲" * 3000 + "\n2016年5月\n", "2016-05"),
        ("Published: 2020-04-28\nText", "2020-04"),
        ("截至2017年12月，网民7.72亿。", None),
        ("", None),
    ],
)
def test_the_month_of_publication_is_guessed_only_where_it_is_told(
    text: str, month: str | None
) -> None:
    """A labelled date or a date alone on a line; never the date of a figure."""
    assert reading.guess_published(text) == month


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\x00\x01",
        "\ud800网民7亿",
        "？" * 1000,
        "（" * 3000,
        "1,1," * 2000,
        "年" * 2000,
    ],
    ids=["empty", "blank", "control", "surrogate", "marks", "brackets", "digits", "words"],
)
def test_any_text_is_read(shelf: Library, text: str) -> None:
    """Nothing a visitor pastes breaks the reading."""
    assert isinstance(reading.read(text, shelf), Reading)


@given(
    st.text(
        alphabet="截至2017年12月网民规模达7.72亿普及率%，。个农村城镇增长、占比百分点", max_size=80
    )
)
@settings(max_examples=60)
def test_any_mix_of_the_usual_words_is_read(text: str) -> None:
    """Places always fit the raw text, and every reason can be told."""
    from indicators.checks import render

    shelf = library.default()
    for one in reading.read(text, shelf, "2018-03").findings:
        assert text[one.start : one.end] == one.surface
        assert render(one.verdict.reason, "en", shelf)
        if one.inconsistent:
            assert render(one.inconsistent.reason, "zh", shelf)


def test_time_grows_with_the_text_and_no_faster(shelf: Library) -> None:
    """Ten times the text takes about ten times as long."""
    text = (
        "截至2017年12月，我国网民规模达7.72亿，普及率为55.8%。农村网民2.09亿，增长2.6个百分点。\n"
    )
    few, many = (partial(reading.read, text * times, shelf) for times in (100, 1000))
    assert growth.at_most(25, few, many)


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (2, 1), (4, 1), (6, 2), (8, 2), (99, 3)])
def test_a_place_in_a_text_names_its_sentence(offset: int, number: int) -> None:
    """Sentences are counted from 1; a place between two belongs to the earlier one."""
    found = reading.read("甲乙。\n\n\n丙丁。戊。", library.default())
    assert found.sentence_at(found.clean.raw.index("甲") + offset) == number


def test_a_text_without_words_has_no_sentence() -> None:
    """Nothing is numbered where nothing stands."""
    assert reading.read("", library.default()).sentence_at(0) == 0


def test_what_is_left_of_a_lost_digit_proves_nothing() -> None:
    """2亿 of 7.?2亿 is the figure of another year by chance: that is no wrong date."""
    read = reading.read("截至2017年12月，我国网民规模达7.\ufffd2亿。", library.default(), "2018-03")
    assert {finding.verdict.kind for finding in read.findings} <= {"no_reference"}

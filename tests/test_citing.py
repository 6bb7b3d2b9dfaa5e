"""Which policies the texts name: all that a reader finds, in every spelling, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indicators import citing, cleaning, library, reading, sentences
from indicators.library import Library
from indicators.texts import Document

# What each text names, read and listed by hand: the policy and the sentence it stands in.
CITED = {
    "000_a71a108db1157595": {
        ("gov_online", 27),
        ("disclosure_2007", 73),  # the text has no date and does not say which edition
        ("disclosure_2019", 73),
        ("cyber_law_2016", 73),
    },
    "001_d60a2ccfd23e6b2f": {("info_benefit_2016", 10)},
    "002_9b9e19626013c747": set(),
    "003_d0d88888c71e1b49": set(),
    "004_ad9639a4dd8bbdab": {
        ("internet_plus_2015", 7),
        ("big_data_2015", 74),
        ("approval_conduct_2015", 145),
    },
}
# What they name beside these: programmes and reports that are not in the list.
UNLISTED = {
    "001_d60a2ccfd23e6b2f": [
        ("“互联网+”行动计划", 11),
        ("政府的工作报告", 15),
        ("“互联网+”行动计划", 105),
    ],
    "004_ad9639a4dd8bbdab": [("政府工作报告", 74)],
}
SPELLINGS = [
    ("依据国发〔2015〕40号文件", ["internet_plus_2015"]),
    ("依据国发[2015]40号文件", ["internet_plus_2015"]),
    ("依据国发【2015】40 号", ["internet_plus_2015"]),
    ("依据国发（2015）第40号", ["internet_plus_2015"]),
    ("依据国发 2015 年 40 号", ["internet_plus_2015"]),
    ("依据国发〔2015〕4号和国发〔2015〕400号", []),
    ("国办发〔2018〕45号与国发〔2018〕27号", ["one_net_2018", "platform_2018"]),
    ("国务院令第716号公布", ["online_services_2019"]),
    ("中华人民共和国国务院令（第 716 号）", ["online_services_2019"]),
    ("国务院第七百一十六号令", ["online_services_2019"]),
    ("主席令第五十三号", []),  # the count begins anew with every term: which one is meant?
    ("《国务院关于积极推进“互联网+”行动的指导意见》", ["internet_plus_2015"]),
    ("关于积极推进互联网+行动指导意见", ["internet_plus_2015"]),
    ("“互联网+”行动指导意见出台后", ["internet_plus_2015"]),
    ("《促进大数据发展行动纲要》", ["big_data_2015"]),
    ("國務院印發《促進大數據發展行動綱要》", ["big_data_2015"]),
    ("网络安全法规定了义务", ["cyber_law_2016"]),
    ("网络安全法规和标准", []),
    ("《网络安全法》规定", ["cyber_law_2016"]),
    ("完善网络安全法律体系", []),
    ("完善个人信息保护立法", []),
    ("《浙江省政府信息公开条例》", []),
    ("《国家信息化发展战略纲要》", []),
    ("《〈关于全面推进政务公开工作的意见〉实施细则》", ["openness_rules_2016"]),
    ("《关于全面推进政务公开工作的意见》", ["openness_2016"]),
    ("推进政务公开，优化营商环境，发展数字政府", []),
]


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


def cited(text: str, shelf: Library, published: str | None = None) -> Sequence[citing.Citing]:
    clean = cleaning.clean(text).text
    return citing.find(clean, sentences.split(clean), shelf.policies, published)


@pytest.mark.parametrize("document", library.load().documents.values(), ids=lambda d: d.slug)
def test_a_text_cites_what_a_reader_finds_in_it(document: Document, shelf: Library) -> None:
    """Policies of the list and documents beyond it, each with its sentence."""
    read = reading.read(document.raw, shelf, document.published and document.published[:7])
    text = read.clean.text
    found = citing.find(text, read.sentences, shelf.policies, read.published)
    assert {(one.policy, one.sentence) for one in found} == CITED[document.slug]
    named = citing.unlisted(text, read.sentences, found)
    assert [(one.words, one.sentence) for one in named] == UNLISTED.get(document.slug, [])
    for one in [*found, *named]:
        start, end = read.sentences[one.sentence - 1]
        assert start <= one.start < one.end <= end


@pytest.mark.parametrize(("text", "policies"), SPELLINGS)
def test_titles_and_numbers_are_found_as_they_are_spelt(
    text: str, policies: list[str], shelf: Library
) -> None:
    """Brackets, blanks, 关于, 的 and 《》 do not matter; another document's name does."""
    assert [one.policy for one in cited(text, shelf)] == policies


def test_every_policy_is_found_by_its_own_title(shelf: Library) -> None:
    """Whatever stands in the list can be cited, and its title means no other document."""
    for policy in shelf.policies.values():
        found = {one.policy for one in cited(f"《{policy.title.zh}》", shelf)}
        same = {p.id for p in shelf.policies.values() if p.also == policy.also}
        assert policy.id in found <= same | {policy.id}


def test_every_number_of_the_list_is_found(shelf: Library) -> None:
    """Except the President's orders, whose count is not unique."""
    for policy in shelf.policies.values():
        found = (
            [one.policy for one in cited(f"（{policy.number}）", shelf)] if policy.number else []
        )
        unique = policy.number and not policy.number.startswith("主席令")
        assert found == ([policy.id] if unique else [])


def test_a_short_name_that_a_text_introduces_is_followed(shelf: Library) -> None:
    """（以下简称《方案》） and every 《方案》 after it; none before."""
    text = "《方案》未定。《政务信息系统整合共享实施方案》（以下简称《方案》）印发。落实《方案》。"
    found = cited(text, shelf)
    assert [(one.policy, one.by, one.sentence) for one in found] == [
        ("integration_2017", "title", 2),
        ("integration_2017", "short", 2),
        ("integration_2017", "short", 3),
    ]


@pytest.mark.parametrize(
    ("published", "editions"),
    [
        ("2018-06", ["disclosure_2007"]),
        ("2020-01", ["disclosure_2019"]),
        (None, ["disclosure_2007", "disclosure_2019"]),
    ],
)
def test_a_dated_text_means_the_edition_of_its_time(
    published: str | None, editions: list[str], shelf: Library
) -> None:
    """Only a text without a date may mean either."""
    found = cited("依照《中华人民共和国政府信息公开条例》。", shelf, published)
    assert [one.policy for one in found] == editions


def test_journals_and_books_are_no_documents(shelf: Library) -> None:
    """Only titles that end as documents do are listed as named."""
    text = "《合作经济与科技》刊登。《浙江省保障“最多跑一次”改革规定》通过。"
    spans = sentences.split(text)
    named = citing.unlisted(text, spans, citing.find(text, spans, shelf.policies))
    assert [one.words for one in named] == ["《浙江省保障“最多跑一次”改革规定》"]

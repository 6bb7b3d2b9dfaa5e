"""Each verdict and each of its rules, on quotes made by hand against the shipped series."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import checks, library, quantities, strings
from indicators.checks import VerdictKind, judge, render
from indicators.checks.official import Key
from indicators.library import Library
from indicators.quotes import Quote
from tests.saying import context, judged, quote

URBAN, RURAL = {"area": "urban"}, {"area": "rural"}
AT = "as_of"
CHANGE = {"kind": "change"}

# (text, surface, indicator, fields, published, verdict, rule)
EXAMPLES = [
    # Agreement: as printed, coarser, qualified, and loose bounds that are true all the same.
    ("网民达7.72亿", "7.72亿", "internet_users", {AT: "2017-12"}, None, "match", "match"),
    ("网民77198万人", "77198万人", "internet_users", {AT: "2017-12"}, None, "match", "match"),
    ("普及率55.8%", "55.8%", "internet_penetration", {AT: "2017-12"}, None, "match", "match"),
    ("网民近7.8亿", "7.8亿", "internet_users", {AT: "2017-12"}, None, "rounded", "rounded"),
    ("网民7.7亿", "7.7亿", "internet_users", {AT: "2017-12"}, None, "rounded", "rounded"),
    ("普及率约56%", "56%", "internet_penetration", {AT: "2017-12"}, None, "rounded", "rounded"),
    ("七成多", "七成多", "internet_penetration", {AT: "2020-12"}, None, "rounded", "rounded"),
    ("超过5亿", "5亿", "internet_users", {AT: "2017-12"}, None, "rounded", "rounded"),
    ("在7亿到8亿之间", "7亿到8亿", "internet_users", {AT: "2017-12"}, None, "rounded", "rounded"),
    ("网站85737个", "85737个", "gov_websites", {AT: "2015-08"}, None, "match", "match_near"),
    ("机构45030个和公务人员25054个，合计70084个", "70084个", "gov_weibo_accounts",
     {AT: "2012-11", "scope": "tencent/officials"}, None, "match", "match"),
    # Time.
    ("7.72亿", "7.72亿", "internet_users", {AT: "2018-12"}, None, "wrong_date", "wrong_date"),
    ("3.94亿", "3.94亿", "gov_service_users", {AT: "2021-12"}, None, "wrong_date",
     "wrong_date_no_figure"),
    ("64.5%", "64.5%", "internet_penetration", {AT: "2019-12"}, None, "wrong_date",
     "wrong_date_no_survey"),
    ("突破11亿", "11亿", "internet_users", {AT: "2022-12"}, None, "wrong_date", "wrong_date"),
    ("目前7.72亿", "7.72亿", "internet_users", {}, "2019-03", "outdated", "outdated"),
    ("目前8.29亿", "8.29亿", "internet_users", {}, "2019-03", "match", "match"),
    ("目前超过7亿", "7亿", "internet_users", {}, "2019-03", "rounded", "rounded"),
    ("网民7.72亿", "7.72亿", "internet_users", {}, None, "match", "match"),
    ("网民近8亿", "8亿", "internet_users", {}, None, "rounded", "rounded"),
    # Label.
    ("普及率73.1%", "73.1%", "internet_penetration", {AT: "2016-06"} | URBAN, None, "mislabelled",
     "mislabelled_series"),
    ("城镇3.09亿", "3.09亿", "internet_users", {AT: "2020-12"} | URBAN, None, "mislabelled",
     "mislabelled_area"),
    ("手机网民9.89亿", "9.89亿", "mobile_internet_users", {AT: "2020-12"}, None, "mislabelled",
     "mislabelled_series"),
    ("微博173569个", "173569个", "gov_weibo_accounts", {AT: "2017-12"}, None, "mislabelled",
     "mislabelled_scope"),
    ("96.1%", "96.1%", "gov_extranet_coverage", {AT: "2022-12", "level": "county"}, None,
     "mislabelled", "mislabelled_level"),
    ("909个", "909个", "gov_websites", {AT: "2019-12", "geo": "CN-AH"}, None, "mislabelled",
     "mislabelled_place"),
    ("手机普及率97.5%", "97.5%", "mobile_share", {AT: "2017-12", "misnomer": True}, None,
     "mislabelled", "misnomer"),
    ("普及率90.6%", "90.6%", "internet_penetration", {AT: "2023-12"}, None, "mislabelled",
     "mislabelled_series"),
    # Unit.
    ("7.72万人", "7.72万人", "internet_users", {AT: "2017-12"}, None, "unit_error", "unit_power"),
    ("55.8‰", "55.8‰", "internet_penetration", {AT: "2017-12"}, None, "unit_error", "unit_power"),
    ("14474万个", "14474万个", "gov_websites", {AT: "2019-12"}, None, "unit_error", "unit_power"),
    ("提高2.6%", "2.6%", "internet_penetration", {AT: "2017-12", "since": "2016-12"} | CHANGE, None,
     "unit_error", "unit_percent_for_points"),
    ("55.8个百分点", "55.8个百分点", "internet_penetration", {AT: "2017-12"}, None, "unit_error",
     "unit_points_level"),
    ("增长9.1个百分点", "9.1个百分点", "gov_weibo_accounts",
     {AT: "2016-12", "since": "2015-12", "scope": "sina/org"} | CHANGE, None, "unit_error",
     "unit_points_for_percent"),
    # Error.
    ("3.62亿", "3.62亿", "internet_users", {AT: "2023-12"} | RURAL, None, "wrong", "wrong"),
    ("74.8%", "74.8%", "internet_penetration", {AT: "2018-12"} | URBAN, None, "wrong", "wrong"),
    ("27.5%", "27.5%", "netizen_share", {AT: "2021-12"} | RURAL, None, "wrong", "wrong"),
    # Change.
    ("提高2.6个百分点", "2.6个百分点", "internet_penetration",
     {AT: "2017-12", "since": "2016-12"} | CHANGE, None, "match", "match_change"),
    ("新增5653万", "5653万", "internet_users", {AT: "2018-12", "since": "2017-12"} | CHANGE, None,
     "match", "match_change"),
    ("增长9.1%", "9.1%", "gov_weibo_accounts",
     {AT: "2016-12", "since": "2015-12", "scope": "sina/org"} | CHANGE, None, "match",
     "match_change"),
    ("是原来的3.5倍", "3.5倍", "gov_service_users", {AT: "2020-12", "since": "2016-12"} | CHANGE,
     None, "match", "match_change"),
    ("增长2.5倍", "2.5倍", "gov_service_users", {AT: "2020-12", "since": "2016-12"} | CHANGE, None,
     "match", "match_change"),
    ("提高3.8个百分点", "3.8个百分点", "internet_penetration",
     {AT: "2018-12", "since": "2017-12"} | CHANGE | URBAN, None, "wrong", "wrong_change"),
    ("下降3.8个百分点", "3.8个百分点", "internet_penetration",
     {AT: "2018-12", "since": "2017-12"} | CHANGE, None, "wrong", "wrong_direction"),
    ("上升20位", "20位", "egdi_rank", {AT: "2020-12", "since": "2018-12"} | CHANGE, None, "match",
     "match_change"),
    ("全年新增5653万", "5653万", "internet_users", {AT: "2018-12"} | CHANGE, None, "match",
     "match_change"),
    ("全年新增4929万人", "4929万人", "internet_users", {AT: "2016-12"} | CHANGE, None, "wrong",
     "wrong_change"),
    ("五年间提高20.1个百分点", "20.1个百分点", "internet_penetration", {AT: "2020-12"} | CHANGE,
     None, "match", "match_change"),
    ("一年增长8.0%", "8.0%", "gov_weibo_accounts", {AT: "2016-12"} | CHANGE, None, "match",
     "match_change"),
    # No reference.
    ("两省均超过6000个", "6000个", "gov_wechat_accounts", {AT: "2014-12", "geo": "CN-GD"}, None,
     "no_reference", "no_reference_series"),
    ("47941个", "47941个", "gov_cn_domains", {AT: "2017-12"}, None, "no_reference",
     "no_reference_dated"),
    ("2000项", "2000项", "approval_items", {}, None, "no_reference", "no_reference_undated"),
    ("30类", "30类", "wechat_city_service_categories", {AT: "2017-12"}, None, "no_reference",
     "no_reference_series"),
    ("9.6亿", "9.6亿", "gov_service_users", {AT: "2025-12"}, None, "no_reference",
     "no_reference_approximate"),
    ("新增300万", "300万", "internet_users", {} | CHANGE, None, "no_reference",
     "no_reference_change"),
]  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


@pytest.mark.parametrize(
    ("text", "surface", "indicator", "fields", "published", "verdict", "rule"), EXAMPLES
)
def test_each_explanation_is_found(
    shelf: Library,
    text: str,
    surface: str,
    indicator: str,
    fields: dict[str, object],
    published: str | None,
    verdict: str,
    rule: str,
) -> None:
    """A quote gets the verdict and the rule that explain it."""
    found = judged(shelf, text, surface, indicator, published, **fields)
    assert (found.kind, found.reason.rule) == (verdict, rule)


@pytest.mark.parametrize("lang", strings.LANGS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_each_reason_is_a_sentence(shelf: Library, example: tuple, lang: strings.Lang) -> None:
    """Every rule has its sentence in both languages, with no blank left open."""
    text, surface, indicator, fields, published, _, _ = example
    found = judged(shelf, text, surface, indicator, published, **fields)
    said = render(found.reason, lang, shelf)
    assert said.endswith("。" if lang == "zh" else ".")
    assert "{" not in said
    assert surface in said


def test_wrong_tells_the_difference(shelf: Library) -> None:
    """The difference is quoted minus official, in base units."""
    found = judged(shelf, "3.62亿", "3.62亿", "internet_users", None, as_of="2023-12", area="rural")
    assert found.reference is not None
    assert found.reference.value == 326_000_000
    assert found.difference == 36_000_000


def test_a_wrong_date_names_the_month_it_is_true_of(shelf: Library) -> None:
    """The reference is the claimed month's figure; the facts hold the true one."""
    found = judged(shelf, "7.72亿", "7.72亿", "internet_users", None, as_of="2018-12")
    assert found.reference is not None
    assert found.reference.as_of == "2018-12"
    assert found.reason.facts["true_as_of"] == "2017-12"


def test_a_mislabelled_figure_names_the_series_it_belongs_to(shelf: Library) -> None:
    """So that a chart can draw a line to it."""
    found = judged(
        shelf, "73.1%", "73.1%", "internet_penetration", None, as_of="2016-06", area="urban"
    )
    assert Key.parse(str(found.reason.facts["true_series"])).indicator == "netizen_share"


def test_two_rates_that_add_to_100_are_shares(shelf: Library) -> None:
    """Urban and rural penetration have no reason to add to 100; a pair that does is explained."""
    text = "2020年12月，城镇普及率68.7%，农村普及率31.3%"
    pair = [
        quote(text, "68.7%", "internet_penetration", as_of="2020-12", area="urban"),
        quote(text, "31.3%", "internet_penetration", as_of="2020-12", area="rural"),
    ]
    found = [judge(one, shelf, None, context(text, *pair)) for one in pair]
    assert {one.reason.rule for one in found} == {"mislabelled_share"}


def test_the_mean_of_five_surveys_is_traced_to_its_series(shelf: Library) -> None:
    """A mean called penetration is the mean share of netizens: which surveys, which value."""
    text = "2015年6月网民6.68亿。城镇普及率五年平均为72.4%，农村仅27.6%"
    quotes = [
        quote(text, "6.68亿", "internet_users", as_of="2015-06"),
        quote(text, "72.4%", "internet_penetration", area="urban", average_of=5),
        quote(text, "27.6%", "internet_penetration", area="rural", average_of=5),
    ]
    found = judge(quotes[1], shelf, None, context(text, *quotes))
    assert (found.kind, found.reason.rule) == ("mislabelled", "mislabelled_average_of")
    facts = found.reason.facts
    assert (facts["first_as_of"], facts["last_as_of"]) == ("2011-12", "2015-06")
    assert facts["mean"] == 72.38


def test_a_true_mean_matches(shelf: Library) -> None:
    """A mean of the series the words name is no error."""
    text = "2015年6月网民6.68亿。城镇网民占比五年平均为72.4%"
    quotes = [
        quote(text, "6.68亿", "internet_users", as_of="2015-06"),
        quote(text, "72.4%", "netizen_share", area="urban", average_of=5),
    ]
    found = judge(quotes[1], shelf, None, context(text, *quotes))
    assert (found.kind, found.reason.rule) == ("match", "match_average")


@pytest.mark.parametrize(("surface", "text"), [("3.62亿", "3.62亿"), ("3.26万人", "3.26万人")])
def test_a_number_beside_a_doubtful_repair_is_never_wrong(
    shelf: Library, surface: str, text: str
) -> None:
    """A digit may have been lost there, so neither its value nor its unit is blamed."""
    one = quote(text, surface, "internet_users", as_of="2023-12", area="rural")
    found = judge(one, shelf, None, context(text, one, uncertain=((len(text), len(text)),)))
    assert (found.kind, found.reason.rule) == ("no_reference", "no_reference_uncertain")
    assert render(found.reason, "zh", shelf)


def test_an_indicator_the_library_does_not_know_is_an_error(shelf: Library) -> None:
    """That is a mistake of the caller, not of the text."""
    with pytest.raises(KeyError):
        judged(shelf, "3亿", "3亿", "no_such_thing", None)


FORMS = ("{}", "达{}", "约{}", "近{}", "超过{}", "突破{}", "{}左右", "{}以上", "不足{}", "仅{}")
BLAMING = {VerdictKind.WRONG, VerdictKind.UNIT_ERROR, VerdictKind.MISLABELLED}


def _printed(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{value:.1f}%"
    if unit == "rank":
        return f"{value:.0f}位"
    if unit == "index":
        return f"{value:.4f}" if value <= 1 else f"{value:.2f}"
    return f"{value / 1e8:.2f}亿" if value >= 1e8 else f"{value:.0f}个"


def test_a_figure_that_agrees_as_printed_is_never_blamed(shelf: Library) -> None:
    """Every official figure, written in ten forms, is neither wrong nor mislabelled."""
    blamed = []
    for indicator in shelf.indicators.values():
        for official in shelf.observations[indicator.id][::3]:
            written = _printed(official.value, indicator.unit)
            for form in FORMS:
                text = form.format(written)
                found = quantities.find(text)
                if not found:
                    continue
                one = quote(
                    text, found[0].surface, indicator.id, as_of=official.as_of, geo=official.geo,
                    area=official.area, level=official.level or None, scope=official.scope or None,
                )  # fmt: skip
                if judge(one, shelf, None, context(text, one)).kind in BLAMING:
                    blamed.append((indicator.id, official.as_of, official.geo, text))
    assert blamed == []


@given(st.floats(min_value=0, max_value=1e13), st.sampled_from(("", "亿", "万", "%", "倍")))
def test_any_number_gets_a_verdict(value: float, unit: str) -> None:
    """No value is too large, too small or too odd to be judged."""
    shelf = library.default()
    text = f"{value:.3f}{unit}"
    for quantity in quantities.find(text):
        for kind in ("level", "change"):
            one = quote(text, quantity.surface, "internet_users", as_of="2017-12", kind=kind)
            assert render(judge(one, shelf, "2018-02", context(text, one)).reason, "zh", shelf)


def test_every_rule_uses_only_facts_it_has() -> None:
    """Both languages fill the same rules from the same facts."""
    chinese, english = (
        {key: value for key, value in strings.table(lang).items() if key.startswith("rule.")}
        for lang in ("zh", "en")
    )
    assert chinese.keys() == english.keys()
    for key, sentence in chinese.items():
        assert list(string.Formatter().parse(english[key])), key
        assert _names(english[key]) <= _names(sentence) | {"way", "label"}, key


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_quote_is_left_as_it_was(shelf: Library) -> None:
    """Judging changes neither the quote nor the library."""
    one: Quote = quote("7.72亿", "7.72亿", "internet_users", as_of="2017-12")
    before = (one, shelf.observations["internet_users"])
    checks.judge(one, shelf, None, context("7.72亿", one))
    assert before == (one, shelf.observations["internet_users"])

"""The shipped data: complete, consistent with itself, and true to the rules that hold for all."""

from __future__ import annotations

import statistics

import pytest

from indicators import library, printed
from indicators.catalogue import Bilingual, Indicator
from indicators.checks import VerdictKind
from indicators.texts import Document

SHELF = library.load(library.DATA)


def value(indicator: str, as_of: str, area: str = "total", geo: str = "CN") -> float | None:
    """The official figure without level and scope, or None."""
    for seen in SHELF.observations[indicator]:
        if (seen.as_of, seen.area, seen.geo, seen.level, seen.scope) == (as_of, area, geo, "", ""):
            return seen.value
    return None


def test_everything_loads() -> None:
    """No file under data/ has a problem."""
    assert [str(problem) for problem in SHELF.problems] == []


@pytest.mark.parametrize("known", SHELF.indicators.values(), ids=lambda known: known.id)
def test_every_indicator_speaks_both_languages(known: Indicator) -> None:
    """Names, definition, breaks and caveats are in Chinese and English, and not the same."""
    words = [
        known.name,
        known.definition,
        *known.caveats,
        *(change.note for change in known.breaks),
    ]
    words += [scope for name, scope in known.scopes.items() if name]
    words += [known.expected_release] if known.expected_release else []
    for text in words:
        assert isinstance(text, Bilingual)
        assert text.zh != text.en
        assert any("\u4e00" <= character <= "\u9fff" for character in text.zh)


def test_the_cnnic_reports_are_complete() -> None:
    """Reports 1 to 57 are there, each with a survey later than the one before."""
    reports = [known for known in SHELF.sources.values() if known.series == "cnnic"]
    months = {known.number: known.as_of for known in reports}
    assert sorted(months) == list(range(1, 58))
    ordered = [months[number] for number in sorted(months)]
    assert ordered == sorted(set(ordered))


def test_every_report_gives_the_number_of_users() -> None:
    """The one series without a gap: each survey from the 1st to the 57th has its netizens."""
    surveys = {known.as_of for known in SHELF.sources.values() if known.series == "cnnic"}
    users = {seen.as_of for seen in SHELF.observations["internet_users"] if seen.area == "total"}
    assert users == surveys


def test_every_source_is_cited_or_numbered() -> None:
    """No publication lies about that no figure, break or series needs."""
    cited = {seen.source for figures in SHELF.observations.values() for seen in figures}
    cited |= {grouping.source for grouping in SHELF.gtmi}
    cited |= {count.source for count in SHELF.population}
    cited |= {change.source or "" for known in SHELF.indicators.values() for change in known.breaks}
    assert [known.id for known in SHELF.sources.values() if known.id not in cited] == []


def test_the_five_surveys_explain_the_misquoted_pair() -> None:
    """72.4 and 27.6 are the mean shares of netizens of five surveys, not rates of penetration."""
    months = ("2011-12", "2012-12", "2013-12", "2014-12", "2015-06")
    urban = [value("netizen_share", month, "urban") for month in months]
    rural = [value("netizen_share", month, "rural") for month in months]
    assert statistics.mean(filter(None, urban)) == pytest.approx(72.38)
    assert statistics.mean(filter(None, rural)) == pytest.approx(27.62)
    penetration = [value("internet_penetration", month, "urban") for month in months]
    assert max(filter(None, penetration)) == 64.2


def test_shares_and_penetration_rates_fit_each_other() -> None:
    """Total rate P, shares s, rates p: P·(s_r/p_r + s_u/p_u) = 1 within 0.2 % since 2015-06."""
    checked = 0
    for month in sorted({seen.as_of for seen in SHELF.observations["internet_penetration"]}):
        total = value("internet_penetration", month)
        parts = [
            (value("netizen_share", month, area), value("internet_penetration", month, area))
            for area in ("urban", "rural")
        ]
        if month < "2015-06" or total is None or any(None in part for part in parts):
            continue
        ratio = total * sum(share / rate for share, rate in parts if share and rate) / 100
        assert ratio == pytest.approx(1, abs=0.002), month
        checked += 1
    assert checked >= 10


def test_urban_and_rural_users_add_to_all_users() -> None:
    """Within what rounding to 0.01亿 can make of three figures."""
    checked = 0
    for seen in SHELF.observations["internet_users"]:
        urban, rural = (value("internet_users", seen.as_of, area) for area in ("urban", "rural"))
        if seen.area == "total" and urban and rural:
            assert urban + rural == pytest.approx(seen.value, abs=1.5e6), seen.as_of
            checked += 1
    assert checked >= 10


def test_government_websites_of_the_provinces_add_to_the_printed_total() -> None:
    """The 32 units of the 45th report's table and the 912 of the departments make 14,474."""
    provinces = [
        seen.value
        for seen in SHELF.observations["gov_websites"]
        if seen.as_of == "2019-12" and seen.geo != "CN"
    ]
    assert len(provinces) == 32
    assert sum(provinces) + 912 == value("gov_websites", "2019-12") == 14_474


def test_there_is_one_itu_value_per_place_and_year() -> None:
    """Where the ITU and the World Bank both give a value, one of them was chosen."""
    series = SHELF.observations["itu_internet_users_pct"]
    current = [seen for seen in series if not seen.scope and seen.area == "total"]
    keys = [(seen.geo, seen.as_of) for seen in current]
    assert len(keys) == len(set(keys))
    assert value("itu_internet_users_pct", "2023-12") == 90.6


def test_a_text_does_not_confirm_itself() -> None:
    """Figures known only from a text of the library are in no series."""
    for indicator in ("provinces_online", "wechat_city_service_categories"):
        assert SHELF.observations[indicator] == ()
    assert value("gov_cn_domains", "2017-12") is None


@pytest.mark.parametrize("document", SHELF.documents.values(), ids=lambda document: document.slug)
def test_reviewed_quotes_say_what_is_printed(document: Document) -> None:
    """The surface reads as the value, and each expected verdict is one the checker can give."""
    for quote in document.quotes:
        assert printed.agrees(quote.surface, quote.value), quote
        assert set(quote.expected) <= set(VerdictKind), quote


@pytest.mark.parametrize("document", SHELF.documents.values(), ids=lambda document: document.slug)
def test_every_text_has_its_rights_in_both_languages(document: Document) -> None:
    """Nobody has to guess under which terms a text is shown."""
    assert document.rights_zh
    assert document.rights_en
    assert document.title


def test_notes_name_no_address() -> None:
    """Figures cite publications; addresses stand in data/sources/ alone."""
    for figures in SHELF.observations.values():
        assert not [seen for seen in figures if "http" in seen.note or "www." in seen.note]

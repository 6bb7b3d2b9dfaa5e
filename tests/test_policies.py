"""The list of policy documents: whole, dated, bilingual, and honest about what is not confirmed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators import library, policies
from indicators.errors import DataError
from indicators.strings import LANGS, has

GOOD = {
    "id": "rules", "title": "规则", "title_en": "Rules", "short": "规则", "short_en": "Rules",
    "issuer": "state_council", "number": "国发〔2015〕40号", "issued": "2015-07-01",
    "published": "", "kind": "opinion", "theme": "plan", "summary": "一。", "summary_en": "One.",
    "unconfirmed": "", "also": "", "url": "", "note": "", "note_en": "",
}  # fmt: skip
BROKEN = [
    ({"id": "Rules"}, "id: 'Rules' is not lower case"),
    ({"title_en": ""}, "title and title_en are both required"),
    ({"note": "注"}, "note and note_en are both required"),
    ({"issuer": "me"}, "issuer: 'me' is none of"),
    ({"kind": "song"}, "kind: 'song' is none of"),
    ({"theme": "love"}, "theme: 'love' is none of"),
    ({"issued": "2015"}, "issued: '2015' is not a date"),
    ({"published": "soon"}, "published: 'soon' is not a date"),
    ({"unconfirmed": "colour"}, "unconfirmed: 'colour' is none of"),
    ({"unconfirmed": "number", "number": ""}, "number is not given at all"),
    ({"url": "gov.cn"}, "url: 'gov.cn' is no address"),
]


def write(path: Path, *rows: dict[str, str]) -> Path:
    lines = [policies.COLUMNS, *([row[name] for name in policies.COLUMNS] for row in rows)]
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_the_list_runs_from_1999_to_2025() -> None:
    """Fifty-five documents, each with its date, in the order of time."""
    known = list(library.default().policies.values())
    assert len(known) == 55
    assert (known[0].year, known[-1].year) == (1999, 2025)


@pytest.mark.parametrize("lang", LANGS)
def test_every_issuer_kind_theme_and_doubt_has_its_words(lang: str) -> None:
    """The closed vocabularies are named in both string files."""
    words = {
        "issuer": policies.ISSUERS,
        "kind": policies.KINDS,
        "theme": policies.THEMES,
        "unconfirmed": policies.FACTS,
    }
    missing = [f"{key}.{id}" for key, ids in words.items() for id in ids]
    assert [key for key in missing if not has(lang, f"policy.{key}")] == []  # type: ignore[arg-type]


def test_every_value_of_a_vocabulary_is_used() -> None:
    """No issuer, kind or theme is offered that no document has."""
    known = library.default().policies.values()
    assert {policy.issuer for policy in known} == set(policies.ISSUERS)
    assert {policy.kind for policy in known} == set(policies.KINDS)
    assert {policy.theme for policy in known} == set(policies.THEMES)


def test_the_english_of_a_document_is_english() -> None:
    """Titles, short names, summaries and notes have no Chinese character in them."""
    for policy in library.default().policies.values():
        for words in (policy.title, policy.short, policy.summary, policy.note):
            assert not re.search("[\u4e00-\u9fff]", words.en), policy.id


def test_only_official_addresses_are_given() -> None:
    """A mirror is no source: every address is of a government."""
    for policy in library.default().policies.values():
        assert re.match(r"(?:http://www(?:\.\w+)?\.gov\.cn/.+)?$", policy.url), policy.url


def test_facts_that_were_not_seen_in_print_are_marked() -> None:
    """The number of the 2006 strategy and the day of the first census are among them."""
    known = library.default().policies
    assert known["strategy_2006"].unconfirmed == ("number",)
    assert known["site_census_2015"].unconfirmed == ("day",)
    assert known["internet_plus_2015"].unconfirmed == ()
    assert sum(bool(policy.unconfirmed) for policy in known.values()) == 26


@pytest.mark.parametrize(("changes", "what"), BROKEN)
def test_a_broken_row_is_named(tmp_path: Path, changes: dict[str, str], what: str) -> None:
    """The file, the row, and what is the matter with it."""
    path = write(tmp_path / "policies.csv", {**GOOD, "id": "first"}, {**GOOD, **changes})
    with pytest.raises(DataError, match=what) as caught:
        policies.load(path)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("changes", "what"),
    [({}, "stands here twice"), ({"id": "old", "issued": "2014-12"}, "stands after 2015-07")],
)
def test_rows_are_unique_and_sorted(tmp_path: Path, changes: dict[str, str], what: str) -> None:
    """A repeated id or a row out of time is an error of that row."""
    path = write(tmp_path / "policies.csv", GOOD, {**GOOD, **changes})
    with pytest.raises(DataError, match=what):
        policies.load(path)

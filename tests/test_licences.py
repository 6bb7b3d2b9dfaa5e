"""The licences of the publishers: known, told in both languages, and told where they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library, licences
from indicators.errors import DataError
from indicators.strings import LANGS

SHELF = library.load()
ENTRY = """
[facts]
zh = "公开事实。"
en = "Public facts."

[[licences]]
name = "CC0"
title = "Public domain"
url = "https://creativecommons.org/publicdomain/zero/1.0/"
zh = "{publisher}：无限制。"
en = "{publisher}: no limits."
"""


def test_every_licence_is_one_that_a_source_names() -> None:
    """None is missing, which loading would tell, and none is left over."""
    named = {source.licence for source in SHELF.sources.values() if source.licence}
    assert set(SHELF.terms.licences) == named


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("internet_users", ["cite the publication"]),
        ("egdi", ["© United Nations"]),
        ("itu_internet_users_pct", ["World Bank, under CC BY 4.0", "no commercial use"]),
    ],
)
def test_the_notices_of_an_indicator_are_those_of_its_sources(
    indicator: str, words: list[str]
) -> None:
    """One notice a publisher and licence; facts without one only ask to be cited."""
    used = [SHELF.sources[point.source] for point in SHELF.observations[indicator]]
    told = [notice.en for notice in SHELF.terms.conditions(used)]
    assert len(told) == len(words)
    assert all(word in notice for word, notice in zip(words, told, strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_a_notice_names_its_publisher_and_licence(lang: str) -> None:
    """Over all sources that name a licence."""
    told = [notice[lang] for notice in SHELF.terms.notices(SHELF.sources.values())]
    for source in SHELF.sources.values():
        publisher = source.publisher_en if lang == "en" else source.publisher_zh
        if source.licence:
            assert any(publisher in notice and source.licence in notice for notice in told)


def test_a_source_with_an_unknown_licence_is_named(data_copy: Path) -> None:
    """The problem names the source's file and the licence."""
    path = data_copy / "sources" / "worldbank-wdi.toml"
    path.write_text(path.read_text("utf-8").replace("CC BY 4.0", "CC BY 9"), "utf-8")
    (problem,) = library.load(data_copy).problems
    assert problem.path == str(path)
    assert "CC BY 9" in problem.what


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('en = "Public facts."', "", "facts.en"),
        ("https", "http", "https"),
        ('title = "Public domain"', "", "title"),
        ("{publisher}: no", "{owner}: no", "publisher"),
        ("[[licences]]", "[[licenses]]", "licenses"),
    ],
)
def test_a_faulty_entry_is_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    """What is missing, misspelt or unsafe is told with the file."""
    path = tmp_path / "licences.toml"
    path.write_text(ENTRY.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=what):
        licences.load(path)


def test_a_licence_stands_once(tmp_path: Path) -> None:
    """Two entries of one name are a slip."""
    path = tmp_path / "licences.toml"
    path.write_text(ENTRY + ENTRY[ENTRY.index("[[") :], "utf-8")
    with pytest.raises(DataError, match="twice"):
        licences.load(path)

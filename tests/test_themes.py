"""The themes: the words that tell of them, and the file they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import library, themes
from indicators.errors import DataError

SHIPPED = {
    "data_sharing", "top_level_design", "reengineering", "law", "security", "talent",
    "digital_divide", "internet_thinking", "evaluation", "power_list", "participation",
    "cloud_and_big_data", "online_offline",
}  # fmt: skip

# A theme, a text, and the words in it that tell of the theme.
TOLD = [
    ("data_sharing", "推进数据开放和共享，消解“信息孤岛”。", ["数据开放和共享", "信息孤岛"]),
    ("data_sharing", "数据很多，彼此共享。", []),
    ("internet_thinking", "仍对“互联网+”思维一知半解", ["互联网+”思维"]),
    ("internet_thinking", "互联网改变了人们的生活方式和许多旧的思维", []),
    ("online_offline", "探索oto模式，线上与线下结合", ["oto", "线上", "线下"]),
    ("talent", "复合型人才，专业人才", ["人才", "人才"]),
    ("talent", "", []),
]


@pytest.mark.parametrize(("theme", "text", "words"), TOLD)
def test_a_theme_is_found_by_its_words(theme: str, text: str, words: list[str]) -> None:
    """A gap stays within a clause and six characters; Latin letters match in either case."""
    found = library.default().themes[theme].found(text)
    assert [text[start:end] for start, end in found] == words


def test_the_themes_asked_for_are_shipped() -> None:
    """Each of the themes the library is read for is there, and the moves in their order."""
    shelf = library.default()
    assert set(shelf.themes) >= SHIPPED
    assert list(shelf.moves) == ["challenge", "thinking", "path"]


def test_every_word_is_found_by_its_own_theme() -> None:
    """No word is swallowed in the making of the pattern."""
    shelf = library.default()
    for theme in (*shelf.themes.values(), *shelf.moves.values()):
        for word in theme.words:
            assert theme.found(word.replace("…", "的")), (theme.id, word)


def test_every_word_is_needed() -> None:
    """A word that holds another word of its theme would add nothing."""
    shelf = library.default()
    for theme in (*shelf.themes.values(), *shelf.moves.values()):
        for word in theme.terms:
            assert [other for other in theme.terms if other != word and other in word] == []


def test_a_theme_is_added_with_one_entry(data_copy: Path) -> None:
    """An entry in the file, and the library has the theme."""
    with (data_copy / "themes.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[theme]]\nid = "ai"\nname = { zh = "人工智能", en = "AI" }\nwords = ["算法"]\n'
        )
    shelf = library.load(data_copy)
    assert shelf.problems == ()
    assert shelf.themes["ai"].found("以算法") == ((1, 3),)


GOOD = '[[theme]]\nid = "law"\nname = { zh = "法律", en = "Law" }\nwords = ["法律"]\n\n'
# What is appended to a good entry, the row it is found on, and a word of the complaint.
WRONG = [
    (GOOD, 7, "there already"),
    ('[[theme]]\nid = "a b"\nname = {}\nwords = ["甲乙"]\n', 7, "underscores"),
    ('[[theme]]\nid = "a"\nname = { zh = "甲", en = "A" }\nwords = []\n', 9, "at least one word"),
    ('[[theme]]\nid = "a"\nname = { zh = "甲", en = "A" }\nwords = ["甲…"]\n', 9, "too short"),
    ('[[theme]]\nid = "a"\nname = { zh = "甲", en = "A" }\nwords = ["甲乙", "甲乙"]\n', 9, "twice"),
    ('[[theme]]\nid = "a"\nwords = ["甲乙"]\n', 6, "name"),
    ('[[theme]]\nid = "a"\nword = ["甲乙"]\n', 8, "unknown key"),
    ("[[topic]]\n", 6, "unknown key"),
]


@pytest.mark.parametrize(("text", "line", "complaint"), WRONG)
def test_a_wrong_entry_is_named_with_its_row(
    tmp_path: Path, text: str, line: int, complaint: str
) -> None:
    """The error carries the file and the row an editor shows."""
    path = tmp_path / "themes.toml"
    path.write_text(GOOD + text, encoding="utf-8")
    with pytest.raises(DataError, match=complaint) as raised:
        themes.load(path)
    assert (raised.value.path, raised.value.line) == (str(path), line)

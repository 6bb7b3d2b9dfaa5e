"""What texts argue about: the themes and the moves of an argument, with the words of each.

One file, data/themes.toml, so that a theme is added without a line of Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue import Bilingual, bilingual
from indicators.datafiles import Table, read_toml

Spans = tuple[tuple[int, int], ...]
_ID = re.compile(r"[a-z][a-z_]*")
_GAP = "…"
# What a gap runs over: at most six characters, within a clause.
_WITHIN_A_CLAUSE = r"[^,，、。;；:：!！?？\n]{0,6}?"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, or a move of the argument, with its words. "…" in a word is a gap in a clause."""

    id: str
    name: Bilingual
    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def found(self, text: str) -> Spans:
        """The spans of its words in a text, in order and without overlaps; linear in the text."""
        return tuple(match.span() for match in self.pattern.finditer(text))

    @property
    def terms(self) -> tuple[str, ...]:
        """Its words without a gap: those that a dictionary can hold."""
        return tuple(word for word in self.words if _GAP not in word)

    @property
    def plain_words(self) -> tuple[str, ...]:
        """Its words as they are said, gaps closed."""
        return tuple(word.replace(_GAP, "") for word in self.words)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes and the moves by their ids, each in the order of the file."""

    themes: Mapping[str, Theme]
    moves: Mapping[str, Theme]


NONE = Themes({}, {})


def load(path: Path) -> Themes:
    """What data/themes.toml says. DataError names the row of an entry that is wrong."""
    table = read_toml(path)
    table.only("theme", "move")
    return Themes(_entries(table, "theme"), _entries(table, "move"))


def of_word(word: str) -> Theme:
    """A theme of one word, taken as it stands: for a word that somebody typed."""
    return Theme("", Bilingual(word, word), (word,), re.compile(re.escape(word), re.IGNORECASE))


def _entries(table: Table, key: str) -> Mapping[str, Theme]:
    found: dict[str, Theme] = {}
    for entry in table.tables(key):
        theme = _theme(entry)
        if theme.id in found:
            raise entry.fail("id", f"{theme.id!r} is there already")
        found[theme.id] = theme
    return found


def _theme(entry: Table) -> Theme:
    entry.only("id", "name", "words")
    id, words = entry.text("id"), entry.texts("words")
    if not _ID.fullmatch(id):
        raise entry.fail("id", f"{id!r} is not in lower-case letters and underscores")
    if not words:
        raise entry.fail("words", "at least one word is required here")
    for word in words:
        if len(word.replace(_GAP, "").strip()) < 2:
            raise entry.fail("words", f"{word!r} is too short to tell of anything")
    if len(set(words)) < len(words):
        raise entry.fail("words", "a word stands here twice")
    return Theme(id, bilingual(entry.table("name")), words, _pattern(words))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first, whatever the case of Latin letters."""
    ranked = sorted(words, key=len, reverse=True)
    forms = (_WITHIN_A_CLAUSE.join(map(re.escape, word.split(_GAP))) for word in ranked)
    return re.compile("|".join(forms), re.IGNORECASE)

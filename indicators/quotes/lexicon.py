"""The closed classes of the grammar, read from lexicon.toml beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final


def _read() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The tables of lexicon.toml, each class as its words."""
    text = Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
    return {
        table: {name: tuple(words.split()) for name, words in classes.items()}
        for table, classes in tomllib.loads(text).items()
    }


_TABLES: Final = _read()
AREAS: Final = _TABLES["areas"]
LEVELS: Final = _TABLES["levels"]
BARE_LEVELS: Final[Mapping[str, str]] = {
    sign: level for level, signs in _TABLES["bare_levels"].items() for sign in signs
}
# The class of each word is the kind of its token; the class that stands first has precedence.
WORDS: Final = _TABLES["words"]
CHANGE_TO: Final = tuple(
    verb + end for verb in _TABLES["change"]["verbs"] for end in _TABLES["change"]["ends"]
)

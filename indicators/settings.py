"""What an operator may change: deploy/settings.toml, read and checked once at the start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast

from indicators.datafiles import Table, read_toml
from indicators.strings import LANGS, Lang, text

FILE = Path(__file__).resolve().parent.parent / "deploy" / "settings.toml"
VARIABLE = "INDICATORS_SETTINGS"
_KEYS = (
    "address", "feedback", "languages", "embed_origins", "excerpts", "sessions", "corpus", "title",
    "uploads",
)  # fmt: skip
_ORIGIN = re.compile(r"https?://[a-z0-9*.-]+(:[0-9]+)?", re.IGNORECASE)
_ADDRESS = re.compile(_ORIGIN.pattern + r"(/[^\s?#]*)?", re.IGNORECASE)
_FEEDBACK = re.compile(r"mailto:[^\s@?]+@[^\s@?]+(\?\S*)?|https://\S+", re.IGNORECASE)
# DuckDB would take the signs of a pattern for one, wherever in the path they stand.
_FOLDER = re.compile(r"([a-z][a-z0-9+.-]*://)?[^*?\[\]\x00-\x1f:]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Uploads:
    """What a visitor may bring: megabytes a file, characters a text, files at once."""

    megabytes: int
    characters: int
    files: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this site; deploy/settings.toml says what each one is for.

    ``address`` and ``feedback`` are "" where not set, ``title`` has only the languages it is set
    in. ``address`` ends without a slash. ``corpus`` is "" for the corpus that is shipped.
    """

    address: str
    feedback: str
    languages: tuple[Lang, ...]
    embed_origins: tuple[str, ...]
    excerpts: bool
    sessions: int
    corpus: str
    title: Mapping[Lang, str]
    uploads: Uploads


@cache
def current() -> Settings:
    """The settings of this process: the shipped file, or the one INDICATORS_SETTINGS names.

    Raises DataError with file and line where one is wrong.
    """
    return load(Path(os.environ.get(VARIABLE) or FILE))


def name(lang: Lang) -> str:
    """The name of the site in a language."""
    return current().title.get(lang) or text(lang, "app.name")


def load(path: Path) -> Settings:
    """The settings in a file, the shipped ones where it is silent; DataError names key and line."""
    table = _completed(read_toml(path), read_toml(FILE))
    table.only(*_KEYS)
    uploads, title = table.table("uploads"), table.table("title")
    uploads.only("megabytes", "characters", "files")
    title.only(*LANGS)
    return Settings(
        address=_fitting(table, "address", _ADDRESS, "https://example.org").rstrip("/"),
        feedback=_fitting(table, "feedback", _FEEDBACK, "mailto:editor@example.org"),
        languages=_languages(table),
        embed_origins=_origins(table),
        excerpts=table.flag("excerpts"),
        sessions=_most(table, "sessions", 10_000),
        corpus=_fitting(table, "corpus", _FOLDER, "/srv/checked or s3://bucket/checked"),
        title={lang: words for lang in LANGS if (words := _text(title, lang))},
        uploads=Uploads(
            _most(uploads, "megabytes", 200),
            _most(uploads, "characters", 2_000_000),
            _most(uploads, "files", 500),
        ),
    )


def _completed(table: Table, shipped: Table) -> Table:
    """A table with the shipped values where it has none, in the tables within it too."""
    values = {**shipped.values, **table.values}
    for key, ours in shipped.values.items():
        theirs = table.values.get(key)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            values[key] = {**ours, **theirs}
    return replace(table, values=values)


def _text(table: Table, key: str) -> str:
    """A text that may be empty."""
    return table.text(key) if table.values.get(key) != "" else ""


def _fitting(table: Table, key: str, form: re.Pattern[str], example: str) -> str:
    value = _text(table, key)
    if value and not form.fullmatch(value):
        raise table.fail(key, f"{value!r} is not of the form {example}")
    return value


def _most(table: Table, key: str, most: int) -> int:
    value = table.integer(key)
    if not 1 <= value <= most:
        raise table.fail(key, f"{value} is outside 1 to {most}")
    return value


def _languages(table: Table) -> tuple[Lang, ...]:
    given = table.texts("languages")
    if not given or len(set(given)) < len(given) or not set(given) <= set(LANGS):
        raise table.fail("languages", f"one or more of {', '.join(LANGS)}, each once")
    return cast("tuple[Lang, ...]", given)


def _origins(table: Table) -> tuple[str, ...]:
    given = table.texts("embed_origins")
    for origin in given:
        if not _ORIGIN.fullmatch(origin):
            raise table.fail("embed_origins", f"{origin!r} is not of the form https://example.org")
    return given

"""The sentences a visitor reads: looked up by key in data/strings/<lang>.toml and filled in."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from indicators.errors import DataError

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
FOLDER = Path(__file__).resolve().parent.parent / "data" / "strings"


@cache
def table(lang: Lang) -> Mapping[str, str]:
    """Every sentence of a language by its dotted key ("page.overview.title").

    Raises DataError when the file is missing or holds anything but text.
    """
    path = FOLDER / f"{lang}.toml"
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(path, 0, str(error)) from error
    return MappingProxyType(_flatten(tree, path))


def text(lang: Lang, key: str, **facts: str | int | float) -> str:
    """The sentence ``key`` in ``lang``, its {placeholders} filled from ``facts``.

    Raises KeyError naming the key, or the placeholder, that is missing.
    """
    sentence = table(lang)[key]
    return sentence.format_map(facts) if facts else sentence


def has(lang: Lang, key: str) -> bool:
    """Whether there is such a sentence: for keys made of ids that data files may add to."""
    return key in table(lang)


def placeholders(sentence: str) -> frozenset[str]:
    """The names in braces: "{lead} of {n}" -> {"lead", "n"}."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _flatten(tree: Mapping[str, object], path: Path, prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            flat |= _flatten(value, path, f"{prefix}{name}.")
        elif isinstance(value, str):
            flat[prefix + name] = value
        else:
            raise DataError(path, 0, f"{prefix}{name} is not a text")
    return flat

"""Holds the two string files to each other and to the code that uses them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators import strings
from indicators.strings import LANGS, placeholders, table, text

ROOT = Path(__file__).parent.parent
HAN = re.compile(r"[\u4e00-\u9fff]")
# What stays in Chinese on an English page: the name of the other language, 万 and 亿.
CHINESE_IN_ENGLISH = {"frame.other_language", "rule.unit_power"}


def key_patterns() -> Iterator[tuple[str, str]]:
    """Yield (place, pattern) of every key that code hands to text(): f-string parts match any."""
    for path in sorted([*ROOT.glob("indicators/**/*.py"), *ROOT.glob("pages/*.py")]):
        source = path.read_text("utf-8")
        if not re.search(r"from indicators\.strings import .*\btext\b", source):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and _calls_text(node) and len(node.args) > 1:
                for pattern in _patterns(node.args[1]):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", pattern


def _calls_text(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "text"


def _patterns(key: ast.expr) -> Iterator[str]:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        yield re.escape(key.value)
    elif isinstance(key, ast.JoinedStr):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+"
            for part in key.values
        )
    elif isinstance(key, ast.IfExp):
        yield from _patterns(key.body)
        yield from _patterns(key.orelse)


def test_both_languages_have_the_same_keys() -> None:
    """A sentence that one file lacks is named."""
    assert set(table("zh")) ^ set(table("en")) == set()


def test_both_languages_fill_in_the_same_facts() -> None:
    """Placeholders agree key by key."""
    differing = {
        key
        for key in table("zh").keys() & table("en").keys()
        if placeholders(table("zh")[key]) != placeholders(table("en")[key])
    }
    assert differing == set()


def test_every_key_the_code_uses_exists() -> None:
    """Fixed keys exist; keys made of parts match at least one sentence."""
    known = table("zh")
    missing = [
        f"{place} {pattern}"
        for place, pattern in key_patterns()
        if not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert missing == []


def test_english_sentences_are_in_english() -> None:
    """No Chinese character is left in an English sentence, unless it names Chinese words."""
    assert {
        key
        for key, sentence in table("en").items()
        if HAN.search(re.sub(r"[“(][^”)]*[”)]", "", sentence)) and key not in CHINESE_IN_ENGLISH
    } == set()


def test_chinese_sentences_use_chinese_punctuation() -> None:
    """After a Chinese character stands ，；：（ and not its ASCII twin."""
    offenders = {
        key: sentence
        for key, sentence in table("zh").items()
        if re.search(r"[\u4e00-\u9fff][,;:(]", sentence)
    }
    assert offenders == {}


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_filled_with_its_facts(lang: strings.Lang) -> None:
    """The placeholders of a sentence are replaced by what they stand for."""
    assert "2026.11" in text(lang, "frame.version", version="2026.11")


def test_an_unknown_key_is_named() -> None:
    """A key that does not exist raises KeyError with the key."""
    with pytest.raises(KeyError, match=r"no\.such\.sentence"):
        text("zh", "no.such.sentence")

"""The themes page: each number counted again from the sentences it opens, each sentence linked."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from indicators import library
from indicators.reading import Reading
from indicators.strings import LANGS, Lang, text
from indicators.themes import Theme
from indicators.ui import load
from indicators.ui.registry import page
from indicators.ui.state import State
from indicators.ui.themes.matrix import matrix_html
from indicators.ui.themes.passages import marked
from indicators.ui.themes.shelf import shelf, short_names
from tests.test_pages import visit, written

OPEN_ROW = r'<tr><th scope="row"><a href="[^"]*" aria-current="true">.*?</tr>'
THEMES = library.default().themes


def tells(sentence: str, word: str) -> bool:
    """Whether a word stands in a sentence; told without regular expressions."""
    first, *rest = word.lower().split("…")
    low = sentence.lower()
    if not rest:
        return first in low
    (second,) = rest
    starts = [at for at in range(len(low)) if low.startswith(first, at)]
    gaps = (
        low[start + len(first) : end]
        for start in starts
        for end in range(start + len(first), min(start + len(first) + 6, len(low)) + 1)
        if low.startswith(second, end)
    )
    return any(not set(gap) & set(",，、。;；:：!！?？") for gap in gaps)


def counted(reading: Reading, theme: Theme) -> list[int]:
    """The numbers of the sentences with a word of the theme, counted apart from the engine."""
    told = [reading.clean.text[start:end] for start, end in reading.sentences]
    return [n for n, s in enumerate(told, 1) if any(tells(s, word) for word in theme.words)]


def linked(words: str) -> list[tuple[str, int]]:
    """The (text, sentence) of every link into the reader, in their order."""
    addresses = (urlsplit(html.unescape(found)) for found in re.findall(r'href="([^"]*)"', words))
    asked = (parse_qs(address.query) for address in addresses if address.path == "./texts")
    return [(one["doc"][0], int(one["s"][0])) for one in asked if "s" in one]


@pytest.mark.parametrize("theme", THEMES)
def test_the_matrix_is_the_count_of_the_sentences_it_opens(theme: str) -> None:
    """Each cell is the number of the sentences linked below it, per thousand characters."""
    words = matrix_html(State(theme=theme), shelf())
    opened = linked(words)
    row = re.findall(OPEN_ROW, words)[0]
    shown = re.findall(r"<td[^>]*>(?:<a[^>]*>)?([0-9.]+)", row)
    for rate, (slug, reading) in zip(shown, load.readings().items(), strict=True):
        numbers = [number for doc, number in opened if doc == slug]
        assert numbers == counted(reading, THEMES[theme])
        characters = len("".join(reading.clean.text.split()))
        assert float(rate) == pytest.approx(1000 * len(numbers) / characters, abs=0.051)


def test_a_cell_opens_the_sentences_of_its_text_and_closes_them_again() -> None:
    """The address names theme and text; the open cell leads back to the closed table."""
    slug = next(slug for slug in load.readings() if shelf().found["talent", slug])
    words = matrix_html(State(theme="talent", doc=slug), shelf())
    assert {doc for doc, _ in linked(words)} == {slug}
    assert '<a href="./themes" aria-current="true"' in words
    assert linked(matrix_html(State(), shelf())) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_to_a_cell_restores_it(lang: Lang) -> None:
    """The page as a visitor gets it shows the sentences, each with its link, in both languages."""
    slug = next(iter(load.readings()))
    words = written(visit(page("themes"), lang=lang, theme="security", doc=slug))
    expected = [(slug, mention.number) for mention in shelf().found["security", slug]]
    assert linked(words)[: len(expected)] == expected
    assert text(lang, "themes.place", number=expected[0][1]) in words


def test_a_sentence_is_never_markup() -> None:
    """What a text says is shown as it stands, its marks around the words alone."""
    assert marked("<b>数据共享</b>", ((3, 7),)) == "&lt;b&gt;<mark>数据共享</mark>&lt;/b&gt;"


def test_each_text_has_a_short_name_of_its_own() -> None:
    """Authors name a text, and the same authors twice get numbers."""
    documents = library.default().documents
    one = next(document for document in documents.values() if len(document.authors) > 1)
    names = short_names({"a": one, "b": one, **documents}, "zh")
    assert (names["a"], names["b"]) == (f"{one.authors[0]}等 1", f"{one.authors[0]}等 2")
    assert len(set(short_names(documents, "en").values())) == len(documents)

"""The themes page: each number counted again from the sentences it opens, each sentence linked."""

from __future__ import annotations

import html
import re
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, urlsplit

import pytest

from indicators import library
from indicators.figures.strips import Lane, Tick, draw_strips
from indicators.mentions import Mention
from indicators.reading import Reading
from indicators.strings import LANGS, Lang, text
from indicators.terms import KeyWord
from indicators.theme import LIGHT
from indicators.themes import Theme
from indicators.ui import load
from indicators.ui.registry import page
from indicators.ui.state import State
from indicators.ui.themes import places as opened_places
from indicators.ui.themes import structure
from indicators.ui.themes.matrix import matrix_html
from indicators.ui.themes.passages import marked
from indicators.ui.themes.shelf import shelf, short_names
from indicators.ui.themes.term import asked, places
from indicators.ui.themes.words import compared, times
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


# What an address opens, cell, move and word in turn.
OPENED = [
    (State(), ["", "", ""]),
    (State(theme="law", doc="a"), ["law a", "", ""]),
    (State(theme="law"), ["law ", "", ""]),
    (State(move="path", doc="a", q="共享"), ["", "path a", "共享"]),
    (State(move="path"), ["", "", ""]),
]


@pytest.mark.parametrize(("here", "expected"), OPENED)
def test_what_a_link_opens_is_brought_into_the_window(here: State, expected: list[str]) -> None:
    """Only what the address opens is brought: a move needs its text."""
    assert [what for _, what in opened_places(here)] == expected


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


def test_the_structure_says_how_many_texts_share_it() -> None:
    """The middle sentence of each move says which comes first; a text that says little of one
    is not counted."""
    moves = library.default().moves
    before = between = 0
    for slug, reading in load.readings().items():
        told = [shelf().moves[id, slug] for id in moves]
        if min(map(len, told)) < 3:
            continue
        places = [median(reading.sentences[m.number - 1][0] for m in found) for found in told]
        before += places[0] < places[2]
        between += places[0] < places[1] < places[2]
    texts = len(load.readings())
    said = structure.answer("zh", shelf(), moves)
    assert said == f"{texts}篇中有{before}篇先谈挑战、后谈路径，其中{between}篇把思维放在两者之间。"


@pytest.mark.parametrize("lang", LANGS)
def test_a_move_opens_all_its_sentences(lang: Lang) -> None:
    """The count leads to the whole list, which the address restores."""
    slug = next(iter(load.readings()))
    closed = written(visit(page("themes"), lang=lang))
    assert re.search(rf'href="[^"]*doc={slug}&amp;move=challenge"', closed)
    opened = linked(written(visit(page("themes"), lang=lang, doc=slug, move="challenge")))
    for mention in shelf().moves["challenge", slug]:
        assert (slug, mention.number) in opened


def test_every_text_stands_beside_the_others_in_the_structure() -> None:
    """Each text has a lane for each move, and a tick for each word that tells."""
    moves = library.default().moves
    lanes = structure.lanes("en", shelf(), moves)
    assert [lane.label for lane in lanes[:3]] == [move.name.en for move in moves.values()]
    assert len(lanes) == 3 * len(load.readings())
    for lane, (slug, id) in zip(
        lanes, ((slug, id) for slug in load.readings() for id in moves), strict=True
    ):
        assert len(lane.ticks) == sum(len(m.marks) for m in shelf().moves[id, slug])
        assert all(0 <= tick.place < 1 for tick in lane.ticks)


def test_signposts_are_the_short_sentences_each_said_once() -> None:
    """Headings announce; where there is none, the first sentence stands for the rest."""

    def said(number: int, sentence: str) -> Mention:
        return Mention("a", number, sentence, ((0, 1),))

    long = "长" * 80
    told = [said(1, long), said(2, "一、挑战"), said(4, "一、挑战"), said(5, "二、问题")]
    assert [m.number for m in structure.signposts(told)] == [2, 5]
    assert [m.number for m in structure.signposts(told[:1])] == [1]
    assert structure.signposts([]) == []


TERMS = [
    ("共享", "共享"),
    ("數據共享", "数据共享"),
    ("信息孤島", "信息孤岛"),
    (" o2o ", "o2o"),
    ("长" * 40, "长" * 30),
]


@pytest.mark.parametrize(("typed", "term"), TERMS)
def test_a_typed_word_is_tidied(typed: str, term: str) -> None:
    """Traditional characters are turned into the texts' own, blanks and excess left out."""
    assert asked(State(q=typed), shelf()) == term


def test_a_word_is_found_wherever_the_texts_say_it() -> None:
    """Every occurrence is a mark, counted apart by plain counting."""
    for word in ("共享", "互联网+"):
        found = places(word, shelf())
        for slug, reading in load.readings().items():
            assert sum(len(m.marks) for m in found[slug]) == reading.clean.text.count(word)


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_from_a_link_is_shown_with_its_sentences(lang: Lang) -> None:
    """The address carries the word, whatever signs it holds; one nobody says is told so."""
    words = written(visit(page("themes"), lang=lang, q="信息孤岛"))
    told = places("信息孤岛", shelf())
    for slug, found in told.items():
        assert {(slug, mention.number) for mention in found} <= set(linked(words))
    nowhere = "天气<(.*"
    words = written(visit(page("themes"), lang=lang, q=nowhere))
    assert html.escape(text(lang, "themes.term_none", term=nowhere)) in words


def test_without_a_word_the_open_theme_gives_one() -> None:
    """The box is never empty: a word of the open theme, else of the first one."""
    assert asked(State(theme="talent"), shelf()) == "人才"
    first = next(iter(THEMES.values()))
    assert asked(State(), shelf()) in first.plain_words


@pytest.mark.parametrize("lang", LANGS)
def test_keywords_and_comparison_are_shown_and_lead_on(lang: Lang) -> None:
    """Two texts from the address are compared; words lead to where they are used."""
    one, other = list(load.readings())[1:3]
    words = written(visit(page("themes"), lang=lang, doc=one, against=other))
    names = short_names(library.default().documents, lang)
    for slug in (one, other):
        assert text(lang, "themes.more_in", name=names[slug]) in words
    assert re.search(rf'href="[^"]*doc={one}&amp;against={other}&amp;q=%E6%B2%BB', words)
    assert "jieba" in words


def test_the_texts_to_compare_are_never_the_same() -> None:
    """One text against itself becomes one against another; nothing asked, first and last."""
    slugs = ["a", "b", "c"]
    assert compared(State(), slugs) == ("a", "c")
    assert compared(State(doc="c"), slugs) == ("c", "b")
    assert compared(State(doc="b", against="b"), slugs) == ("b", "c")
    assert compared(State(doc="b", against="a"), slugs) == ("b", "a")


def test_a_word_the_other_text_lacks_has_no_factor() -> None:
    """Dividing by nothing is said in words."""
    assert times("zh", KeyWord("审批", 3, 0, 9.0, 2.6)) == "仅此篇"
    assert times("zh", KeyWord("审批", 1, 4, 9.0, -2.0)) == "4.0倍"


def test_themes_that_meet_can_be_read() -> None:
    """The pairs of the open theme are listed, each with the sentences both are told of in."""
    words = written(visit(page("themes"), theme="law"))
    pairs = [pair for pair in shelf().pairs if "law" in (pair.one.id, pair.other.id)]
    assert pairs
    for pair in pairs[:10]:
        assert f"{pair.one.name.zh} + {pair.other.name.zh}" in words
        assert {(m.slug, m.number) for m in pair.together} <= set(linked(words))


def test_without_themes_the_page_says_so(data_copy: Path) -> None:
    """A broken themes file is named, and the words of the texts are left to other pages."""
    (data_copy / "themes.toml").write_text("[[theme]]\n", encoding="utf-8")
    words = written(visit(page("themes")))
    assert "themes.toml" in words
    assert text("zh", "page.themes.lead_none") in words


def test_a_tick_carries_its_sentence() -> None:
    """What a click hands on is the text and the number of the sentence."""
    tick = Tick(0.5, "a_text", 7, "数据<共享>")
    figure = draw_strips([Lane("甲", (tick,), "乙"), Lane("丙", ())], "zh", LIGHT)
    assert list(figure.data[0].customdata[0]) == ["a_text", 7]
    assert "&lt;" in figure.data[0].text[0]
    assert list(figure.layout.yaxis.ticktext) == ["甲 ", "丙 "]

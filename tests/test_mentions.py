"""Sentences that tell of themes: counted against another way of counting, and told together."""

from __future__ import annotations

import pytest

from indicators import library, mentions, reading
from indicators.reading import Reading

TEXT = "推进数据共享。完善法律法规,培养人才。数据共享要有法律保障。天气晴好。"


@pytest.fixture(scope="module")
def made() -> dict[str, Reading]:
    """Two small texts, the second without any theme."""
    shelf = library.default()
    return {name: reading.read(raw, shelf) for name, raw in {"a": TEXT, "b": "天气晴好。"}.items()}


def test_a_sentence_is_found_with_its_number_and_its_words(made: dict[str, Reading]) -> None:
    """Sentences count from 1; the marks are places in the sentence."""
    law = library.default().themes["law"]
    found = mentions.mentions("a", made["a"], law)
    assert [mention.number for mention in found] == [2, 3]
    words = [mention.sentence[slice(*span)] for mention in found for span in mention.marks]
    assert words == ["法律", "法规", "法律"]


def test_a_count_is_told_for_a_thousand_characters(made: dict[str, Reading]) -> None:
    """Blanks do not count as characters, and an empty text divides by nothing."""
    assert mentions.length(made["a"]) == len(TEXT)
    assert mentions.per_thousand(2, len(TEXT)) == pytest.approx(2000 / len(TEXT))
    assert mentions.per_thousand(0, mentions.length(reading.read(" ", library.default()))) == 0


def test_themes_that_share_a_sentence_are_pairs(made: dict[str, Reading]) -> None:
    """Both sentences that hold two themes are found, with the words of both marked."""
    themes = {id: library.default().themes[id] for id in ("data_sharing", "law", "talent")}
    found = mentions.pairs(themes, made, mentions.matrix(themes, made))
    told = {(pair.one.id, pair.other.id): [m.number for m in pair.together] for pair in found}
    assert told == {("data_sharing", "law"): [3], ("law", "talent"): [2]}
    law_and_talent = next(pair for pair in found if pair.other.id == "talent")
    # Five sentences, two of law and one of talent: by chance they would share 2 × 1 / 5.
    assert law_and_talent.times == pytest.approx(1 / (2 * 1 / 5))
    (both,) = law_and_talent.together
    assert [both.sentence[slice(*span)] for span in both.marks] == ["法律法规", "人才"]


JOINED = [
    ((), ()),
    (((0, 2), (2, 4)), ((0, 4),)),
    (((3, 5), (0, 2)), ((0, 2), (3, 5))),
    (((0, 6), (1, 2), (5, 8)), ((0, 8),)),
]


@pytest.mark.parametrize(("marks", "expected"), JOINED)
def test_marks_that_touch_are_one(
    marks: tuple[tuple[int, int], ...], expected: tuple[tuple[int, int], ...]
) -> None:
    """Overlapping words of two themes are marked once."""
    assert mentions.joined(marks) == expected

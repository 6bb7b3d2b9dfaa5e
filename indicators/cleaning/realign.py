"""Byte shifts, by a full stop cut in half or an annotation between two bytes: pairing restored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning import gbk
from indicators.cleaning.edits import Edit
from indicators.cleaning.lattice import Budget, Path, Search, best_readings
from indicators.cleaning.lexicon import lexicon, reads, syllables
from indicators.cleaning.steps import Token, usual
from indicators.cleaning.stretches import PINYIN, stretches
from indicators.cleaning.variants import simplified, to_simplified

TOKEN = re.compile(
    rf"(?P<mark>\?)(?P<rest>[{PINYIN}]{{1,6}})\)|(?P<character>.)(?:\((?P<reading>[{PINYIN}]{{1,6}})\))?"
)
BRACKET = re.compile(rf"\([{PINYIN}]{{1,6}}\)")
REGION = 20_000  # characters of the document whose words are likelier in its stretches
CLEAR = 99.0  # nats: there is no runner-up
STRAINED = 8.8  # nats a character: rarer words make lost pairs worth looking for
DEBRIS = re.compile("[\u3041-\u312f０-９Ａ-Ｚａ-ｚ⑴-⒛α-ω]")
CUT_MARK = re.compile("\\?[；：＂＃＄％＆＇＊＋－．／＜＝＞＠［＼］＾＿｀｛｜｝～]")
SEVERAL = 3  # characters that few use
SURE = 2.0  # nats ahead of the runner-up; below, a reading is marked uncertain
# Steps of the search: one damaged fragment took up to 2,200, damaged passages up to 9 a character.
ALLOWANCE = 4_000  # that any text may take, and one for each character
DENSE, SHORT = 10, 10_000  # so many more a character, for so many characters

Change = tuple[int, int, str, bool, float]  # start, end, replacement, certain, margin


def edits(text: str) -> list[Edit]:
    """Re-pair the bytes of every stretch where they stand out of step."""
    reader = Reader(text)
    found: list[Edit] = []
    for start, end in stretches(text):
        start = max(start, found[-1].end if found else 0)
        found.extend(
            Edit(start + first, start + last, after, "shift", certain, margin)
            for first, last, after, certain, margin in reader.changes(start, end)
        )
    return found


class Reader:
    """Reads the stretches of one text; equal ones once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.budget = Budget(allowance(len(text)))
        self._plain: dict[str, tuple[Change, ...] | None] = {}
        self._lossy: dict[tuple[int, str], tuple[Change, ...]] = {}
        self._words: dict[int, frozenset[str]] = {}

    def changes(self, start: int, end: int) -> tuple[Change, ...]:
        """The changes that give the best reading of text[start:end], in its own offsets."""
        stretch = self.text[start:end]
        if stretch not in self._plain:
            self._plain[stretch] = self._without_losses(stretch)
        plain = self._plain[stretch]
        if plain is not None:
            return plain
        region = start // REGION
        if (region, stretch) not in self._lossy:
            self._lossy[region, stretch] = self._with_losses(stretch, region)
        return self._lossy[region, stretch]

    def _without_losses(self, stretch: str) -> tuple[Change, ...] | None:
        tokens = tuple(tokenise(stretch))
        paths = best_readings(Search(tokens, frozenset(), False, self.budget))
        if not paths or paths[0].strain > STRAINED or "?" in paths[0].text:
            return None
        return tuple(changes(tokens, paths))

    def _with_losses(self, stretch: str, region: int) -> tuple[Change, ...]:
        if region not in self._words:
            around = self.text[region * REGION : (region + 1) * REGION]
            self._words[region] = vocabulary(around)
        tokens = tuple(tokenise(stretch))
        paths = best_readings(Search(tokens, self._words[region], True, self.budget))
        return tuple(changes(tokens, paths))


def allowance(length: int) -> int:
    """The steps that the search through a text may take: linear, whatever the text is made of."""
    return ALLOWANCE + length + DENSE * min(length, SHORT)


def vocabulary(text: str) -> frozenset[str]:
    """The words that a text uses, simplified; and the words they begin with."""
    words = set(lexicon().words(to_simplified(BRACKET.sub("", text))))
    return frozenset(words | {word[:2] for word in words})


def is_annotation(character: str, bracket: str) -> bool:
    """Whether a bracket is pinyin and not a word: it has a tone mark, or reads its character."""
    toned = not bracket.isascii() and bracket in syllables()
    return toned or reads(character, bracket)


def changes(tokens: tuple[Token, ...], paths: list[Path]) -> Iterator[Change]:
    """Where the best of some readings departs from the tokens, and how sure it is."""
    if not paths:
        return
    best = paths[0]
    margin = paths[1].cost - best.cost if len(paths) > 1 else CLEAR
    certain = margin >= SURE and best.strain <= STRAINED and not best.guessed
    if not certain and not is_debris(tokens):
        return
    for start, end, after in departures(tokens, best):
        yield start, end, after, certain, round(margin, 2)


def is_debris(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch holds what no sound text does: pinyin, kana, wide letters, several
    characters that few use. Without it an unsure reading is left alone: 真的?!那么 is sound."""
    if any(token.reading or DEBRIS.match(token.character) for token in tokens):
        return True
    signs = "".join(token.character for token in tokens)
    if CUT_MARK.search(signs):
        return True
    odd = sum(token.character > "\u2e80" and not usual(token.character) for token in tokens)
    return odd >= SEVERAL


def tokenise(stretch: str) -> Iterator[Token]:
    """Characters with their bytes and brackets."""
    position = 0
    while position < len(stretch):
        match = TOKEN.match(stretch, position)
        if match is None:
            position += 1
            continue
        character = match["mark"] or match["character"]
        spoken = match["rest"] or match["reading"]
        if spoken and not (match["mark"] or is_annotation(character, spoken)):
            spoken, end = None, position + 1
        else:
            end = match.end()
        yield Token(position, end, character, gbk.pairs().get(character), spoken)
        position = end


def departures(tokens: tuple[Token, ...], path: Path) -> Iterator[tuple[int, int, str]]:
    """Where a reading departs from the tokens: (start, end, replacement)."""
    done, first, after = 0, 0, ""
    for character, reached in zip(path.text, path.trace, strict=True):
        if reached == done + 1 and simplified(tokens[done].character) == character:
            if after:
                yield tokens[first].start, tokens[done - 1].end, after
            first, after = reached, ""
        else:
            after += character
        done = reached
    if after:
        yield tokens[first].start, tokens[done - 1].end, after

"""Pinyin left behind in brackets by an annotator: 統(tǒng)計(jì), toneless 關(guan) 於(yu) too."""

from __future__ import annotations

import re

from indicators.cleaning.edits import Edit
from indicators.cleaning.lexicon import reads
from indicators.cleaning.variants import is_simplified_form, is_traditional

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡɑ"
HAN = "\u3400-\u9fff"
RESIDUE = re.compile(rf"([{HAN}]) ?[(（]([{PINYIN}]{{1,6}})[)）]")
TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")
LETTERS = str.maketrans("ɡɑ", "ga")
ENOUGH = 3  # brackets in one text that make an annotator likely, whatever the script
SHARE = 0.9  # of them at characters the annotator annotates: those with two forms


def edits(text: str) -> list[Edit]:
    """Drop each bracket that gives the reading of the character before it."""
    found = [match for match in RESIDUE.finditer(text) if is_reading(match)]
    if not annotated(found):
        found = [match for match in found if is_traditional(match[1])]
    return [Edit(match.start(), end_of(match, text), match[1], "pinyin") for match in found]


def is_reading(match: re.Match[str]) -> bool:
    """Whether the bracket reads its character."""
    return reads(match[1], match[2].translate(LETTERS))


def annotated(found: list[re.Match[str]]) -> bool:
    """Whether an annotator went over the text: it marks characters that have two forms.

    A primer that annotates 你(nǐ)好(hǎo) marks the others as well, and is left alone.
    """
    marked = sum(is_traditional(match[1]) or is_simplified_form(match[1]) for match in found)
    return len(found) >= ENOUGH and marked >= SHARE * len(found)


def end_of(match: re.Match[str], text: str) -> int:
    """The end of the bracket, with the blank that the toneless form leaves before a character."""
    end = match.end()
    if TONES.isdisjoint(match[2]) and re.match(rf" [{HAN}]", text[end : end + 2]):
        return end + 1
    return end

"""Byte shifts, by a full stop cut in half or an annotation between two bytes: pairing restored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.cleaning import gbk
from indicators.cleaning.edits import Edit
from indicators.cleaning.lattice import Path, Search, best_readings
from indicators.cleaning.lexicon import lexicon, syllables
from indicators.cleaning.steps import Token
from indicators.cleaning.variants import converter, simplified

PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
TOKEN = re.compile(
    rf"(?P<mark>\?)(?P<rest>[{PINYIN}]{{1,6}})\)|(?P<character>.)(?:\((?P<reading>[{PINYIN}]{{1,6}})\))?"
)
BRACKET = re.compile(rf"\([{PINYIN}]{{1,6}}\)")
TRIGGER = re.compile(
    rf"\?(?:[{PINYIN}]{{1,6}}\)"  # a bracket whose opening was swallowed
    r"|[;!,?](?=[^\x00-\x7f]|[@-~])"  # A3BB, A3A1, A3AC, A3BF: the cut full stop
    r"|[\uff01-\uff5e])"  # any other A3xx
)
GAP = 14  # characters between question marks that belong to one stretch
# The context that is read with a stretch: characters with their brackets, never half a bracket.
UNIT = rf"[^\n](?:\([{PINYIN}]{{1,6}}\))?"
BEFORE = re.compile(rf"(?:{UNIT}){{0,4}}$")
AFTER = re.compile(rf"\?(?:[{PINYIN}]{{1,6}}\))?(?:{UNIT}){{0,18}}(?:[{PINYIN}]{{0,6}}\))?")
FARTHEST = 36  # characters that the context before may take
LONGEST_STRETCH = 160
REGION = 20_000  # characters of the document whose words are likelier in its stretches
CLEAR = 99.0  # nats: there is no runner-up
STRAINED = 8.8  # nats a character: rarer words make lost pairs worth looking for
SURE = 2.0  # nats ahead of the runner-up; below, a reading is marked uncertain

Change = tuple[int, int, str, bool, float]  # start, end, replacement, certain, margin


def edits(text: str) -> list[Edit]:
    """Re-pair the bytes of every stretch where they stand out of step."""
    found: list[Edit] = []
    known: dict[tuple[int, str], tuple[Change, ...]] = {}
    vocabularies: dict[int, frozenset[str]] = {}
    for start, end in stretches(text):
        start = max(start, found[-1].end if found else 0)
        region, stretch = start // REGION, text[start:end]
        if region not in vocabularies:
            vocabularies[region] = vocabulary(text[region * REGION : (region + 1) * REGION])
        if (region, stretch) not in known:
            known[region, stretch] = tuple(reading(stretch, vocabularies[region]))
        found.extend(
            Edit(start + first, start + last, after, "shift", certain, margin)
            for first, last, after, certain, margin in known[region, stretch]
        )
    return found


def vocabulary(text: str) -> frozenset[str]:
    """The words that the region of a stretch uses, simplified; and the words they begin with."""
    words = set(lexicon().words(converter().convert(BRACKET.sub("", text))))
    return frozenset(words | {word[:2] for word in words})


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around question marks that look like shifted bytes, with their context."""
    triggers = [match.start() for match in TRIGGER.finditer(text)]
    position = 0
    while position < len(triggers):
        first = last = triggers[position]
        while position < len(triggers) and triggers[position] - last <= GAP:
            last = triggers[position]
            position += 1
            if last - first > LONGEST_STRETCH:
                break
        yield widened(text, first, last)


def widened(text: str, first: int, last: int) -> tuple[int, int]:
    """A stretch with its context, within its line and from the question mark that began it."""
    line_start = text.rfind("\n", max(0, first - GAP), first) + 1
    earlier = text.find("?", max(line_start, first - GAP), first)
    first = earlier if earlier >= 0 else first
    before = BEFORE.search(text[max(0, first - FARTHEST) : first])
    after = AFTER.match(text, last)
    return first - len(before[0] if before else ""), after.end() if after else len(text)


def reading(stretch: str, seen: frozenset[str]) -> Iterator[Change]:
    """The changes that give the best reading of a stretch, in its own offsets."""
    tokens = tuple(tokenise(stretch))
    paths = best_readings(Search(tokens, seen, losses=False))
    if not paths or paths[0].strain > STRAINED or "?" in paths[0].text:
        paths = best_readings(Search(tokens, seen, losses=True))
    if not paths:
        return
    best = paths[0]
    margin = paths[1].cost - best.cost if len(paths) > 1 else CLEAR
    certain = margin >= SURE and best.strain <= STRAINED and not best.guessed
    for start, end, after in changes(tokens, best):
        yield start, end, after, certain, round(margin, 2)


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
        if spoken and spoken not in syllables():
            spoken, end = None, position + 1
        else:
            end = match.end()
        yield Token(position, end, character, gbk.pairs().get(character), spoken)
        position = end


def changes(tokens: tuple[Token, ...], path: Path) -> Iterator[tuple[int, int, str]]:
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

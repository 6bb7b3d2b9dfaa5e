"""Traditional characters become simplified, where the text is traditional or partly so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import opencc

from indicators.cleaning.edits import Edit

HAN = re.compile("[\u3400-\u9fff]")
PAIRED = re.compile("[^\ud800-\udfff]+")
# Traditional forms that simplified texts rightly use, in names and set words: 乾隆, 樊於期, 魏徵.
AMBIGUOUS = frozenset("乾後於著徵瞭藉餘夥鍾昇甯穀麼祇隻儘")
AT_LEAST = 2  # traditional characters, so that one quoted character stays as it is
SHARE = 0.02  # of the Han characters, from which on a text is (partly) traditional
LINE_SHARE = 0.15  # of a line's Han characters in a text that is simplified otherwise
# 著 stays in these words; elsewhere it is the particle 着.
WRITTEN = re.compile(
    "著(?=[名作者述称稱录錄书書])|(?<=[显顯专專名论論原编編合译譯巨遗遺土昭卓拙撰所])著"
)


def edits(text: str) -> list[Edit]:
    """Simplify a text that is traditional, the traditional lines of one that is not."""
    if not two_formed().search(text):
        return []
    if is_convertible(text, SHARE):
        return list(differences(text, simplify(text), 0))
    found: list[Edit] = []
    position = 0
    for line in text.splitlines(keepends=True):
        if is_convertible(line, LINE_SHARE):
            found.extend(differences(line, simplify(line), position))
        position += len(line)
    return found


def is_convertible(text: str, share: float) -> bool:
    """Whether enough characters are traditional, those aside that simplified texts use."""
    sign = signs()
    traditional = sum(character in sign for character in text)
    if traditional < AT_LEAST:
        return False
    return traditional >= share * len(HAN.findall(text))


def simplify(text: str) -> str:
    """The text in simplified characters; where simplified prevails, names keep their forms."""
    simple = simple_forms()
    traditional = sum(character in simple for character in text)
    if sum(character in simplified_forms() for character in text) > traditional:
        return "".join(
            character if character in AMBIGUOUS else simple.get(character, character)
            for character in text
        )
    particles = re.sub("著", "着", WRITTEN.sub("\ue000", text)).replace("\ue000", "著")
    return to_simplified(particles)


def differences(before: str, after: str, offset: int) -> Iterator[Edit]:
    """One edit for each run of changed characters."""
    if len(before) != len(after):
        yield Edit(offset, offset + len(before), after, "traditional")
        return
    start = None
    for position, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new and start is None:
            start = position
        elif old == new and start is not None:
            yield Edit(offset + start, offset + position, after[start:position], "traditional")
            start = None
    if start is not None:
        yield Edit(offset + start, offset + len(before), after[start:], "traditional")


def to_simplified(text: str) -> str:
    """A text in simplified characters by OpenCC, which takes no unpaired surrogates."""
    try:
        return str(converter().convert(text))
    except UnicodeEncodeError:
        return PAIRED.sub(lambda match: str(converter().convert(match[0])), text)


@lru_cache(maxsize=1)
def converter() -> opencc.OpenCC:
    """OpenCC's traditional-to-simplified converter; it is stateless between calls."""
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def simple_forms() -> dict[str, str]:
    """Every character that has a simplified form other than itself, one by one."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    forms = converter().convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, forms, strict=True) if old != new}


@lru_cache(maxsize=1)
def two_formed() -> re.Pattern[str]:
    """Any character that has a simplified form other than itself."""
    return re.compile(f"[{''.join(simple_forms())}]")


@lru_cache(maxsize=1)
def simplified_forms() -> frozenset[str]:
    """The characters that are simplified forms and nothing else."""
    return frozenset(simple_forms().values()) - frozenset(simple_forms()) - both_scripts()


@lru_cache(maxsize=1)
def both_scripts() -> frozenset[str]:
    """Simplified forms that traditional texts write too, for other words: 后 里 台 面."""
    back = opencc.OpenCC("s2t")
    forms = simple_forms().values()
    return frozenset(form for form in forms if back.convert(form) == form)


@lru_cache(maxsize=1)
def signs() -> frozenset[str]:
    """The characters that only a traditional text has."""
    return frozenset(simple_forms()) - AMBIGUOUS


def simplified(character: str) -> str:
    """One character, simplified."""
    return simple_forms().get(character, character)


def is_traditional(character: str) -> bool:
    """Whether a character has a simplified form other than itself, 着 for 著 among them."""
    return character in simple_forms() or character == "著"


def is_simplified_form(character: str) -> bool:
    """Whether a character has a traditional form other than itself."""
    return character in simplified_forms()

"""Builds data/lexicon/: words with their cost (jieba), readings of characters (pypinyin).

Run it again after an update of either package: python tests/benchmarks/lexicon.py
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import jieba
import opencc
from pypinyin.pinyin_dict import pinyin_dict

LEXICON = Path(__file__).parents[2] / "data" / "lexicon"
RAREST = 20  # occurrences in jieba's counts; rarer words only slow the search down
RAREST_NAME = 300  # jieba tags many common words as personal names; rare ones are names indeed
LONGEST = 4


def is_han(word: str) -> bool:
    """Whether a word is written in characters of GBK's Han blocks only."""
    try:
        word.encode("gbk")
    except UnicodeEncodeError:
        return False
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def is_simplified(word: str) -> bool:
    """Whether a word is in simplified characters; the others are names and garbled text."""
    return bool(converter().convert(word) == word)


@lru_cache(maxsize=1)
def converter() -> opencc.OpenCC:
    """OpenCC's traditional-to-simplified converter."""
    return opencc.OpenCC("t2s")


def words() -> dict[int, list[str]]:
    """Words by cost: minus the natural logarithm of their share, in tenths of a nat."""
    dictionary = Path(jieba.__path__[0], "dict.txt").read_text("utf-8")
    rows = [line.split(" ") for line in dictionary.splitlines()]
    total = sum(int(row[1]) for row in rows)
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, count, tag in rows:
        rarest = RAREST_NAME if tag.startswith("nr") else RAREST
        if (int(count) < rarest and len(word) > 1) or len(word) > LONGEST or not is_han(word):
            continue
        if not is_simplified(word):
            continue
        by_cost[round(-10 * math.log(int(count) / total))].append(word)
    return by_cost


def readings() -> dict[str, list[str]]:
    """Characters by reading, tones as diacritics; a character stands under each of its readings."""
    by_reading: dict[str, list[str]] = defaultdict(list)
    for code, syllables in sorted(pinyin_dict.items()):
        if is_han(chr(code)):
            for syllable in syllables.split(","):
                by_reading[syllable].append(chr(code))
    return by_reading


def main() -> None:
    """Write both tables."""
    LEXICON.mkdir(exist_ok=True)
    lines = [f"{cost}\t{' '.join(sorted(group))}\n" for cost, group in sorted(words().items())]
    (LEXICON / "words.tsv").write_text("".join(lines), "utf-8")
    lines = [f"{reading}\t{''.join(group)}\n" for reading, group in sorted(readings().items())]
    (LEXICON / "readings.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()

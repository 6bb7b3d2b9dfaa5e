"""Measures repair: texts damaged by the simulator and repaired, and labelled damaged passages.

python tests/benchmarks/repair.py [--show KIND]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import damage  # noqa: E402

from indicators.cleaning import CleanText, clean  # noqa: E402

GOLD = ROOT.parent / "shared" / "gold"
LIBRARY = ROOT / "data" / "texts"
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SPACING = {"blanks", "wrapped"}  # kinds of damage where blanks and line ends count as characters
LITERAL = {"none", "ocr_blanks", "line_breaks", "zero_width"}  # labelled kinds compared so
Damage = Callable[[str, random.Random], str]
DAMAGES: dict[str, Damage] = {
    "scraped": damage.scrape,
    "stops cut": lambda text, rng: damage.cut_stops(text, 0.5, rng),
    "toneless": lambda text, _: damage.toneless(text),
    "blanks": lambda text, rng: damage.space_out(text, 0.12, rng),
    "zero width": lambda text, rng: damage.sprinkle(text, 0.1, rng),
    "wrapped": lambda text, _: damage.wrap(text, 23),
    "none": lambda text, _: text,
}


def plain(text: str) -> str:
    """Without blanks and line ends, marks in half width: what two readings must agree on."""
    return re.sub(r"\s+", "", text).translate(HALF_WIDTH)


def sources() -> list[str]:
    """Clean prose: the labelled passages before their damage, else the library's texts repaired."""
    path = GOLD / "composed_dev.jsonl"
    if path.exists():
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        passages = [row["base"] or row["text"] for row in rows]
        return ["\n".join(passages[i : i + 5]) for i in range(0, len(passages), 5)]
    return [clean(path.read_text("utf-8")).text for path in sorted(LIBRARY.glob("*.txt"))]


def agreement(expected: str, got: str) -> tuple[int, int]:
    """How many characters both have, in order; and how many the longer of them has."""
    matcher = SequenceMatcher(None, expected, got, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    return matched, max(len(expected), len(got))


def silent_digits(expected: str, result: CleanText) -> int:
    """Changes of digits that the repaired text does not mark as uncertain."""
    got = plain(result.text)
    kept = [index for index, sign in enumerate(result.text) if not sign.isspace()]
    matcher = SequenceMatcher(None, expected, got, autojunk=False)
    silent = 0
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal" or not re.search(r"\d", expected[first:last] + got[start:end]):
            continue
        raw = raw_place(result, kept, start, end)
        silent += result.is_certain(*raw)
    return silent


def raw_place(result: CleanText, kept: list[int], start: int, end: int) -> tuple[int, int]:
    """The raw offsets around characters start to end of the text without blanks."""
    first = result.ends[kept[start - 1]] if start else 0
    last = result.starts[kept[end]] if end < len(kept) else len(result.raw)
    return first, max(first, last)


def simulate(kind: str) -> Iterator[str]:
    """One line of results for a kind of simulated damage."""
    rng = random.Random(20)
    same = total = silent = uncertain = 0
    seconds = 0.0
    for text in sources():
        raw = DAMAGES[kind](text, rng)
        start = time.perf_counter()
        result = clean(raw)
        seconds += time.perf_counter() - start
        expected = plain(text)
        compared = (text, result.text) if kind in SPACING else (expected, plain(result.text))
        matched, length = agreement(*compared)
        same, total = same + matched, total + length
        silent += silent_digits(expected, result)
        uncertain += len(result.uncertain)
    rate = total / seconds
    yield f"{kind:12} {same / total:8.4%} {silent:6} {uncertain:6} {rate:10,.0f}"


def same(expected: str, got: str, kind: str) -> bool:
    """Whether a passage came out right: to the letter where only its spacing was damaged."""
    if kind in LITERAL:
        return got == expected
    return plain(got) == plain(expected)


def labelled(show: str | None) -> Iterator[str]:
    """The labelled damaged passages: how many come out as they were written, by kind."""
    path = GOLD / "composed_dev.jsonl"
    if not path.exists():
        return
    equal: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        kind = row["dirt"] or "none"
        result = clean(row["text"])
        good = same(row["base"] or row["text"], result.text, kind)
        counted[kind] += 1
        equal[kind] += good
        if show in (kind, "all") and not good:
            yield f"{row['id']}\n  {result.text!r}\n  {row['base']!r}"
    for kind in counted:
        yield f"{kind:40} {equal[kind]:3} of {counted[kind]:3}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", help="print the passages of this kind that differ (or: all)")
    show = parser.parse_args().show
    print("damage       characters silent uncertain  characters/s")
    for kind in DAMAGES:
        print(*simulate(kind), sep="\n")
    print(*labelled(show), sep="\n")


if __name__ == "__main__":
    main()

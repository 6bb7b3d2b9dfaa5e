"""Scores the reading of labelled passages: quotes found and missed, dates, verdicts.

Run: python -m tests.benchmarks.accuracy [--failures] [--only NAME] [--parity 0|1] [--clean]
Reads the project's own examples and, where they exist, the labelled passages beside the project.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indicators import cleaning, library, quantities, quotes, sentences
from indicators.quotes import Quote

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared/gold"
PASSAGES = ROOT / "tests/passages"
FILES = {
    "dev": GOLD / "dev.jsonl",
    "composed": PASSAGES / "composed.jsonl",
    "own": PASSAGES / "own.jsonl",
    "held_out": PASSAGES / "held_out.jsonl",
    "second": PASSAGES / "second.jsonl",
    "second_held_out": PASSAGES / "second_held_out.jsonl",
    "third": PASSAGES / "third.jsonl",
    "examples": ROOT / "tests/quotes_examples.jsonl",
}
# Set aside before the work began: scored, never looked into.
HELD_OUT = ("held_out", "second_held_out")
Key = tuple[object, ...]


@dataclass
class Score:
    """Counts over one set of passages."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    dated: int = 0
    dates: int = 0
    exact: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """Precision, recall, F1 on (span, indicator, kind, area, geo, level, value); dates."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        dates = self.dated / self.dates if self.dates else 1.0
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  as_of {dates:.3f}"
            f"  exact span {self.exact / max(self.dates, 1):.3f}"
            f"  ({self.right} of {self.labelled} labelled, {self.found} found)"
        )


def passages(name: str, parity: int | None) -> Iterator[dict[str, object]]:
    """The passages of one file, or every other one of them."""
    if FILES[name].exists():
        for number, line in enumerate(FILES[name].read_text(encoding="utf-8").splitlines()):
            if line.strip() and (parity is None or number % 2 == parity):
                yield json.loads(line)


def key(quote: dict[str, object]) -> Key:
    """What must be right for a quote to count, beside its place."""
    value = quote["value"]
    assert isinstance(value, int | float)
    names = (quote["indicator"], quote["kind"], quote["area"], quote["geo"], quote["level"])
    return (*names, float(f"{value:.6g}"))


def as_key(quote: Quote) -> Key:
    """The same of a quote found."""
    names = (quote.indicator, quote.kind, quote.area, quote.geo, quote.level)
    return (*names, float(f"{quote.quantity.value:.6g}"))


def date_is_right(quote: Quote, label: dict[str, object]) -> bool:
    """Whether the month told is the labelled one, or one that may be inferred."""
    if label["as_of"] is not None:
        return quote.as_of == label["as_of"]
    return quote.as_of in (None, label.get("as_of_inferred"))


@dataclass
class Found:
    """A quote found, with raw offsets."""

    start: int
    end: int
    quote: Quote


def read(passage: dict[str, object], clean_only: bool) -> list[Found]:
    """The quotes found in a passage."""
    raw = str(passage["base"] if clean_only and passage.get("base") else passage["text"])
    published = passage.get("published")
    text = cleaning.clean(raw)
    found = quotes.find(
        text.text,
        quantities.find(text.text),
        sentences.split(text.text),
        library.default(),
        str(published) if published else None,
    )
    spans = [text.raw_span(quote.quantity.start, quote.quantity.end) for quote in found]
    return [Found(*span, quote) for span, quote in zip(spans, found, strict=True)]


def match(label: dict[str, object], found: list[Found], anywhere: bool) -> Found | None:
    """The quote that a label describes: the same claim on an overlapping stretch of text."""
    for one in found:
        start, end = label["start"], label["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        overlaps = one.start < end and start < one.end
        if key(label) == as_key(one.quote) and (anywhere or overlaps):
            return one
    return None


def compare(
    passage: dict[str, object], score: Score, clean_only: bool
) -> tuple[list[str], list[str]]:
    """Adds one passage to the score; what is missed and what is found in excess."""
    labels = passage["quotes"]
    assert isinstance(labels, list)
    left = read(passage, clean_only)
    anywhere = bool(clean_only and passage.get("base"))
    missed = []
    for label in labels:
        one = match(label, left, anywhere)
        optional = bool(label.get("optional"))
        score.labelled += not optional
        if one is None:
            if not optional:
                missed.append(f"missed {describe(label['surface'], key(label))} @{label['as_of']}")
            continue
        left.remove(one)
        score.right += not optional
        score.found += not optional
        score.exact += (one.start, one.end) == (label["start"], label["end"])
        score.dates += 1
        score.dated += date_is_right(one.quote, label)
        if not date_is_right(one.quote, label):
            shown = describe(label["surface"], key(label))
            missed.append(f"date   {shown}: {one.quote.as_of} for {label['as_of']}")
    score.found += len(left)
    excess = [
        f"excess {describe(one.quote.quantity.surface, as_key(one.quote))} @{one.quote.as_of}"
        for one in left
    ]
    return missed, excess


def describe(surface: object, k: Key) -> str:
    """A quote in one line."""
    return f"{surface!s:12} {' '.join(str(part) for part in k)}"


def main() -> None:
    """Prints the scores, and the failures on demand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--only", choices=FILES)
    parser.add_argument("--parity", type=int, choices=(0, 1))
    parser.add_argument("--clean", action="store_true", help="read the undamaged text")
    arguments = parser.parse_args()
    for name in FILES:
        if arguments.only in (None, name):
            report(name, arguments)


def report(name: str, arguments: argparse.Namespace) -> None:
    """Prints the score of one file, as a whole and by kind of damage."""
    total, by_dirt = Score(), defaultdict(Score)
    clean_only = arguments.clean
    for passage in passages(name, arguments.parity):
        missed, excess = compare(passage, by_dirt[str(passage.get("dirt") or "none")], clean_only)
        if arguments.failures and name not in HELD_OUT and (missed or excess):
            shown = passage.get("base") if clean_only else None
            print(f"\n{passage['id']}  {shown or passage['text']}")
            print("\n".join(f"    {line}" for line in (*missed, *excess)))
    for score in by_dirt.values():
        for part in ("right", "found", "labelled", "dated", "dates", "exact"):
            setattr(total, part, getattr(total, part) + getattr(score, part))
    if total.labelled or total.found:
        print(f"\n{name:24} {total.line()}")
        for dirt, score in sorted(by_dirt.items()):
            print(f"  {dirt:22} {score.line()}")


if __name__ == "__main__":
    main()

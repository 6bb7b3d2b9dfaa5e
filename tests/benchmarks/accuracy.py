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
FILES = {
    "dev": ROOT.parent / "shared/gold/dev.jsonl",
    "composed_dev": ROOT.parent / "shared/gold/composed_dev.jsonl",
    "own": ROOT / "tests/quotes_examples.jsonl",
}
Key = tuple[object, ...]


@dataclass
class Score:
    """Counts over one set of passages."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    dated: int = 0
    dates: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """Precision, recall, F1 on (span, indicator, kind, area, geo, level, value); dates."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        dates = self.dated / self.dates if self.dates else 1.0
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  as_of {dates:.3f}"
            f"  ({self.right} of {self.labelled} labelled, {self.found} found)"
        )


def passages(name: str, parity: int | None) -> Iterator[dict[str, object]]:
    """The passages of one file, or every other one of them."""
    if FILES[name].exists():
        for number, line in enumerate(FILES[name].read_text(encoding="utf-8").splitlines()):
            if line.strip() and (parity is None or number % 2 == parity):
                yield json.loads(line)


def key(start: int, end: int, quote: dict[str, object]) -> Key:
    """What must be right for a quote to count."""
    value = quote["value"]
    assert isinstance(value, int | float)
    names = (quote["indicator"], quote["kind"], quote["area"], quote["geo"], quote["level"])
    return (start, end, *names, float(f"{value:.6g}"))


def as_key(start: int, end: int, quote: Quote) -> Key:
    """The same of a quote found."""
    names = (quote.indicator, quote.kind, quote.area, quote.geo, quote.level)
    return (start, end, *names, float(f"{quote.quantity.value:.6g}"))


def date_is_right(quote: Quote, label: dict[str, object]) -> bool:
    """Whether the month told is the labelled one, or one that may be inferred."""
    if label["as_of"] is not None:
        return quote.as_of == label["as_of"]
    return quote.as_of in (None, label.get("as_of_inferred"))


def read(passage: dict[str, object], clean_only: bool) -> dict[Key, Quote]:
    """The quotes found in a passage by their keys, with raw offsets."""
    raw = str(passage["text"])
    published = passage.get("published")
    text = cleaning.clean(raw)
    if clean_only and passage.get("base"):
        text = cleaning.clean(str(passage["base"]))
    found = quotes.find(
        text.text,
        quantities.find(text.text),
        sentences.split(text.text),
        library.default(),
        str(published) if published else None,
    )
    spans = [text.raw_span(quote.quantity.start, quote.quantity.end) for quote in found]
    return {as_key(*span, quote): quote for span, quote in zip(spans, found, strict=True)}


def compare(
    passage: dict[str, object], score: Score, clean_only: bool
) -> tuple[list[str], list[str]]:
    """Adds one passage to the score; what is missed and what is found in excess."""
    labels = passage["quotes"]
    assert isinstance(labels, list)
    found = read(passage, clean_only)
    expected = {key(label["start"], label["end"], label): label for label in labels}
    optional = {k for k, label in expected.items() if label.get("optional")}
    score.labelled += len(expected) - len(optional)
    score.found += len([k for k in found if k not in optional])
    missed, excess = [], []
    for k, label in expected.items():
        quote = found.get(k)
        if quote is None:
            if k not in optional:
                missed.append(f"missed {describe(label['surface'], k)} @{label['as_of']}")
            continue
        score.right += k not in optional
        score.dates += 1
        if date_is_right(quote, label):
            score.dated += 1
        else:
            missed.append(f"date   {describe(label['surface'], k)}: {quote.as_of} for {label['as_of']}")
    for k, quote in found.items():
        if k not in expected:
            excess.append(f"excess {describe(quote.quantity.surface, k)} @{quote.as_of}")
    return missed, excess


def describe(surface: object, k: Key) -> str:
    """A quote in one line."""
    return f"{surface!s:12} {' '.join(str(part) for part in k[2:])}"


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
        if arguments.failures and (missed or excess):
            print(f"\n{passage['id']}  {passage.get('base') if clean_only and passage.get('base') else passage['text']}")
            print("\n".join(f"    {line}" for line in (*missed, *excess)))
    for score in by_dirt.values():
        for part in ("right", "found", "labelled", "dated", "dates"):
            setattr(total, part, getattr(total, part) + getattr(score, part))
    if total.labelled or total.found:
        print(f"\n{name:24} {total.line()}")
        for dirt, score in sorted(by_dirt.items()):
            print(f"  {dirt:22} {score.line()}")


if __name__ == "__main__":
    main()

"""Scores the verdicts on labelled passages, and the contradictions found within them.

Run: python -m tests.benchmarks.verdicts [--failures]
Reads the labelled passages of tests/passages. Those held out are scored and never shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indicators import library, reading
from indicators.library import Library
from indicators.reading import Finding

PASSAGES = Path(__file__).resolve().parent.parent / "passages"
UNREAD = ("held_out.jsonl", "second_held_out.jsonl")
FILES = ("composed.jsonl", "own.jsonl", "second.jsonl", "third.jsonl", *UNREAD)
Passage = dict[str, Any]


def passages(name: str) -> Iterator[Passage]:
    """The passages of one file."""
    yield from map(json.loads, (PASSAGES / name).read_text(encoding="utf-8").splitlines())


def score_verdicts(name: str, shelf: Library, failures: bool) -> None:
    """How many labelled quotes are found and judged as labelled, by verdict."""
    labelled: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for passage in passages(name):
        read = reading.read(passage["text"], shelf, passage["published"])
        for label in passage["quotes"]:
            finding = _matching(read.findings, label)
            labelled[label["verdict"]] += 1
            found[label["verdict"]] += finding is not None
            if finding and finding.verdict.kind in (label["verdict"], *label["alt_verdicts"]):
                right[label["verdict"]] += 1
            elif failures:
                _show(passage, label, finding)
    print(f"{name}: {right.total() / found.total():.3f} of the {found.total()} quotes found")
    for kind, count in labelled.most_common():
        print(f"  {kind:13} {right[kind]:4} right of {found[kind]:4} found of {count:4}")


def _matching(findings: tuple[Finding, ...], label: Passage) -> Finding | None:
    for one in findings:
        quote = one.quote
        if (one.start, quote.indicator, quote.kind, quote.area, quote.level) == (
            label["start"], label["indicator"], label["kind"], label["area"], label["level"],
        ):  # fmt: skip
            return one
    return None


def _show(passage: Passage, label: Passage, finding: Finding | None) -> None:
    got = f"{finding.verdict.kind} ({finding.verdict.reason.rule})" if finding else "not found"
    wanted = label["verdict"]
    print(f"  {passage['id']} {label['surface']!r} {label['indicator']}: {got}, not {wanted}")
    if finding:
        quote = finding.quote
        print(
            "    ",
            quote.as_of,
            quote.basis,
            quote.inferred,
            quote.since,
            quote.scope,
            label["as_of"],
        )


def score_contradictions(shelf: Library, failures: bool) -> None:
    """The contradictory passages caught, and the consistent ones left alone."""
    caught = total = 0
    for passage in passages("inconsistent.jsonl"):
        read = reading.read(passage["text"], shelf)
        values = [one.inconsistent.recomputed for one in read.findings if one.inconsistent]
        wanted = passage["recomputed"]
        is_caught = any(abs(value - wanted) <= 1e-3 * abs(wanted) for value in values)
        total, caught = total + 1, caught + is_caught
        if failures and not is_caught:
            print(f"  {passage['id']} {passage['kind']}: {values}, not {wanted}")
            for one in read.findings:
                q = one.quote
                print("    ", one.surface, q.indicator, q.kind, q.area, q.scope, q.as_of, q.since)
    print(f"contradictory passages caught: {caught} of {total}")


def score_alarms(name: str, shelf: Library, failures: bool) -> None:
    """The contradictions reported where there is none."""
    alarms = consistent = 0
    for passage in passages(name):
        if any(label["error_kind"] for label in passage["quotes"]):
            continue
        consistent += 1
        read = reading.read(passage["text"], shelf, passage["published"])
        wrong = [one for one in read.findings if one.inconsistent]
        alarms += bool(wrong)
        for one in wrong if failures else ():
            print(f"  {passage['id']} {one.surface} {one.inconsistent}")
    print(f"{name}: {alarms} false alarms in {consistent} passages without an error")


def main() -> None:
    """Print both scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true")
    failures = parser.parse_args().failures
    shelf = library.load()
    for name in FILES:
        shown = failures and name not in UNREAD
        score_verdicts(name, shelf, shown)
        score_alarms(name, shelf, shown)
    score_contradictions(shelf, failures)


if __name__ == "__main__":
    main()

"""Reads every observation of data/ in ten forms of sentence: recall, and verdicts that are false.

Run: python -m tests.benchmarks.agreeing [--failures]
All the figures agree with the official ones, so none may be called wrong, unit_error, mislabelled.
"""

from __future__ import annotations

import argparse
from collections import Counter

from indicators import library
from tests.agreeing import FORMS, claims, false_verdicts, is_found


def main() -> None:
    """Print the share of figures found and right, by form, and every false verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true")
    failures = parser.parse_args().failures
    shelf = library.load()
    found: Counter[str] = Counter()
    read: Counter[str] = Counter()
    false: list[str] = []
    for claim in claims(shelf):
        for name, form in FORMS.items():
            sentence = form(claim)
            right = is_found(claim, sentence, shelf)
            read[name] += 1
            found[name] += right
            false += false_verdicts(sentence, shelf)
            if failures and not right:
                print(f"  not found: {sentence!r}")
    for name in FORMS:
        print(f"{name:14} {found[name] / read[name]:8.2%} of {read[name]}")
    print(f"{'all':14} {found.total() / read.total():8.2%} of {read.total()}")
    print(f"false verdicts: {len(false)}")
    print(*false, sep="\n")


if __name__ == "__main__":
    main()

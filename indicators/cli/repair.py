"""``repair``: the repaired text of some files, or the list of repairs."""

from __future__ import annotations

import argparse
import sys

from indicators import cleaning, documents, report
from indicators.cli import inputs


def run(options: argparse.Namespace) -> int:
    """Repair every file; 2 if one could not be read. Several files get a line with their name."""
    failed = False
    for name, clean in inputs.each(
        options.files,
        options.lang,
        lambda name, content: cleaning.clean(documents.text_of(name, content)),
    ):
        if clean is None:
            failed = True
            continue
        if len(options.files) > 1:
            sys.stdout.write(f"==> {name} <==\n")
        sys.stdout.write(
            report.repairs_text(clean, options.lang) if options.report else _ended(clean.text)
        )
    return inputs.FAILED if failed else 0


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"

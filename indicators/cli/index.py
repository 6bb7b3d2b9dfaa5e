"""``index``: the results of a corpus as a search index in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from indicators import bulk, library, search
from indicators.cli import inputs
from indicators.errors import InputError
from indicators.strings import text


def run(options: argparse.Namespace) -> int:
    """Build the index and say how many sentences it holds; 2 where it could not be built."""
    try:
        made = search.build(bulk.passages(options.results, library.default()), Path(options.out))
    except InputError as error:
        why = text(options.lang, f"input.{error.code}", **error.facts)
        inputs.complain(options.lang, options.results, why)
        return inputs.FAILED
    print(text(options.lang, "cli.indexed", sentences=f"{made.size:,}", folder=options.out))
    return 0

"""``sample``: data/corpus/, the made-up corpus and its check, written anew from the data."""

from __future__ import annotations

import argparse
import json
import sys

from indicators import bulk, library
from indicators.bulk import Order, Run
from indicators.cli import inputs
from indicators.corpus import sample
from indicators.errors import InputError
from indicators.strings import text


def run(options: argparse.Namespace) -> int:
    """Write the passages, check them, print the folder; 2 where that cannot be done."""
    folder = library.root() / "corpus"
    passages = folder / "passages.jsonl"
    folder.mkdir(exist_ok=True)
    lines = (json.dumps(one, ensure_ascii=False) for one in sample.passages(library.default()))
    passages.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    try:
        made = Run(str(folder / "checked"), mode="overwrite")
        bulk.check(str(passages), made, Order(), lambda *_: None)
    except InputError as error:
        why = text(options.lang, f"input.{error.code}", **error.facts)
        inputs.complain(options.lang, str(folder), why)
        return inputs.FAILED
    sys.stdout.write(f"{folder}\n")
    return 0

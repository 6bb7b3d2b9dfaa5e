"""``package``: data/datapackage.json, written anew from the data."""

from __future__ import annotations

import argparse
import sys

from indicators import library
from indicators.cli import inputs
from indicators.errors import DataError
from indicators.exports import package


def run(options: argparse.Namespace) -> int:
    """Write the file and print its path; 2 if the data have a problem, and nothing is written."""
    try:
        sys.stdout.write(f"{package.write(library.root())}\n")
    except DataError as problem:
        inputs.complain(options.lang, problem.path, problem.what)
        return inputs.FAILED
    return 0

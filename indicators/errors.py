"""The exceptions of the project: one for our own data, one for a visitor's input."""

from __future__ import annotations

from pathlib import Path


class DataError(Exception):
    """A file of ours is missing or wrong: which one, at which row, and what is the matter.

    ``line`` counts from 1 as an editor shows it; it is 0 when the whole file is meant.
    """

    def __init__(self, path: Path | str, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}" if line else f"{path}: {what}")
        self.path = str(path)
        self.line = line
        self.what = what


class InputError(Exception):
    """Input a visitor or caller brought cannot be read.

    ``code`` names a sentence in the string files (``input.<code>``); ``facts`` fills it.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

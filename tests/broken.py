"""Breaking a copy of the data in one place, and saying which file and line that is."""

from __future__ import annotations

from pathlib import Path

from indicators import library
from indicators.errors import DataError


def edit(root: Path, name: str, old: str, new: str) -> int:
    """Replace the only occurrence of ``old`` in a file under root; the line it stands on."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def only_problem(root: Path) -> DataError:
    """The one problem of the data under root; none or several fail the test."""
    problems = library.load(root).problems
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]

"""Writes a refresh into our files: all of them or none, and only what loads without a fault."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from indicators import library, vintages
from indicators.datafiles import read_csv, read_text
from indicators.errors import DataError
from indicators.refresh import Change, Refresh
from indicators.series import COLUMNS

_PUBLISHED = re.compile(r"^published\s*=.*$", re.MULTILINE)
_VINTAGES = Path("vintages.csv")
_Row = dict[str, str]


def write(root: Path, refreshed: Sequence[Refresh]) -> tuple[Path, ...]:
    """Put what is new and what changed into the data under ``root``; the files written.

    Raises DataError where the data would no longer load, OSError where the disk refuses; in both
    cases every file is as it was.
    """
    real = [one for refresh in refreshed for one in refresh.changes if one.what != "gone"]
    if not real:
        return ()
    texts = {
        Path("indicators", f"{name}.csv"): _table(root, name, real)
        for name in dict.fromkeys(change.indicator for change in real)
    }
    revised = [one for one in real if one.what == "changed"]
    if revised:
        texts[_VINTAGES] = _with_vintages(root, refreshed)
    for refresh in refreshed:
        about = Path("sources", f"{refresh.source}.toml")
        dated = f'published = "{refresh.updated}"'
        texts[about] = _PUBLISHED.sub(dated, read_text(root / about), count=1)
    _rehearse(root, texts)
    _replace(root, texts)
    return tuple(root / path for path in texts)


def _table(root: Path, indicator: str, changes: Sequence[Change]) -> str:
    """The CSV file of an indicator after the changes; within a month new places come last."""
    rows = [dict(row.values) for row in read_csv(root / "indicators" / f"{indicator}.csv", COLUMNS)]
    given = {(one.geo, one.as_of): one for one in changes if one.indicator == indicator}
    for row in rows:
        change = given.get((row["geo"], row["as_of"]))
        if change and change.what == "changed" and (row["area"], row["scope"]) == ("total", ""):
            row |= {"value": change.after, "printed": change.after}
    rows += [_row(change) for change in given.values() if change.what == "new"]
    rows.sort(key=lambda row: row["as_of"])
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _with_vintages(root: Path, refreshed: Sequence[Refresh]) -> str:
    """data/vintages.csv with the figures replaced now: texts of before are held to them."""
    text = read_text(root / _VINTAGES)
    out = io.StringIO()
    writer = csv.DictWriter(out, vintages.COLUMNS, lineterminator="\n")
    for refresh in refreshed:
        for change in refresh.changes:
            if change.what == "changed":
                writer.writerow(_vintage(change, refresh.updated[:7]))
    return text.rstrip("\n") + "\n" + out.getvalue()


def _vintage(change: Change, superseded: str) -> _Row:
    told = {"indicator": change.indicator, "superseded": superseded}
    figure = _row(change) | {"value": change.before, "printed": change.before}
    return {name: (figure | told)[name] for name in vintages.COLUMNS}


def _row(change: Change) -> _Row:
    told = {"as_of": change.as_of, "geo": change.geo, "area": "total", "source": change.source}
    figure = {"value": change.after, "printed": change.after, "status": "seen"}
    return dict.fromkeys(COLUMNS, "") | told | figure


def _rehearse(root: Path, texts: Mapping[Path, str]) -> None:
    """Load a copy of the data with the new files; a fault that was not there is raised."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(root, Path(folder, "data")))
        before = {problem.what for problem in library.load(copy).problems}
        for path, text in texts.items():
            (copy / path).write_text(text, encoding="utf-8", newline="\n")
        for problem in library.load(copy).problems:
            if problem.what not in before:
                path = root / Path(problem.path).relative_to(copy)
                raise DataError(path, problem.line, problem.what)


def _replace(root: Path, texts: Mapping[Path, str]) -> None:
    """Put every file in its place at one stroke each; on a failure put back those that were."""
    old = {path: (root / path).read_bytes() for path in texts}
    try:
        for path, text in texts.items():
            _put(root / path, text.encode())
    except OSError:
        for path, content in old.items():
            if (root / path).read_bytes() != content:
                with suppress(OSError):
                    _put(root / path, content)
        raise


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

"""The folder of results: one file of each table for each part, and what they were made from."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from indicators import storage
from indicators.bulk.checking import NAMES
from indicators.errors import InputError

_ROWS = 4096  # read at a time
Mode = Literal["new", "resume", "overwrite"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a part gave: rows of each table."""

    part: int
    quotes: int
    texts: int
    rejects: int


def save(folder: str, part: int, tables: Mapping[str, Any]) -> Tally:
    """Write the tables of a part, each whole or not at all; the part is done with the last one."""
    system, root = storage.located(folder)
    for name in NAMES:
        out = io.BytesIO()
        pq.write_table(tables[name], out, compression="zstd")
        storage.put(system, _path(root, name, part), out.getvalue())
    return Tally(part, *(tables[name].num_rows for name in NAMES))


def open_(folder: str, made_from: Mapping[str, object], parts: int, mode: Mode) -> list[Tally]:
    """Make the folder ready and tell which parts are done in it.

    ``made_from`` holds all that the results depend on. Raises InputError where the folder holds
    something else, or results and no leave to go on with them or to overwrite them.
    """
    with storage.told(folder):
        return _opened(folder, made_from, parts, mode)


def _opened(folder: str, made_from: Mapping[str, object], parts: int, mode: Mode) -> list[Tally]:
    system, root = storage.located(folder)
    before = _manifest(system, root, folder)
    if not any(path.endswith(".parquet") for path in _found(system, root)):
        before = None  # a run that was stopped before its first part leaves nothing to lose
    if before is not None and mode == "new":
        raise InputError("bulk_taken", folder=folder)
    if before is not None and mode == "overwrite":
        _empty(system, root)
    if before is not None and mode == "resume":
        _same(before, made_from, folder)
        return [tally for part in range(parts) if (tally := _done(system, root, part))]
    _write(system, root, made_from, complete=False)
    return []


def finish(folder: str, made_from: Mapping[str, object]) -> None:
    """Note that every part is there; what killed processes left half-written is taken away."""
    system, root = storage.located(folder)
    for path in _found(system, root):
        if path.endswith(storage.UNFINISHED):
            system.rm_file(path)
    _write(system, root, made_from, complete=True)


def rows(folder: str, name: str, columns: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The rows of a table (NAMES) of finished results, part by part, a few in memory at a time.

    Raises InputError for a folder that holds none, or whose check was stopped.
    """
    system, root = storage.located(folder)
    made_from = _manifest(system, root, folder)
    if made_from is None:
        raise InputError("bulk_no_results", folder=folder)
    if not json.loads(system.cat_file(f"{root}/{storage.MANIFEST}"))["complete"]:
        raise InputError("bulk_stopped", folder=folder)
    paths = sorted(path for path in _found(system, root) if f"/{name}/part-" in path)
    for path in paths:
        try:
            with system.open(path, "rb") as stream:
                for batch in pq.ParquetFile(stream).iter_batches(_ROWS, columns=list(columns)):
                    yield from batch.to_pylist()
        except (OSError, pa.ArrowException):
            raise InputError("bulk_damaged", address=path) from None


def _write(system: Any, root: str, made_from: Mapping[str, object], complete: bool) -> None:
    manifest = {"indicators": 1, "complete": complete, "made_from": dict(made_from)}
    content = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    storage.put(system, f"{root}/{storage.MANIFEST}", content.encode("utf-8", "replace"))


def _manifest(system: Any, root: str, folder: str) -> Mapping[str, Any] | None:
    """What results there are made from; None for an empty folder or none."""
    if system.isfile(root):
        raise InputError("bulk_foreign", folder=folder)
    names = (
        [PurePosixPath(one).name for one in system.ls(root, False)] if system.exists(root) else []
    )
    if storage.MANIFEST not in names:
        if any(not name.endswith(storage.UNFINISHED) for name in names):
            raise InputError("bulk_foreign", folder=folder)
        return None
    try:
        manifest = json.loads(system.cat_file(f"{root}/{storage.MANIFEST}"))
        made_from = manifest["made_from"] if manifest["indicators"] == 1 else None
    except (ValueError, LookupError, TypeError):
        made_from = None
    if not isinstance(made_from, dict):
        raise InputError("bulk_foreign", folder=folder)
    return made_from


def _same(before: Mapping[str, Any], now: Mapping[str, object], folder: str) -> None:
    if before.get("input") != now["input"]:
        raise InputError("bulk_other_input", folder=folder)
    differing = [name for name in now if before.get(name) != now[name]]
    if differing:
        raise InputError("bulk_other_order", folder=folder, what=" ".join(differing))


def _empty(system: Any, root: str) -> None:
    """Take away the results; stopped half-way, they are not taken for those of any input."""
    _write(system, root, {}, complete=False)
    for path in _found(system, root):
        system.rm_file(path)


def _found(system: Any, root: str) -> list[str]:
    """The files of parts that are there, half-written ones included."""
    folders = [f"{root}/{name}" for name in NAMES if system.isdir(f"{root}/{name}")]
    listed = (path for folder in folders for path in system.ls(folder, False))
    return [path for path in listed if PurePosixPath(path).name.startswith("part-")]


def _done(system: Any, root: str, part: int) -> Tally | None:
    """What a part that is done gave; None where a file of it lacks or cannot be read."""
    counts = []
    for name in NAMES:
        try:
            with system.open(_path(root, name, part), "rb") as stream:
                counts.append(pq.ParquetFile(stream).metadata.num_rows)
        except (OSError, pa.ArrowException):
            return None
    return Tally(part, *counts)


def _path(root: str, name: str, part: int) -> str:
    return f"{root}/{name}/part-{part:06d}.parquet"

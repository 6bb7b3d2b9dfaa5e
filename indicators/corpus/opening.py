"""A folder of results opened: whole, of the right columns, and closed to everything else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import duckdb
from fsspec.implementations.local import LocalFileSystem

from indicators import storage
from indicators.corpus.asking import Corpus, ask
from indicators.errors import InputError

MEMORY = "512MB"  # for all questions of a process together
# What is asked of each table, with DuckDB's names of the types.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "quotes": {
        "text": "VARCHAR",
        "surface": "VARCHAR",
        "sentence": "VARCHAR",
        "indicator": "VARCHAR",
        "kind": "VARCHAR",
        "geo": "VARCHAR",
        "area": "VARCHAR",
        "value": "DOUBLE",
        "unit": "VARCHAR",
        "as_of": "VARCHAR",
        "verdict": "VARCHAR",
        "reference": "STRUCT(",
        "difference": "DOUBLE",
        "reason": "VARCHAR",
    },
    "texts": {
        "id": "VARCHAR",
        "title": "VARCHAR",
        "source": "VARCHAR",
        "published": "VARCHAR",
        "quotes": "BIGINT",
    },
}


def open_(address: str) -> Corpus:
    """Open the folder that a bulk check wrote, by path or by any address fsspec knows.

    Hardly more than its footers is read. Raises InputError with a sentence where there is none,
    where it is not finished, damaged, or has other columns.
    """
    system, root = storage.located(address)
    made_from = _made_from(system, root)
    files = {name: _parts(system, root, name) for name in COLUMNS}
    parts = [{PurePosixPath(path).name for path in paths} for paths in files.values()]
    if not parts[0] or parts[0] != parts[1]:
        raise InputError("corpus_damaged")
    connection = _closed_in(system, root)
    for name, paths in files.items():
        _view(connection, name, paths)
        _check(connection, name)
    texts = _texts(connection)
    return Corpus(
        connection, str(made_from.get("lang", "zh")), str(made_from.get("data", "")), texts
    )


def stamp(address: str) -> bytes:
    """What is another when the results in a folder are others. Raises InputError as open_ does."""
    return _manifest(*storage.located(address))


def _manifest(system: Any, root: str) -> bytes:
    try:
        return bytes(system.cat_file(f"{root}/{storage.MANIFEST}"))
    except FileNotFoundError:
        raise InputError("corpus_foreign" if system.exists(root) else "corpus_gone") from None
    except OSError:
        raise InputError("corpus_foreign") from None


def _made_from(system: Any, root: str) -> Mapping[str, Any]:
    try:
        manifest = json.loads(_manifest(system, root))
        made_from, complete = manifest["made_from"], manifest["complete"]
    except (ValueError, LookupError, TypeError):
        raise InputError("corpus_foreign") from None
    if not isinstance(made_from, dict):
        raise InputError("corpus_foreign")
    if complete is not True:
        raise InputError("corpus_unfinished")
    return made_from


def _parts(system: Any, root: str, name: str) -> list[str]:
    """The files of a table in the order of the corpus, as DuckDB names them."""
    folder = f"{root}/{name}"
    found = sorted(system.ls(folder, detail=False)) if system.isdir(folder) else []
    local = isinstance(system, LocalFileSystem)
    return [
        path if local else str(system.unstrip_protocol(path))
        for path in found
        if PurePosixPath(path).name.startswith("part-") and path.endswith(".parquet")
    ]


def _closed_in(system: Any, root: str) -> duckdb.DuckDBPyConnection:
    """A database in memory that reaches these files and nothing else: no other folder, no
    network of its own, no extension; an object store is read through fsspec."""
    connection = duckdb.connect(":memory:")
    local = isinstance(system, LocalFileSystem)
    if not local:
        connection.register_filesystem(system)
    folder = root if local else str(system.unstrip_protocol(root))
    for setting in (
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        f"memory_limit = '{MEMORY}'",
        "temp_directory = ''",  # the file system of a container may be read-only
        f"allowed_directories = [{_literal(folder + '/')}]",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")
    return connection


def _view(connection: duckdb.DuckDBPyConnection, name: str, paths: Sequence[str]) -> None:
    listed = ", ".join(map(_literal, paths))
    question = f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}], filename = true)"
    ask(connection, question, {})


def _check(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    found = {row[0]: str(row[1]) for row in ask(connection, f"DESCRIBE {name}", {})}
    for column, kind in COLUMNS[name].items():
        if not found.get(column, "").startswith(kind):
            raise InputError("corpus_columns", table=name, column=column)


def _texts(connection: duckdb.DuckDBPyConnection) -> int:
    """How many texts there are, which must have as many quotes as there are."""
    question = """
        SELECT count(*), coalesce(sum(quotes), 0) = (SELECT count(*) FROM quotes) FROM texts
    """
    ((texts, whole),) = ask(connection, question, {})
    if not whole:
        raise InputError("corpus_damaged")
    return int(texts)


def _literal(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"

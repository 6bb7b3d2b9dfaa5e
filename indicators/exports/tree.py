"""Everything that is given out, as files by their path: the zip holds and the server serves it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from indicators.exports import package, readme, rows, sheets
from indicators.exports.rows import json_bytes
from indicators.library import Library

INDEX = "indicators.json"


@lru_cache(maxsize=2)
def files(library: Library, root: Path) -> Mapping[str, bytes]:
    """Every file by its path. ``root`` is the folder the library was loaded from."""
    tables = [
        sheets.indicators(library),
        sheets.sources(library),
        sheets.corrections(library),
        sheets.quotes(library),
        *sheets.others(root),
    ]
    found = {INDEX: index(library)}
    for known in library.indicators.values():
        points = library.observations[known.id]
        found[f"indicators/{known.id}.csv"] = rows.csv_file(points, known, library)
        found[f"indicators/{known.id}.json"] = rows.json_file(points, known, library)
    for sheet in tables:
        found[sheet.path] = sheet.file()
    found["sources.json"] = json_bytes(tables[1].records())
    found[package.NAME] = package.given_out(library, tables)
    found["references.bib"] = readme.bibliography(library)
    found["NOTICES.txt"] = readme.notices(library, tables)
    found["README.txt"] = readme.readme(library, found)
    return MappingProxyType(dict(sorted(found.items())))


@lru_cache(maxsize=2)
def archive(library: Library, root: Path) -> bytes:
    """All files in one zip, made in memory; the same data give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files(library, root).items():
            # Without a date of its own a file would carry the time of packing.
            entry = zipfile.ZipInfo(f"zhibiao-youju/{name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, content)
    return packed.getvalue()


def index(library: Library) -> bytes:
    """The indicators there are, what each one means, and where its figures stand."""
    return json_bytes(
        {
            "version": library.version,
            "released": library.released,
            "indicators": [_entry(id, library) for id in library.indicators],
        }
    )


def _entry(id: str, library: Library) -> dict[str, object]:
    points = library.observations[id]
    months = [point.as_of for point in points]
    return {
        **rows.about(library.indicators[id]),
        "figures": len(points),
        "first": min(months, default=None),
        "last": max(months, default=None),
        "geos": sorted({point.geo for point in points}),
        "csv": f"indicators/{id}.csv",
        "json": f"indicators/{id}.json",
    }

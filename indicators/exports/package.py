"""datapackage.json: a Frictionless Data Package (version 2) of data/, and of what is given out.

data/datapackage.json describes the files as they lie in data/; the one that the zip and the server
give out describes the same figures with their provenance in every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from indicators import library as data
from indicators.catalogue import Indicator
from indicators.exports import rows, sheets
from indicators.exports.fields import OURS, Descriptor, schema
from indicators.exports.rows import json_bytes
from indicators.exports.sheets import Sheet
from indicators.library import Library
from indicators.series import COLUMNS, Observation
from indicators.sources import Source
from indicators.strings import text
from indicators.texts import QUOTE_COLUMNS

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NAME = "datapackage.json"
_REQUIRED = ("as_of", "geo", "area", "value", "source", "status")
_KEY = ("as_of", "geo", "area", "level", "scope")


def in_repository(library: Library, root: Path) -> bytes:
    """The descriptor of data/ as it lies there; sources and indicators, TOML there, stand in it."""
    figures = [_figures(known, library, COLUMNS) for known in library.indicators.values()]
    reviewed = [_quotes(slug) for slug in library.documents]
    tables = [_described(sheet, library) for sheet in sheets.others(root)]
    inline = [_inline(sheet) for sheet in (sheets.indicators(library), sheets.sources(library))]
    return json_bytes(_package(library, [*figures, *reviewed, *tables, *inline]))


def given_out(library: Library, tables: Iterable[Sheet]) -> bytes:
    """The descriptor of the files that the zip and the server give out."""
    figures = [_figures(known, library, rows.COLUMNS) for known in library.indicators.values()]
    others = [_described(sheet, library) for sheet in tables]
    return json_bytes(_package(library, [*figures, *others]))


def write(root: Path) -> Path:
    """Write data/datapackage.json anew; DataError if the data have a problem."""
    library = data.load(root)
    if library.problems:
        raise library.problems[0]
    path = root / NAME
    path.write_bytes(in_repository(library, root))
    return path


def _package(library: Library, resources: Sequence[Descriptor]) -> Descriptor:
    return {
        "$schema": PROFILE,
        "name": "zhibiao-youju",
        "title": f"{text('zh', 'app.name')} {text('en', 'app.name')}",
        "description": f"{text('zh', 'app.description')} {text('en', 'app.description')}",
        "version": library.version,
        **({"created": f"{library.released}T00:00:00Z"} if library.released else {}),
        "keywords": ["China", "digital government", "internet", "indicators", "fact-checking"],
        "licenses": [{"name": "MIT", "title": text("en", "package.licence")}],
        "contributors": [{"title": text("en", "app.name"), "roles": ["compiler"]}],
        "sources": _publishers(library.sources.values()),
        "resources": list(resources),
    }


def _figures(indicator: Indicator, library: Library, columns: Sequence[str]) -> Descriptor:
    points = library.observations[indicator.id]
    used = _used(points, library)
    return {
        **_table(indicator.id, f"indicators/{indicator.id}.csv"),
        "title": f"{indicator.name.zh} {indicator.name.en}",
        "description": f"{indicator.definition.zh} {indicator.definition.en}",
        **_origin(used, library),
        # An empty level or scope is a value of its own, and part of the key.
        "schema": {
            **schema(columns, {**OURS, **_limits(indicator)}, _REQUIRED, _KEY),
            "missingValues": [],
        },
    }


def _limits(indicator: Indicator) -> dict[str, Descriptor]:
    """What an indicator allows: its own areas, levels and scopes, and no value below zero."""
    value: Descriptor = {"minimum": 0, **({"maximum": 100} if indicator.unit == "percent" else {})}
    limits: dict[str, Descriptor] = {"value": {"type": "number", "constraints": value}}
    choices = {"area": indicator.areas, "level": indicator.levels, "scope": indicator.scopes}
    return limits | {
        column: {"constraints": {"enum": list(allowed)}} for column, allowed in choices.items()
    }


def _quotes(slug: str) -> Descriptor:
    required = ("surface", "indicator", "kind", "value", "unit", "expected")
    return {
        **_table(f"quotes-{slug}", f"texts/{slug}.quotes.csv"),
        "title": f"{text('zh', 'package.quotes')} {text('en', 'package.quotes')}",
        "schema": schema(QUOTE_COLUMNS, OURS, required),
    }


def _described(sheet: Sheet, library: Library) -> Descriptor:
    return {
        **_table(sheet.name, sheet.path),
        **_origin(sheet.used(library), library),
        "schema": schema(sheet.columns, sheet.known(), sheet.required, sheet.key),
    }


def _inline(sheet: Sheet) -> Descriptor:
    return {
        "name": sheet.name,
        "type": "table",
        "data": sheet.records(),
        "schema": schema(sheet.columns, sheet.known(), sheet.required, sheet.key),
    }


def _table(name: str, path: str) -> Descriptor:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }


def _origin(used: Sequence[Source], library: Library) -> Descriptor:
    """Whose figures a table holds and under which licences; without any, it inherits neither."""
    licences = [
        {**({"name": one.id} if one.id else {}), "title": one.title, "path": one.url}
        for one in library.terms.of(used)
    ]
    publishers = _publishers(used)
    return {
        **({"sources": publishers} if publishers else {}),
        **({"licenses": licences} if licences else {}),
    }


def _used(points: Iterable[Observation], library: Library) -> list[Source]:
    return [library.sources[id] for id in dict.fromkeys(point.source for point in points)]


def _publishers(used: Iterable[Source]) -> list[Descriptor]:
    """Each publisher once, with the first address that one of its publications gives."""
    found: dict[str, str] = {}
    for source in used:
        name = f"{source.publisher_zh} {source.publisher_en}"
        found[name] = found.get(name) or source.url or ""
    return [{"title": name, **({"path": url} if url else {})} for name, url in found.items()]

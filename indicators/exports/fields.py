"""The columns of our CSV files in the words of Table Schema: types, constraints, keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from indicators.catalogue import AREAS, FAMILIES, LEVELS
from indicators.checks import VerdictKind
from indicators.series import Status
from indicators.strings import has, text
from indicators.texts import KINDS
from indicators.units import Unit

Descriptor = dict[str, Any]
SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
# What our own columns hold; a column that is not here holds text.
OURS: Mapping[str, Descriptor] = {
    "as_of": {"type": "yearmonth"},
    "value": {"type": "number"},
    "expect": {"type": "number"},
    "number": {"type": "integer"},
    "area": {"constraints": {"enum": list(AREAS)}},
    "level": {"constraints": {"enum": [level for level in LEVELS if level]}},
    "family": {"constraints": {"enum": list(FAMILIES)}},
    "unit": {"constraints": {"enum": list(get_args(Unit))}},
    "status": {"constraints": {"enum": list(get_args(Status))}},
    "kind": {"constraints": {"enum": list(KINDS)}},
    "expected": {"constraints": {"pattern": rf"({'|'.join(VerdictKind)})(\|\w+)*"}},
    "published": {"constraints": {"pattern": r"(\d{4}(-\d{2}){0,2})?"}},
    "url": {"constraints": {"pattern": "(https://.+)?"}},
}
# Columns that name a row of another table: which table, and its column.
_LINKS: Mapping[str, tuple[str, str]] = {
    "geo": ("places", "code"),
    "source": ("sources", "id"),
    "indicator": ("indicators", "id"),
}

# How the cells of a column of a type are written, the narrowest type first.
_FORMS: Mapping[str, str] = {
    "integer": r"-?\d{1,15}",
    "number": r"-?\d{1,15}(\.\d+)?",
    "yearmonth": r"\d{4}-(0[1-9]|1[0-2])",
    "date": r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
}


def schema(
    columns: Sequence[str],
    kinds: Mapping[str, Descriptor] = OURS,
    required: Sequence[str] = (),
    key: Sequence[str] = (),
) -> Descriptor:
    """The Table Schema of a file with these columns.

    ``kinds`` says what a column holds; ``required`` columns have no empty cell and those of
    ``key`` are unique together. Columns named geo, source and indicator refer to their tables.
    """
    fields = [_field(column, kinds.get(column, {}), column in required) for column in columns]
    described: Descriptor = {"$schema": SCHEMA, "fields": fields}
    if key:
        described["primaryKey"] = list(key)
    links = [_link(column) for column in columns if column in _LINKS]
    if links:
        described["foreignKeys"] = links
    return described


def kinds_of(rows: Iterable[Mapping[str, str]]) -> Mapping[str, Descriptor]:
    """What the columns of a table hold, read from its cells: numbers, months, days or text."""
    cells: dict[str, list[str]] = {}
    for row in rows:
        for column, cell in row.items():
            cells.setdefault(column, []).extend([cell] if cell else [])
    return {column: {"type": _type(found)} for column, found in cells.items()}


def _type(cells: Sequence[str]) -> str:
    for name, pattern in _FORMS.items():
        if cells and all(re.fullmatch(pattern, cell, re.ASCII) for cell in cells):
            return name
    return "string"


def _field(column: str, kind: Descriptor, required: bool) -> Descriptor:
    field: Descriptor = {"name": column, "type": kind.get("type", "string")}
    if has("en", f"column.{column}"):
        field["description"] = f"{text('zh', f'column.{column}')} {text('en', f'column.{column}')}"
    limits = {**kind.get("constraints", {}), **({"required": True} if required else {})}
    if limits:
        field["constraints"] = limits
    return field


def _link(column: str) -> Descriptor:
    table, field = _LINKS[column]
    return {"fields": [column], "reference": {"resource": table, "fields": [field]}}

"""``series``: the official figures of one indicator."""

from __future__ import annotations

import argparse
import csv
import difflib
import io
import json
import sys
from collections.abc import Sequence

from indicators import library
from indicators.cli import inputs
from indicators.columns import aligned
from indicators.library import Library
from indicators.series import Observation
from indicators.spreadsheets import guarded
from indicators.strings import text

COLUMNS = (
    "indicator", "as_of", "geo", "area", "level", "scope", "value", "printed", "source", "status",
    "note",
)  # fmt: skip
_TABLE = ("as_of", "geo", "area", "level", "scope", "printed", "value", "source", "status")


def run(options: argparse.Namespace) -> int:
    """Print the figures, oldest first; 2 if there is no such indicator, or none for the choice."""
    data = library.default()
    if options.indicator not in data.indicators:
        inputs.complain(options.lang, options.indicator, _unknown(options, data))
        return inputs.FAILED
    found = [
        one
        for one in data.observations[options.indicator]
        if options.area in (None, one.area) and options.geo in (None, one.geo)
    ]
    if not found:
        inputs.complain(options.lang, options.indicator, text(options.lang, "cli.no_figures"))
        return inputs.FAILED
    sys.stdout.write(_FORMATS[options.format](found))
    return 0


def _unknown(options: argparse.Namespace, data: Library) -> str:
    near = difflib.get_close_matches(options.indicator, data.indicators, n=3) or data.indicators
    return text(options.lang, "cli.unknown_indicator", known=" ".join(near))


def _value(observation: Observation) -> float | int:
    return int(observation.value) if observation.value.is_integer() else observation.value


def _record(observation: Observation) -> dict[str, str | float | int]:
    return {
        name: _value(observation) if name == "value" else getattr(observation, name)
        for name in COLUMNS
    }


def _json(found: Sequence[Observation]) -> str:
    return json.dumps([_record(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _csv(found: Sequence[Observation]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(_record(one)) for one in found)
    return out.getvalue()


def _cells(record: dict[str, str | float | int]) -> dict[str, str | float | int]:
    """The same without a cell that a spreadsheet would take for a formula."""
    return {name: guarded(cell) if isinstance(cell, str) else cell for name, cell in record.items()}


def _table(found: Sequence[Observation]) -> str:
    records = [_record(one) for one in found]
    used = [name for name in _TABLE if any(record[name] != "" for record in records)]
    return aligned([used, *([str(record[name]) for name in used] for record in records)])


_FORMATS = {"json": _json, "csv": _csv, "table": _table}

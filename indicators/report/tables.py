"""Records as text: JSON lines, CSV that a spreadsheet cannot execute, columns for a terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from indicators import spreadsheets
from indicators.cleaning import CleanText
from indicators.columns import aligned
from indicators.report.rows import KEYS, Row
from indicators.strings import Lang, has, text

REFERENCE_KEYS = ("indicator", "area", "as_of", "value", "source", "status")
_FLAT = {
    "reference": tuple(f"reference_{key}" for key in REFERENCE_KEYS),
    "inconsistent": ("inconsistent_with", "inconsistent_recomputed", "inconsistent_reason"),
}
COLUMNS = tuple(column for key in KEYS for column in _FLAT.get(key, (key,)))
_SHORT = 24


def jsonl_text(rows: Iterable[Row]) -> str:
    """One JSON object a line, Chinese as it is."""
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def json_text(rows: Iterable[Row]) -> str:
    """One JSON array of all rows, indented, Chinese as it is."""
    return json.dumps(list(rows), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def csv_text(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> str:
    """CSV with a header. Text that a spreadsheet would take for a formula is quoted with '."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        flat = _flattened(row)
        writer.writerow([_guarded(flat.get(column)) for column in columns])
    return out.getvalue()


def _flattened(row: Row) -> Mapping[str, object]:
    flat = dict(row)
    for key in _FLAT:
        inner = flat.pop(key, None)
        if isinstance(inner, Mapping):
            flat |= {f"{key}_{name}": value for name, value in inner.items()}
    return flat


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(str(item) for item in value)
    return str(value)


def _guarded(value: object) -> str:
    return spreadsheets.guarded(value) if isinstance(value, str) else _cell(value)


def table_text(rows: Iterable[Row], lang: Lang) -> str:
    """The findings as aligned columns: verdict, month, indicator, quoted, official, reason."""
    cells = [[text(lang, f"report.column_{name}") for name in _TABLE]]
    cells += [[_shown(row, name, lang) for name in _TABLE] for row in rows]
    return aligned(cells)


_TABLE = ("text", "verdict", "as_of", "indicator", "surface", "reason")


def _shown(row: Row, name: str, lang: Lang) -> str:
    value = _cell(row[name]).replace("\n", " ")
    if name == "verdict":
        marks = [text(lang, f"verdict.{value}")]
        marks += [text(lang, "verdict.inconsistent")] if row["inconsistent"] else []
        return "·".join(marks)
    return value if name == "reason" or len(value) <= _SHORT else value[: _SHORT - 1] + "…"


def repairs_text(clean: CleanText, lang: Lang) -> str:
    """What was repaired and where, doubtful places marked; removed spam is counted, never shown."""
    lines = []
    for repair in clean.repairs:
        if repair.kind == "spam":
            continue
        mark = "" if repair.certain else text(lang, "report.doubtful")
        change = f"{repair.before!r} → {repair.after!r}"
        lines.append([f"{repair.start}-{repair.end}", _kind(repair.kind, lang), mark, change])
    doubtful = sum(not repair.certain for repair in clean.repairs)
    removed = sum(repair.kind == "spam" for repair in clean.repairs)
    summary = text(
        lang,
        "report.repairs",
        count=len(clean.repairs) - removed,
        doubtful=doubtful,
        removed=removed,
    )
    return aligned(lines) + summary + "\n"


def _kind(kind: str, lang: Lang) -> str:
    key = f"repair.kind.{kind}"
    return text(lang, key) if has(lang, key) else kind

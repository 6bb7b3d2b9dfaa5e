"""Findings for people and programs: JSON lines, CSV, a table for the terminal, a page to print."""

from __future__ import annotations

from indicators.report.marked import revised_html
from indicators.report.page import page
from indicators.report.references import references
from indicators.report.rows import KEYS, Row, rows
from indicators.report.tables import csv_text, json_text, jsonl_text, repairs_text, table_text

__all__ = [
    "KEYS",
    "Row",
    "csv_text",
    "json_text",
    "jsonl_text",
    "page",
    "references",
    "repairs_text",
    "revised_html",
    "rows",
    "table_text",
]

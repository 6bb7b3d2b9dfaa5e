"""Units of measurement: which there are, how a value in one is written, and its printed precision."""

from __future__ import annotations

from typing import Literal

Unit = Literal[
    "person",
    "account",
    "domain",
    "site",
    "portal",
    "item",
    "category",
    "province",
    "percent",
    "point",
    "times",
    "index",
    "rank",
]
COUNTED: frozenset[str] = frozenset(
    {"person", "account", "domain", "site", "portal", "item", "category", "province"}
)

"""Units of measurement: which there are, and how values in them are written for people."""

from __future__ import annotations

from dataclasses import dataclass
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

_CLASSIFIERS = {"person": "人", "item": "项", "category": "类"}  # all other things: 个
_NOUNS = {
    "person": "people",
    "account": "accounts",
    "domain": "domain names",
    "site": "websites",
    "portal": "portals",
    "item": "items",
    "category": "categories",
    "province": "provinces",
}
_AXES = {
    "percent": ("%", "%"),
    "point": ("百分点", "points"),
    "times": ("倍", "times"),
    "index": ("指数", "index"),
    "rank": ("名次", "rank"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """How an axis shows a unit: values are divided by ``divisor`` and ``label`` names the rest."""

    divisor: float
    label: str


def classifier(unit: Unit) -> str:
    """The Chinese measure word of things that are counted: 人, 个, 项, 类; "" for other units."""
    return _CLASSIFIERS.get(unit, "个") if unit in COUNTED else ""


def noun(unit: Unit, lang: str) -> str:
    """What a column of such values counts: 人 or people, % or %."""
    if unit in COUNTED:
        return _NOUNS[unit] if lang == "en" else classifier(unit)
    return _AXES[unit][lang == "en"]


def text(value: float, unit: Unit, lang: str) -> str:
    """A value as prose writes it: 7.72亿人 or 772 million, 134,827个, 55.8%, 第65位 or rank 65.

    ``value`` is in base units. From 1亿 on counts are rounded to the 0.01亿 the reports print;
    smaller counts keep every digit.
    """
    if unit in COUNTED:
        return _million(value) if lang == "en" else _wan_and_yi(value) + classifier(unit)
    match unit:
        case "percent":
            return f"{_one_place(value)}%"
        case "point":
            return f"{_one_place(value)} points" if lang == "en" else f"{_one_place(value)}个百分点"
        case "times":
            return f"{_short(value)} times" if lang == "en" else f"{_short(value)}倍"
        case "rank":
            return f"rank {value:.0f}" if lang == "en" else f"第{value:.0f}位"
        case _:
            return _index(value)


def difference(value: float, unit: Unit, lang: str) -> str:
    """A signed difference of two values: +5.9个百分点 for percentages, −9,330个 for counts."""
    sign = "+" if value > 0 else "\u2212" if value < 0 else "±"
    size = abs(value)
    match unit:
        case "percent" | "point":
            return sign + text(size, "point", lang)
        case "rank":
            return sign + (f"{size:.0f} places" if lang == "en" else f"{size:.0f}位")
        case _:
            return sign + text(size, unit, lang)


def figure(value: float, unit: Unit) -> str:
    """The bare figure for a table whose header names the unit: 771,980,000 · 55.8 · 0.8718."""
    if unit in COUNTED or unit == "rank":
        return f"{value:,.0f}"
    return _index(value) if unit in ("index", "times") else f"{value:.1f}"


def scale(unit: Unit, top: float, lang: str) -> Scale:
    """The axis for values up to ``top``: 亿人, 万个 in Chinese; million, thousand in English."""
    if unit not in COUNTED:
        return Scale(1.0, noun(unit, lang))
    steps = ((1e6, "million "), (1e4, "thousand ")) if lang == "en" else ((1e8, "亿"), (1e4, "万"))
    for floor, word in steps:
        if top >= floor:
            divisor = 1e3 if word == "thousand " else floor
            return Scale(divisor, word + noun(unit, lang))
    return Scale(1.0, noun(unit, lang))


def _wan_and_yi(value: float) -> str:
    if value >= 1e8:
        return f"{value / 1e8:.2f}亿"
    if value >= 1e4 and value % 1000 == 0:
        return f"{_short(value / 1e4)}万"
    return f"{value:,.0f}"


def _million(value: float) -> str:
    if value >= 1e8:
        return f"{value / 1e6:,.0f} million"
    if value >= 1e6 and value % 1000 == 0:
        return f"{_short(value / 1e6)} million"
    return f"{value:,.0f}"


def _short(value: float) -> str:
    """At most three decimals, none that is a mere zero."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def _one_place(value: float) -> str:
    return f"{value:.0f}" if value in (0, 100) else f"{value:.1f}"


def _index(value: float) -> str:
    """The UN prints its indices (0 to 1) with four decimals, the 100-point scores have two."""
    return f"{value:.4f}" if abs(value) <= 1 else f"{value:.2f}"

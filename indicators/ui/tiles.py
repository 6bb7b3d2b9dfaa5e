"""The provinces as a grid of equal tiles: all 34, no borders, shaded by value, each one written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Line
from indicators.places import Place
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.ui.markup import escape

# One row of the grid a line, two letters of ISO 3166-2:CN a tile, roughly where each one lies.
GRID = (
    ".. .. .. .. .. .. .. .. HL",
    "XJ .. .. .. .. NM .. LN JL",
    ".. QH GS NX SX HE BJ TJ ..",
    "XZ .. SC SN HA SD JS SH ..",
    ".. .. .. CQ HB AH ZJ .. ..",
    ".. .. YN GZ HN JX FJ TW ..",
    ".. .. .. GX GD HK .. .. ..",
    ".. .. .. HI MO .. .. .. ..",
)
FAINTEST, STRONGEST = 6, 44  # percent of the accent colour; text keeps 4.5:1 on all of them


def suits(lines: Sequence[Line]) -> bool:
    """Whether the lines are single figures of several provinces."""
    provinces = {line.key.geo for line in lines}
    return len(provinces) > 1 and all(
        line.key.geo.startswith("CN-") and len(line.points) == 1 for line in lines
    )


def draw(
    lines: Sequence[Line], indicator: Indicator, places: Mapping[str, Place], lang: Lang
) -> None:
    """Draw the grid with what it shows in words above it."""
    points = {line.key.geo: line.last for line in lines}
    tiles = "".join(
        _tile(f"CN-{letters}", row, column, points, indicator, places, lang)
        for row, line in enumerate(GRID, 1)
        for column, letters in enumerate(line.split(), 1)
        if letters != ".."
    )
    when = periods.text(max(point.as_of for point in points.values()), lang)
    unit = units.noun(indicator.unit, lang)
    words = escape(text(lang, "chart.tiles", indicator=indicator.name[lang], when=when, unit=unit))
    st.html(f'<p class="quiet" id="tiles">{words}</p><ul class="tiles">{tiles}</ul>')


def _tile(
    code: str,
    row: int,
    column: int,
    points: Mapping[str, Observation],
    indicator: Indicator,
    places: Mapping[str, Place],
    lang: Lang,
) -> str:
    point = points.get(code)
    name = places[code].name(lang) if code in places else code
    short = f'<abbr title="{escape(name)}">{code[3:]}</abbr>' if lang == "en" else escape(name)
    value = units.figure(point.value, indicator.unit) if point else "—"
    place = f"grid-row:{row};grid-column:{column}"
    shade = f";--shade:{_shade(point.value, points)}%" if point else ""
    return f'<li style="{place}{shade}"><span>{short}</span><b>{value}</b></li>'


def _shade(value: float, points: Mapping[str, Observation]) -> int:
    low, high = (edge(point.value for point in points.values()) for edge in (min, max))
    return round(FAINTEST + (STRONGEST - FAINTEST) * (value - low) / ((high - low) or 1))

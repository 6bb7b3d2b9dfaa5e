"""The provinces as a grid of equal tiles, shaded by value: no borders, all of them in sight.

Tiles are bars, because a click on a bar can be selected and a click on a heatmap cannot.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import layout
from indicators.places import Place
from indicators.provinces import Province
from indicators.strings import Lang, text
from indicators.theme import Mode, Palette

TILE = 58  # pixels of height: three lines of a name and one of its value
TEXT_SIZE = 11
WIDE, TALL = 0.94, 0.95  # of a cell; the rest is the gap to the next tile
FAINTEST, STRONGEST = 0.05, 0.42  # of the accent colour: the text keeps 4.5:1 on all of them


@dataclass(frozen=True, slots=True)
class TileValue:
    """What a tile shows: ``value`` shades it and is not written, ``label`` is written on it."""

    value: float
    label: str


def tiles_figure(
    provinces: Sequence[Province],
    places: Mapping[str, Place],
    values: Mapping[str, TileValue],
    lang: Lang,
    mode: Mode,
    selected: str | None = None,
) -> go.Figure:
    """All provinces; one that has no value says so and has no shade.

    The code of a province is the first of its ``customdata``. ``selected`` is framed.
    """
    colours = theme.palette(mode)
    rows = max((province.row for province in provinces), default=1)
    columns = max((province.column for province in provinces), default=1)
    figure = layout.empty(colours, rows * TILE)
    figure.update_layout(
        height=rows * TILE + 4,
        margin={"l": 0, "r": 0, "t": 2, "b": 2, "autoexpand": False},
        bargap=0,
        barmode="overlay",
    )
    figure.update_xaxes(visible=False, fixedrange=True, range=[0.5, columns + 0.5])
    figure.update_yaxes(visible=False, fixedrange=True, range=[rows + 0.5, 0.5])
    figure.add_trace(_tiles(provinces, places, values, lang, colours, selected))
    return figure


def _tiles(
    provinces: Sequence[Province],
    places: Mapping[str, Place],
    values: Mapping[str, TileValue],
    lang: Lang,
    colours: Palette,
    selected: str | None,
) -> go.Bar:
    whole = {"opacity": 1}
    return go.Bar(
        name="provinces",
        x=[province.column for province in provinces],
        base=[province.row - TALL / 2 for province in provinces],
        y=[TALL] * len(provinces),
        width=WIDE,
        customdata=[[province.code] for province in provinces],
        text=[_written(province, values.get(province.code), lang) for province in provinces],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": TEXT_SIZE, "color": colours.text},
        hovertext=[
            html.escape(_told(province.code, places, values, lang)) for province in provinces
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        marker=_marker(provinces, values, colours, selected),
        selected={"marker": whole},
        unselected={"marker": whole},
    )


def _marker(
    provinces: Sequence[Province],
    values: Mapping[str, TileValue],
    colours: Palette,
    selected: str | None,
) -> dict[str, Any]:
    """Shade, frame and hatching of every tile."""
    chosen = [province.code == selected for province in provinces]
    return {
        "color": shades([values.get(province.code) for province in provinces], colours),
        "line": {
            "width": [3 if this else 1 for this in chosen],
            "color": [colours.text if this else colours.grid for this in chosen],
        },
        # Seen without colour too: where nothing is known the tile is hatched.
        "pattern": {
            "fillmode": "overlay",
            "shape": ["" if province.code in values else "/" for province in provinces],
            "fgopacity": 0.2,
            "size": 8,
            "solidity": 0.15,
        },
    }


def _written(province: Province, value: TileValue | None, lang: Lang) -> str:
    name = html.escape(province.label[lang]).replace("|", "<br>")
    label = value.label if value else text(lang, "tiles.none")
    return f"{name}<br><b>{html.escape(label)}</b>" if value else f"{name}<br>{html.escape(label)}"


def _told(
    code: str, places: Mapping[str, Place], values: Mapping[str, TileValue], lang: Lang
) -> str:
    name = places[code].name(lang) if code in places else code
    value = values[code].label if code in values else text(lang, "tiles.none")
    return text(lang, "tiles.told", place=name, value=value)


def shades(values: Sequence[TileValue | None], colours: Palette) -> list[str]:
    """A colour for each value, faint for the lowest; the paper's own where there is none."""
    seen = [value.value for value in values if value]
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    return [
        _mixed(colours, (value.value - low) / (high - low) if high > low else 1.0)
        if value
        else colours.background
        for value in values
    ]


def _mixed(colours: Palette, strength: float) -> str:
    """The accent colour over the paper, from faint (0) to strong (1), as #rrggbb."""
    share = FAINTEST + (STRONGEST - FAINTEST) * strength
    pairs = (
        (int(colours.accent[i : i + 2], 16), int(colours.background[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)

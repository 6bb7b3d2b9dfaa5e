"""An indicator that is known of single provinces: drawn as a grid of tiles, explained in words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Line
from indicators.figures.still import still
from indicators.figures.tiles import TileValue, tiles_figure
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import plots, saving
from indicators.ui.components.document import mode
from indicators.ui.markup import escape


def suits(lines: Sequence[Line]) -> bool:
    """Whether the lines are single figures of several provinces."""
    provinces = {line.key.geo for line in lines}
    return len(provinces) > 1 and all(
        line.key.geo.startswith("CN-") and len(line.points) == 1 for line in lines
    )


def draw(lines: Sequence[Line], indicator: Indicator, library: Library, lang: Lang) -> None:
    """Draw the grid with what it shows in words above it."""
    when = periods.text(max(line.last.as_of for line in lines), lang)
    unit = units.noun(indicator.unit, lang)
    words = text(lang, "chart.tiles", indicator=indicator.name[lang], when=when, unit=unit)
    st.html(f'<p class="quiet" id="tiles">{escape(words)}</p>')
    values = {
        line.key.geo: TileValue(line.last.value, units.figure(line.last.value, indicator.unit))
        for line in lines
    }
    figure = still(tiles_figure, library.provinces, library.places, values, lang, mode())
    plots.show(figure, "tiles", words + _range(lines, indicator, library, lang))
    points = [line.last for line in lines]
    saving.below("tiles", words, lang, saving.sources(points, library, lang))


def _range(lines: Sequence[Line], indicator: Indicator, library: Library, lang: Lang) -> str:
    """The highest and the lowest tile, for those who cannot see the shades."""
    ordered = sorted(lines, key=lambda line: line.last.value)
    ends = {
        name: text(
            lang,
            "chart.tile",
            place=library.places[line.key.geo].name(lang),
            value=units.text(line.last.value, indicator.unit, lang),
        )
        for name, line in (("lowest", ordered[0]), ("highest", ordered[-1]))
    }
    return text(lang, "chart.tiles_range", number=len(lines), **ends)

"""An indicator that is known of single provinces: drawn as a grid of tiles, explained in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Line
from indicators.figures.still import Still, still
from indicators.figures.tiles import TileValue, tiles_figure
from indicators.library import Library
from indicators.remembered import remembered
from indicators.strings import Lang, text
from indicators.theme import Mode
from indicators.ui import plots, saving
from indicators.ui.components.document import mode
from indicators.ui.markup import escape

MOST = 64  # grids that are kept


def suits(lines: Sequence[Line]) -> bool:
    """Whether the lines are single figures of several provinces."""
    provinces = {line.key.geo for line in lines}
    return len(provinces) > 1 and all(
        line.key.geo.startswith("CN-") and len(line.points) == 1 for line in lines
    )


def draw(
    lines: Sequence[Line], indicator: Indicator, library: Library, lang: Lang, above: str = ""
) -> str:
    """Draw the grid with what it shows in words above it; takes and gives back HTML as
    ``plots.show`` says."""
    grid = _grid(lines, indicator.id, library, lang, mode())
    said = f'{above}<p class="quiet" id="tiles">{escape(grid.words)}</p>'
    plots.show(grid.figure, "tiles", grid.alt, above=said)
    return saving.buttons("tiles", grid.words, lang, grid.source)


class Grid(NamedTuple):
    """The grid as it is shown, the words above it, and what it shows in words."""

    words: str
    figure: Still
    alt: str
    source: str


@remembered(MOST)
def _grid(lines: Sequence[Line], id: str, library: Library, lang: Lang, mode: Mode) -> Grid:
    indicator = library.indicators[id]
    when = periods.text(max(line.last.as_of for line in lines), lang)
    unit = units.noun(indicator.unit, lang)
    words = text(lang, "chart.tiles", indicator=indicator.name[lang], when=when, unit=unit)
    values = {
        line.key.geo: TileValue(line.last.value, units.figure(line.last.value, indicator.unit))
        for line in lines
    }
    figure = still(tiles_figure, library.provinces, library.places, values, lang, mode)
    source = saving.sources([line.last for line in lines], library, lang)
    return Grid(words, figure, words + _range(lines, indicator, library, lang), source)


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

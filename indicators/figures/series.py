"""The chart of an indicator: its official lines, its breaks, and the quotes beside them."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators import periods, theme, units
from indicators.catalogue import Break, Indicator
from indicators.figures import labels, layout
from indicators.figures.breaks import breaks_within, draw_breaks
from indicators.figures.lines import Key, Line
from indicators.figures.marks import Mark, draw_marks
from indicators.figures.strokes import USUAL, draw_line
from indicators.figures.transforms import Transform, unit_of, value_words
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.theme import Mode, Palette
from indicators.units import Scale

PLOT = 320  # pixels
STRONG = 3.5  # pixels wide: a line that stands out
MOST_LINES = 3  # more become small multiples: their names would collide


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw. ``names`` says what each line is called where there is more than one.

    ``strong`` is the line to stand out among the others, if any. ``base`` is the month an index
    has for its base, ``editions`` tells changes since the edition before. The lines are told
    already as ``transform`` says.
    """

    indicator: Indicator
    lines: Sequence[Line]
    names: Mapping[Key, str]
    marks: Sequence[Mark]
    lang: Lang
    mode: Mode
    transform: Transform = "level"
    selected: str | None = None
    strong: Key | None = None
    base: str = ""
    editions: bool = False

    @property
    def downwards(self) -> bool:
        """Whether the value axis runs down, as that of ranks does: 1 is on top."""
        return self.indicator.unit == "rank" and self.transform == "level"


def series_figure(chart: Chart) -> go.Figure:
    """One panel with every line in it; lines end in their names, so there is no legend."""
    colours = theme.palette(chart.mode)
    breaks = breaks_within(chart.indicator.breaks, months(chart))
    figure = layout.empty(colours, PLOT, len(breaks))
    draw_panel(figure, chart, colours, breaks)
    return figure


def draw_panel(
    figure: go.Figure, chart: Chart, colours: Palette, breaks: Sequence[Break], **panel: int
) -> None:
    """Everything of a chart on the first axes of a figure; ``panel`` names them in a grid."""
    scale = scale_of(chart)
    prepare_axes(figure, chart, scale, colours, **panel)
    draw_breaks(figure, breaks, chart.lang, colours, PLOT)
    for place, line in enumerate(chart.lines):
        width = STRONG if line.key == chart.strong else USUAL
        colour = line_colour(line, place, colours)
        draw_line(figure, line, colour, scale.divisor, width, **panel)
    _label_ends(figure, chart, scale, colours)
    official_hover(figure, chart, scale, **panel)
    draw_marks(figure, chart.marks, scale.divisor, colours, chart.selected, **panel)


def scale_of(chart: Chart) -> Scale:
    """The scale of the value axis, chosen by the largest value on it."""
    return units.scale(
        unit_of(chart.indicator, chart.transform),
        max(map(abs, values(chart)), default=0),
        chart.lang,
    )


def axis_words(chart: Chart) -> str:
    """What stands above the value axis: the unit, and what is told where it is no level."""
    if chart.transform == "index":
        return text(chart.lang, "chart.unit_index", base=periods.text(chart.base, chart.lang))
    unit = scale_of(chart).label
    if chart.transform == "level":
        return text(chart.lang, "chart.unit", unit=unit)
    since = "edition" if chart.editions else "year"
    return text(chart.lang, f"chart.axis_{chart.transform}_{since}", unit=unit)


def values(chart: Chart) -> list[float]:
    """Every value on the chart, in base units."""
    return [p.value for line in chart.lines for p in line.points] + [m.value for m in chart.marks]


def months(chart: Chart) -> list[str]:
    """Every month on the chart."""
    official = [point.as_of for line in chart.lines for point in line.points]
    return official + [mark.as_of for mark in chart.marks]


def prepare_axes(
    figure: go.Figure, chart: Chart, scale: Scale, colours: Palette, **panel: int
) -> None:
    """True time across, one value axis up, its unit above it."""
    scaled = [value / scale.divisor for value in values(chart)]
    figure.update_xaxes(layout.time_axis(colours, months(chart)), **panel)
    figure.update_yaxes(layout.value_axis(colours, scaled, chart.downwards), **panel)
    layout.room_for_axes(figure)
    layout.unit_above(figure, axis_words(chart))


def line_colour(line: Line, place: int, colours: Palette) -> str:
    """Areas keep their colours on every chart; other lines take them in turn."""
    fixed = {"urban": 1, "rural": 2}
    return colours.series[fixed.get(line.key.area, place % len(colours.series))]


def _label_ends(figure: go.Figure, chart: Chart, scale: Scale, colours: Palette) -> None:
    """Write each line's name at its end: in the margin, or on the plot where it ends early."""
    if len(chart.lines) < 2:
        return
    late = [_ends_late(line, chart) for line in chart.lines]
    texts = [labels.wrapped(chart.names[line.key]) for line in chart.lines]
    in_margin = [label for label, on in zip(texts, late, strict=True) if on]
    low, high = figure.layout.yaxis.range
    least = abs(high - low) * layout.LINE_HEIGHT / PLOT
    tallest = max((label.count("<br>") + 1 for label in in_margin), default=1)
    ends = [line.last.value / scale.divisor for line in chart.lines]
    at_edge = [y for y, on in zip(ends, late, strict=True) if on]
    free = labels.spread(at_edge, least * tallest, (low, high))
    for place, (line, label) in enumerate(zip(chart.lines, texts, strict=True)):
        figure.add_annotation(
            text=label,
            x=figure.layout.xaxis.range[1] if late[place] else layout.day(line.last.as_of),
            y=free[sum(late[:place])] if late[place] else ends[place],
            xanchor="left",
            xshift=4 if late[place] else 8,
            showarrow=False,
            align="left",
            font={"color": line_colour(line, place, colours)},
        )
    figure.update_layout(margin_r=16 + max(map(labels.width, in_margin), default=0))


def _ends_late(line: Line, chart: Chart) -> bool:
    first, last = min(months(chart)), max(months(chart))
    return periods.between(line.last.as_of, last) <= 0.15 * periods.between(first, last)


def official_hover(figure: go.Figure, chart: Chart, scale: Scale, **panel: int) -> None:
    """Let the official figures be read by pointing at them, except where a quote stands."""
    quoted = {mark.as_of for mark in chart.marks}
    points = [
        (line, point) for line in chart.lines for point in line.points if point.as_of not in quoted
    ]
    if points:
        figure.add_trace(
            go.Scatter(
                name="official",
                mode="markers",
                x=[layout.day(point.as_of) for _, point in points],
                y=[point.value / scale.divisor for _, point in points],
                text=[html.escape(_official_words(chart, *pair)) for pair in points],
                hovertemplate="%{text}<extra></extra>",
                cliponaxis=False,
                marker={"size": 12, "opacity": 0},
                selected={"marker": {"opacity": 0}},
                unselected={"marker": {"opacity": 0}},
            ),
            **panel,
        )


def _official_words(chart: Chart, line: Line, point: Observation) -> str:
    when = periods.text(point.as_of, chart.lang)
    value = value_words(point.value, chart.indicator, chart.transform, chart.lang)
    name = chart.names.get(line.key, "")
    return text(chart.lang, "chart.official", when=when, name=name, value=value).replace("  ", " ")

"""Documents on a time axis below the line of an indicator: a lane for each theme, one axis."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from indicators import periods, theme
from indicators.figures import layout
from indicators.figures.labels import CHARACTER, wrapped
from indicators.figures.series import Chart, draw_panel, months
from indicators.policies import THEMES
from indicators.theme import Palette

UPPER, BETWEEN, LANE = 240, 26, 44  # pixels of the indicator's panel, between, and of a lane
CLOSE = 8  # months within which two markers of a lane would touch on a phone
STEPS = (0.0, 0.24, -0.2)  # where in its lane a marker stands, of the lane's height
LOW = 0.14  # markers stand lower than the middle of the lane, below its name
PHONE = 250  # pixels of plot on a narrow phone


@dataclass(frozen=True, slots=True)
class Event:
    """One document: ``when`` is YYYY-MM or YYYY-MM-DD, ``words`` show under the pointer."""

    id: str
    when: str
    lane: str
    name: str
    words: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What to draw: an indicator's chart, and the documents in ``lanes`` (id to name)."""

    chart: Chart
    events: Sequence[Event]
    lanes: Mapping[str, str]
    selected: str | None = None


def timeline_figure(timeline: Timeline) -> go.Figure:
    """Two panels over one time axis. A document's id is the first of its ``customdata``.

    Documents that a text cites are filled and ruled through both panels; the selected one bears
    its name.
    """
    colours = theme.palette(timeline.chart.mode)
    lower = LANE * max(1, len(timeline.lanes))
    whole = UPPER + BETWEEN + lower
    figure = make_subplots(
        rows=2,
        cols=1,
        shared_xaxes=True,
        row_heights=[UPPER / whole, lower / whole],
        vertical_spacing=BETWEEN / whole,
    )
    layout.dress(figure, colours, whole, 2 if timeline.selected else 0)
    draw_panel(figure, timeline.chart, colours, (), row=1, col=1)
    _axes(figure, timeline, colours)
    _lanes(figure, timeline, colours)
    return figure


def lane_colour(lane: str, colours: Palette) -> str:
    """The colour of a theme, the same however many lanes there are; a lane bears its name too."""
    seven = (*colours.series, colours.verdicts["mislabelled"], colours.verdicts["wrong"])
    return seven[THEMES.index(lane)]


def _axes(figure: go.Figure, timeline: Timeline, colours: Palette) -> None:
    span = [*months(timeline.chart), *(event.when[:7] for event in timeline.events)]
    axis = layout.time_axis(colours, span)
    figure.update_xaxes(axis, row=1, col=1)
    figure.update_xaxes({**axis, "showline": False}, row=2, col=1)
    figure.update_yaxes(
        {
            "range": [len(timeline.lanes) + 0.5, 0.5],
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "fixedrange": True,
        },
        row=2,
        col=1,
    )


def _lanes(figure: go.Figure, timeline: Timeline, colours: Palette) -> None:
    for place, (lane, name) in enumerate(timeline.lanes.items(), 1):
        colour = lane_colour(lane, colours)
        events = sorted((e for e in timeline.events if e.lane == lane), key=lambda e: e.when)
        _name(figure, name, place, colour, colours)
        for event in events:
            if event.cited or event.id == timeline.selected:
                _rule(figure, event, event.id == timeline.selected, colour)
        _markers(figure, events, place, colour, timeline.selected)
    for event in timeline.events:
        if event.id == timeline.selected:
            _called(figure, event, colours)


def day(when: str) -> str:
    """Where a document stands on the axis: its day, or the middle of its month."""
    return when if len(when) > 7 else f"{when}-15"


def stacked(whens: Sequence[str]) -> list[float]:
    """How far each of a lane's documents, by date, is moved so that none covers the one before."""
    last: dict[float, str] = {}
    moved = []
    for when in whens:
        month = when[:7]
        free = [s for s in STEPS if s not in last or periods.between(last[s], month) >= CLOSE]
        step = free[0] if free else min(STEPS, key=lambda s: last[s])
        last[step] = month
        moved.append(step)
    return moved


def _name(figure: go.Figure, name: str, place: int, colour: str, colours: Palette) -> None:
    figure.add_annotation(
        text=html.escape(name),
        xref="x2 domain",
        yref="y2",
        x=0,
        y=place - 0.5,
        xanchor="left",
        yanchor="top",
        xshift=-4,
        showarrow=False,
        bgcolor=colours.background,
        borderpad=0,
        font={"color": colour, "size": layout.TEXT_SIZE},
    )
    figure.add_shape(
        type="line",
        xref="x2 domain",
        yref="y2",
        x0=0,
        x1=1,
        y0=place + 0.5,
        y1=place + 0.5,
        line={"color": colours.grid, "width": 1},
        layer="below",
    )


def _markers(
    figure: go.Figure, events: Sequence[Event], place: int, colour: str, selected: str | None
) -> None:
    whole = {"opacity": 1}
    chosen = [event.id == selected for event in events]
    figure.add_trace(
        go.Scatter(
            name="documents",
            mode="markers",
            x=[day(event.when) for event in events],
            y=[place + LOW + step for step in stacked([event.when for event in events])],
            customdata=[[event.id] for event in events],
            text=[html.escape(event.words).replace("\n", "<br>") for event in events],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
            marker={
                "symbol": ["circle" if event.cited else "circle-open" for event in events],
                "size": [14 if this else 12 for this in chosen],
                "color": colour,
                "opacity": 1,
                "line": {"color": colour, "width": [3 if this else 2 for this in chosen]},
            },
            selected={"marker": whole},
            unselected={"marker": whole},
        ),
        row=2,
        col=1,
    )


def _rule(figure: go.Figure, event: Event, selected: bool, colour: str) -> None:
    figure.add_shape(
        type="line",
        xref="x",
        yref="paper",
        x0=day(event.when),
        x1=day(event.when),
        y0=0,
        y1=1,
        line={
            "color": colour,
            "width": 2 if selected else 1,
            "dash": "solid" if selected else "dot",
        },
        layer="below",
    )


def _called(figure: go.Figure, event: Event, colours: Palette) -> None:
    """The selected document's name at the top of its rule, on the side that has more room."""
    first, last = (periods.ordinal(str(edge)[:7]) for edge in figure.layout.xaxis.range)
    share = (periods.ordinal(event.when[:7]) - first) / max(1, last - first)
    rightwards = share < 0.5
    figure.add_annotation(
        text=wrapped(event.name, round(PHONE * max(share, 1 - share) / CHARACTER)),
        align="left" if rightwards else "right",
        xref="x",
        yref="paper",
        x=day(event.when),
        y=1,
        xanchor="left" if rightwards else "right",
        yanchor="bottom",
        xshift=4 if rightwards else -4,
        yshift=layout.UNIT_ROW,
        showarrow=False,
        bgcolor=colours.background,
        borderpad=0,
        font={"color": colours.text},
    )

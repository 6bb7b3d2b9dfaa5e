"""The quotes on a chart: hollow markers, shaped by verdict, that carry their claim id."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators import theme
from indicators.figures.layout import day
from indicators.figures.lines import Key
from indicators.series import Observation
from indicators.theme import Palette

SIZE, SELECTED_SIZE, HALO = 12, 16, 28


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote as a chart shows it. ``value`` is in base units, ``words`` what hovering says,
    ``line`` the series it speaks of.

    ``belongs`` is the official figure a mislabelled quote really is, and None for all others.
    """

    claim: str
    as_of: str
    value: float
    verdict: str
    words: str
    line: Key
    belongs: Observation | None = None


def draw_marks(
    figure: go.Figure,
    marks: Sequence[Mark],
    divisor: float,
    colours: Palette,
    selected: str | None = None,
    **panel: int,
) -> None:
    """Draw the quotes above everything else, one trace a verdict, the selected one in a ring."""
    for mark in marks:
        if mark.belongs is not None:
            _connector(figure, mark, mark.belongs, divisor, colours, **panel)
        if mark.claim == selected:
            _halo(figure, mark, divisor, colours, **panel)
    for verdict in theme.VERDICT_LOOKS:
        same = [mark for mark in marks if mark.verdict == verdict]
        if same:
            _trace(figure, verdict, same, divisor, colours, selected, **panel)


def _trace(
    figure: go.Figure,
    verdict: str,
    marks: Sequence[Mark],
    divisor: float,
    colours: Palette,
    selected: str | None,
    **panel: int,
) -> None:
    chosen = [mark.claim == selected for mark in marks]
    figure.add_trace(
        go.Scatter(
            name=f"quotes:{verdict}",
            mode="markers",
            x=[day(mark.as_of) for mark in marks],
            y=[mark.value / divisor for mark in marks],
            customdata=[[mark.claim] for mark in marks],
            text=[html.escape(mark.words) for mark in marks],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
            marker={
                "symbol": theme.verdict_look(verdict).marker,
                "opacity": 1,  # Plotly fades markers of several sizes to 70 %
                "size": [SELECTED_SIZE if on else SIZE for on in chosen],
                "color": colours.verdicts[verdict],
                "line": {
                    "color": colours.verdicts[verdict],
                    "width": [3.5 if on else 2 for on in chosen],
                },
            },
            # Plotly fades what is not selected to 20 %, below any contrast a reader needs.
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        ),
        **panel,
    )


def _halo(figure: go.Figure, mark: Mark, divisor: float, colours: Palette, **panel: int) -> None:
    figure.add_trace(
        go.Scatter(
            name="selected",
            mode="markers",
            x=[day(mark.as_of)],
            y=[mark.value / divisor],
            hoverinfo="skip",
            cliponaxis=False,
            marker={
                "symbol": "circle-open",
                "size": HALO,
                "color": colours.selected,
                "line": {"width": 1.5, "color": colours.selected},
            },
        ),
        **panel,
    )


def _connector(
    figure: go.Figure,
    mark: Mark,
    truth: Observation,
    divisor: float,
    colours: Palette,
    **panel: int,
) -> None:
    """A thin line from a mislabelled quote to the figure it really is."""
    figure.add_trace(
        go.Scatter(
            name=f"belongs:{mark.claim}",
            mode="lines",
            x=[day(mark.as_of), day(truth.as_of)],
            y=[mark.value / divisor, truth.value / divisor],
            hoverinfo="skip",
            cliponaxis=False,
            line={"color": colours.verdicts[mark.verdict], "width": 1},
        ),
        **panel,
    )

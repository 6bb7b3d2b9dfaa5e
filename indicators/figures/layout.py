"""The common look of all charts: type, axes, unit above the axis, direct labels, breaks."""

from __future__ import annotations

import calendar
import html
from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from indicators import periods
from indicators.catalogue import Break
from indicators.theme import FONT, Palette

TEXT_SIZE = 13
LINE_HEIGHT = 19  # pixels, for stacking labels
CHARACTER = 13  # pixels a Chinese character takes at TEXT_SIZE
UNIT_ROW, ROW = 26, 18  # pixels above the plot: the unit, then a row for each break
ABOVE, BELOW = 10, 40  # pixels over the uppermost row, and for the ticks under the plot
LATIN = 0.55  # the width of a Latin letter beside a Chinese character
PHONE = 240  # pixels of plot left on a narrow phone, where the words of a break must fit
WIDEST_LABEL = 8  # characters in a line of a direct label


def day(month: str) -> str:
    """The last day of a month, where a figure as of that month stands on the time axis."""
    year, number = periods.split(month)
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"


def empty(colours: Palette, plot_height: int, breaks: int = 0) -> go.Figure:
    """A figure with nothing in it but the type and the colours, and room for so many breaks."""
    return dress(go.Figure(), colours, plot_height, breaks)


def dress(figure: go.Figure, colours: Palette, plot_height: int, breaks: int = 0) -> go.Figure:
    """Give any figure the type, the colours and the margins of all charts."""
    above = UNIT_ROW + ABOVE + ROW * breaks
    figure.update_layout(
        template=go.layout.Template(),  # Plotly's own has other colours and weighs 6 kB
        height=plot_height + above + BELOW,
        paper_bgcolor=colours.background,
        plot_bgcolor=colours.background,
        font={"family": FONT, "size": TEXT_SIZE, "color": colours.text},
        margin={"l": 8, "r": 16, "t": above, "b": 8, "autoexpand": True},
        showlegend=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": colours.background,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.text},
            "align": "left",
        },
        dragmode=False,
        clickmode="event+select",
    )
    return figure


def time_axis(colours: Palette, months: Iterable[str], most_ticks: int = 7) -> dict[str, Any]:
    """A true time axis over these months, with ticks on whole years."""
    ordered = sorted(months)
    first, last = (ordered[0], ordered[-1]) if ordered else ("2010-01", "2025-12")
    margin = max(2, round(periods.between(first, last) * 0.02))
    years = max(1, (periods.between(first, last) + 2 * margin) // 12)
    step = next(step for step in (1, 2, 5, 10, 20, 50) if years / step <= most_ticks)
    return {
        "type": "date",
        "range": [day(periods.shift(first, -margin)), day(periods.shift(last, margin))],
        "tick0": "2000-01-01",
        "dtick": f"M{12 * step}",
        "tickformat": "%Y",
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": colours.rule,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.rule,
        "tickfont": {"color": colours.text, "size": TEXT_SIZE},
        "tickangle": 0,
        "automargin": True,
        "fixedrange": True,
    }


def value_axis(colours: Palette, values: Sequence[float], reverse: bool = False) -> dict[str, Any]:
    """A value axis that starts at zero (at rank 1, downwards, for ranks)."""
    top, bottom = max([*values, 0.0]), min([*values, 0.0])
    reach = top - bottom or 1.0
    span = [top + reach * 0.08, 0.5] if reverse else [bottom, top + reach * 0.12]
    if bottom < 0:
        span[0] = bottom - reach * 0.08
    return {
        "range": span,
        "gridcolor": colours.grid,
        "gridwidth": 1,
        "zeroline": bottom < 0,
        "zerolinecolor": colours.rule,
        "showline": False,
        "ticks": "",
        "nticks": 6,
        "tickfont": {"color": colours.text, "size": TEXT_SIZE},
        "tickformat": ",~r" if top >= 1000 else "",
        "separatethousands": True,
        "automargin": True,
        "fixedrange": True,
    }


def unit_above(figure: go.Figure, unit: str, axis: str = "", shift: int = 8) -> None:
    """Name the unit above the value axis, not rotated beside it."""
    figure.add_annotation(
        text=html.escape(unit),
        xref=f"x{axis} domain",
        yref=f"y{axis} domain",
        x=0,
        y=1,
        xanchor="left",
        yanchor="bottom",
        xshift=-4,
        yshift=shift,
        showarrow=False,
        align="left",
    )


def wrapped(text: str, width: int = WIDEST_LABEL) -> str:
    """Text for a narrow label, as HTML lines; a Chinese character counts one, a letter half."""
    lines, line, used = [], "", 0.0
    for word in _pieces(text):
        need = sum(LATIN if ord(character) < 0x2E80 else 1.0 for character in word)
        if line and used + need > width:
            lines.append(line.strip())
            line, used = "", 0.0
        line, used = line + word, used + need
    return "<br>".join(html.escape(part) for part in [*lines, line.strip()] if part)


def _pieces(text: str) -> list[str]:
    """Latin words whole, Chinese characters one by one: a line may end after each."""
    pieces: list[str] = []
    for character in text:
        latin = ord(character) < 0x2E80 and character not in " /+"
        if latin and pieces and pieces[-1][-1] not in " /+" and ord(pieces[-1][-1]) < 0x2E80:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def spread(places: Sequence[float], least: float) -> list[float]:
    """Move labels apart until neighbours are ``least`` apart, keeping their order and middle."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for _ in range(len(places)):
        for low, high in zip(range(len(moved) - 1), range(1, len(moved)), strict=True):
            short = least - (moved[high] - moved[low])
            if short > 1e-9:
                moved[low] -= short / 2
                moved[high] += short / 2
    result = list(places)
    for place, i in enumerate(order):
        result[i] = moved[place]
    return result


def break_rules(
    figure: go.Figure,
    breaks: Sequence[Break],
    lang: str,
    colours: Palette,
    plot_height: int,
) -> None:
    """A vertical rule where a definition changed, its words on a row of their own above the plot.

    Each rule reaches up to its row, so words never cover a line or each other.
    """
    first, last = (periods.ordinal(str(day)[:7]) for day in figure.layout.xaxis.range)
    shares = {b: (periods.ordinal(b.as_of) - first) / (last - first) for b in breaks}
    for row, change in enumerate(sorted(breaks, key=lambda b: _row_order(shares[b]))):
        up = UNIT_ROW + ROW * (row + 1)
        left = shares[change] < 0.5
        x = day(change.as_of)
        figure.add_shape(
            type="line",
            xref="x",
            yref="y domain",
            x0=x,
            x1=x,
            y0=0,
            y1=1 + up / plot_height,
            line={"color": colours.rule, "width": 1, "dash": "dot"},
            layer="below",
        )
        room = PHONE * max(shares[change], 1 - shares[change]) / CHARACTER
        figure.add_annotation(
            text=html.escape(clause(change.note[lang], room)),
            xref="x",
            yref="y domain",
            x=x,
            y=1,
            xanchor="left" if left else "right",
            yanchor="top",
            xshift=4 if left else -4,
            yshift=up + 3,
            showarrow=False,
            align="left",
            bgcolor=colours.background,
            borderpad=0,
            font={"color": colours.muted, "size": TEXT_SIZE - 1},
        )


def _row_order(share: float) -> tuple[bool, float]:
    """From the bottom row up: words that run left, then words that run right.

    Within each, a rule that words pass over stands lower than theirs.
    """
    return share < 0.5, share if share >= 0.5 else -share


def breaks_within(breaks: Iterable[Break], months: Iterable[str]) -> tuple[Break, ...]:
    """The breaks that lie in the time a chart shows."""
    seen = sorted(months)
    return tuple(b for b in breaks if seen and seen[0] < b.as_of <= seen[-1])


def clause(note: str, room: float = 20) -> str:
    """The first clause of a note, cut to a room of so many Chinese characters."""
    ends = [place for mark in "，,；;：:。(（" if (place := note.find(mark)) > 0]
    first = note[: min(ends)] if ends else note
    latin = all(ord(character) < 0x2E80 for character in first)
    most = int(room / LATIN if latin else room)
    if len(first) <= most:
        return first
    cut = first[: most - 1]
    return (cut.rpartition(" ")[0] if latin and " " in cut else cut) + "…"


def wrapped(text: str, width: int = WIDEST_LABEL) -> str:
    """Text for a narrow label, as HTML lines; a Chinese character counts one, a letter half."""
    lines, line, used = [], "", 0.0
    for word in _pieces(text):
        need = sum(LATIN if ord(character) < 0x2E80 else 1.0 for character in word)
        if line and used + need > width:
            lines.append(line.strip())
            line, used = "", 0.0
        line, used = line + word, used + need
    return "<br>".join(html.escape(part) for part in [*lines, line.strip()] if part)


def _pieces(text: str) -> list[str]:
    """Latin words whole, Chinese characters one by one: a line may end after each."""
    pieces: list[str] = []
    for character in text:
        latin = ord(character) < 0x2E80 and character not in " /+"
        if latin and pieces and pieces[-1][-1] not in " /+" and ord(pieces[-1][-1]) < 0x2E80:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def spread(places: Sequence[float], least: float) -> list[float]:
    """Move labels apart until neighbours are ``least`` apart, keeping their order and middle."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for _ in range(len(places)):
        for low, high in zip(range(len(moved) - 1), range(1, len(moved)), strict=True):
            short = least - (moved[high] - moved[low])
            if short > 1e-9:
                moved[low] -= short / 2
                moved[high] += short / 2
    result = list(places)
    for place, i in enumerate(order):
        result[i] = moved[place]
    return result


def break_rules(
    figure: go.Figure,
    breaks: Sequence[Break],
    lang: str,
    colours: Palette,
    plot_height: int,
) -> None:
    """A vertical rule where a definition changed, its words on a row of their own above the plot.

    Each rule reaches up to its row, so words never cover a line or each other.
    """
    first, last = (periods.ordinal(str(day)[:7]) for day in figure.layout.xaxis.range)
    shares = {b: (periods.ordinal(b.as_of) - first) / (last - first) for b in breaks}
    for row, change in enumerate(sorted(breaks, key=lambda b: _row_order(shares[b]))):
        up = UNIT_ROW + ROW * (row + 1)
        left = shares[change] < 0.5
        x = day(change.as_of)
        figure.add_shape(
            type="line",
            xref="x",
            yref="y domain",
            x0=x,
            x1=x,
            y0=0,
            y1=1 + up / plot_height,
            line={"color": colours.rule, "width": 1, "dash": "dot"},
            layer="below",
        )
        room = PHONE * max(shares[change], 1 - shares[change]) / CHARACTER
        figure.add_annotation(
            text=html.escape(clause(change.note[lang], room)),
            xref="x",
            yref="y domain",
            x=x,
            y=1,
            xanchor="left" if left else "right",
            yanchor="top",
            xshift=4 if left else -4,
            yshift=up + 3,
            showarrow=False,
            align="left",
            bgcolor=colours.background,
            borderpad=0,
            font={"color": colours.muted, "size": TEXT_SIZE - 1},
        )


def _row_order(share: float) -> tuple[bool, float]:
    """From the bottom row up: words that run left, then words that run right.

    Within each, a rule that words pass over stands lower than theirs.
    """
    return share < 0.5, share if share >= 0.5 else -share


def breaks_within(breaks: Iterable[Break], months: Iterable[str]) -> tuple[Break, ...]:
    """The breaks that lie in the time a chart shows."""
    seen = sorted(months)
    return tuple(b for b in breaks if seen and seen[0] < b.as_of <= seen[-1])


def clause(note: str, room: float = 20) -> str:
    """The first clause of a note, cut to a room of so many Chinese characters."""
    ends = [place for mark in "，,；;：:。(（" if (place := note.find(mark)) > 0]
    first = note[: min(ends)] if ends else note
    most = int(room if any(ord(character) >= 0x2E80 for character in first) else room / LATIN)
    return first if len(first) <= most else first[: most - 1].rstrip() + "…"

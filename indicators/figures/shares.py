"""How things were judged, each as a whole of 100 %: a stacked bar for each, whatever its number."""

from __future__ import annotations

import html
from collections.abc import Sequence

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import bands
from indicators.figures.tallies import Tally
from indicators.strings import Lang, text
from indicators.theme import Palette


def draw_shares(bars: Sequence[Tally], lang: Lang, colours: Palette) -> go.Figure:
    """All bars equally long; a part carries the id of its bar and its verdict."""
    tops, depth = bands.stacked([float(bool(bar.counts)) for bar in bars])
    titles = [(top, bar.title) for top, bar in zip(tops, bars, strict=True)]
    figure = bands.framed(depth, titles, colours)
    for bar, top in zip(bars, tops, strict=True):
        whole, done = sum(count for _, count in bar.counts), 0
        for verdict, count in bar.counts:
            figure.add_trace(_part(bar.slug, verdict, count, done, whole, top, lang, colours))
            done += count
    figure.update_layout(
        uniformtext={"minsize": 11, "mode": "hide"},
        xaxis=bands.scale(colours, range=[0, 1], tickvals=[0.25, 0.5, 0.75], tickformat=".0%"),
    )
    return figure


def _part(
    id: str, verdict: str, count: int, done: int, whole: int, top: float, lang: Lang,
    colours: Palette,
) -> go.Bar:  # fmt: skip
    colour, share = colours.verdicts[verdict], count / whole
    return go.Bar(
        name=f"{id}:{verdict}",
        orientation="h",
        base=[done / whole],
        x=[share],
        y=[top + 0.5],
        width=0.9,
        customdata=[[id, verdict]],
        text=[f"{theme.verdict_look(verdict).glyph} {share:.0%}"],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": colours.text, "size": 13},
        hovertext=[html.escape(f"{text(lang, f'verdict.{verdict}')} {count:,} · {share:.1%}")],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": bands.faint(colour, 0.22), "line": {"color": colour, "width": 1.5}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )

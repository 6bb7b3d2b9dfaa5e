"""How many quotes of each text have which verdict: a stacked bar for each text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators import theme
from indicators.figures import bands
from indicators.strings import Lang, text
from indicators.theme import Palette


@dataclass(frozen=True, slots=True)
class Tally:
    """The quotes of a text: what stands over its bar, and how many have each verdict."""

    slug: str
    title: str
    counts: tuple[tuple[str, int], ...]


def draw_tallies(texts: Sequence[Tally], lang: Lang, colours: Palette) -> go.Figure:
    """All texts on one scale; a part carries its text and verdict."""
    tops, depth = bands.stacked([float(bool(tally.counts)) for tally in texts])
    titles = [(top, tally.title) for top, tally in zip(tops, texts, strict=True)]
    figure = bands.framed(depth, titles, colours)
    for tally, top in zip(texts, tops, strict=True):
        done = 0
        for verdict, count in tally.counts:
            figure.add_trace(_part(tally.slug, verdict, count, done, top, lang, colours))
            done += count
    most = max((sum(n for _, n in tally.counts) for tally in texts), default=0)
    figure.update_layout(
        uniformtext={"minsize": 11, "mode": "hide"},
        xaxis=bands.scale(colours, range=[0, max(most, 1)], nticks=6, tickformat="d"),
    )
    return figure


def _part(
    slug: str, verdict: str, count: int, done: int, top: float, lang: Lang, colours: Palette
) -> go.Bar:
    colour = colours.verdicts[verdict]
    return go.Bar(
        name=f"{slug}:{verdict}",
        orientation="h",
        base=[done],
        x=[count],
        y=[top + 0.5],
        width=0.9,
        customdata=[[slug, verdict]],
        text=[f"{theme.verdict_look(verdict).glyph} {count}"],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": colours.text, "size": 13},
        hovertext=[html.escape(f"{text(lang, f'verdict.{verdict}')} {count}")],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": bands.faint(colour, 0.22), "line": {"color": colour, "width": 1.5}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )

"""The sections of the texts as an icicle: each text a band, each level of headings a row."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from indicators.figures import bands
from indicators.figures.labels import wrapped
from indicators.strings import Lang, text
from indicators.theme import Palette

WIDE = 1100  # pixels that labels are cut for; on a narrower screen what does not fit is hidden
GLYPH = 13.5  # pixels of a Chinese character, a little more for safety
SHADES = (0.5, 0.36, 0.24, 0.14)  # of the accent, by level


@dataclass(frozen=True, slots=True)
class Block:
    """A section: its place and length in characters, and the sentence that opens it, from 1.

    ``level`` 0 is the whole text.
    """

    title: str
    level: int
    start: int
    size: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Band:
    """A text: what stands over it and its blocks in their order."""

    slug: str
    title: str
    blocks: tuple[Block, ...]


def draw_icicle(texts: Sequence[Band], lang: Lang, colours: Palette) -> go.Figure:
    """All texts on one scale of characters; a block carries its text and sentence."""
    heights = [1 + max((block.level for block in band.blocks), default=0) for band in texts]
    tops, depth = bands.stacked(heights)
    titles = [(top, band.title) for top, band in zip(tops, texts, strict=True)]
    figure = bands.framed(depth, titles, colours)
    most = max((block.size for band in texts for block in band.blocks), default=1)
    for band, top in zip(texts, tops, strict=True):
        figure.add_trace(_trace(band, top, most, lang, colours))
    figure.update_layout(
        uniformtext={"minsize": 11, "mode": "hide"},
        xaxis=bands.scale(
            colours, range=[0, most], nticks=6, separatethousands=True,
            ticksuffix=text(lang, "sections.unit"), showticksuffix="last",
        ),
    )  # fmt: skip
    return figure


def _trace(band: Band, top: float, most: int, lang: Lang, colours: Palette) -> go.Bar:
    blocks = band.blocks
    shades = [bands.faint(colours.accent, SHADES[min(b.level, len(SHADES) - 1)]) for b in blocks]
    return go.Bar(
        name=band.slug,
        orientation="h",
        base=[block.start for block in blocks],
        x=[block.size for block in blocks],
        y=[top + block.level + 0.5 for block in blocks],
        width=0.94,
        customdata=[[band.slug, block.sentence] for block in blocks],
        text=[_label(block, most) for block in blocks],
        textposition="inside",
        insidetextanchor="start",
        textangle=0,
        insidetextfont={"color": colours.text, "size": 12},
        hovertext=[_hover(block, lang) for block in blocks],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": shades, "line": {"color": colours.accent, "width": 0.8}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _label(block: Block, most: int) -> str:
    room = int(block.size / most * WIDE / GLYPH) - 1
    if block.level == 0 or room < 4:
        return ""
    title = block.title if len(block.title) <= room else block.title[: room - 1] + "…"
    return html.escape(title, quote=False)


def _hover(block: Block, lang: Lang) -> str:
    size = text(lang, "page.texts.length", count=f"{block.size:,}")
    return f"{wrapped(block.title, 26)}<br>{html.escape(size)}"

"""The share card: an indicator's latest figures as one upright picture for a phone, in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape

import segno

from indicators.figures import labels
from indicators.remembered import remembered
from indicators.theme import FONT, LIGHT
from indicators.ui import sparkline
from indicators.ui.sparkline import Stretches

WIDTH, HEIGHT, EDGE = 1080, 1350, 84
_TEXT = WIDTH - 2 * EDGE
_CODE, _FOOT = 250, HEIGHT - EDGE - 250  # the side of the QR code, where the last part begins
_TALLEST = 460  # pixels of the lines
_LEADING = 1.4
_SCANNABLE = 450  # characters of an address; beyond, a square of the code is less than three pixels
_CODES = 64  # kept, of some 10 kB
_COLOURS = (LIGHT.accent, LIGHT.series[2])


@dataclass(frozen=True, slots=True)
class Figure:
    """One latest figure: what, how much, and the line that leads to it, unbroken stretch by
    stretch."""

    what: str
    how_much: str
    line: Stretches


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on it: one or two figures, and ``span``, the first and last date of their lines.

    ``address`` is the view's own, drawn as a QR code and left out where unknown or too long.
    """

    project: str
    title: str
    figures: Sequence[Figure]
    span: tuple[str, str]
    quoted: str
    source: str
    scan: str
    address: str | None

    @property
    def scanned(self) -> str:
        """The address that the QR code says, empty where there is none."""
        return self.address if self.address and len(self.address) <= _SCANNABLE else ""


def draw(card: Card) -> str:
    """The card as an SVG of WIDTH by HEIGHT; every word is escaped."""
    heading, down = _block(card.title, EDGE + 126, 62, LIGHT.text, weight=700)
    told, down = _figures(card, down + 40)
    parts = (
        _line(card.project, EDGE, EDGE + 34, 34, LIGHT.muted),
        heading,
        told,
        _chart(card, down + 10, _FOOT - 120),
        _foot(card),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{escape(FONT)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT.background}"/>'
        f'<rect width="{WIDTH}" height="14" fill="{LIGHT.accent}"/>{"".join(parts)}</svg>'
    )


def _figures(card: Card, top: int) -> tuple[str, int]:
    """One figure large, or two side by side, each in the colour of its line."""
    room = _TEXT // len(card.figures)
    size = 112 if len(card.figures) == 1 else 76
    parts, lowest = [], top
    for place, (figure, colour) in enumerate(zip(card.figures, _COLOURS, strict=False)):
        at = {"left": EDGE + place * room, "room": room - 20}
        what, down = _block(figure.what, top, 32, LIGHT.muted, **at)
        fitting = min(size, int((room - 20) / labels.em(figure.how_much)))
        amount, down = _block(figure.how_much, down + size - 28, fitting, colour, weight=700, **at)
        parts += [what, amount]
        lowest = max(lowest, down)
    return "".join(parts), lowest


def _chart(card: Card, top: int, bottom: int) -> str:
    height = min(bottom - top, _TALLEST)
    drawn = sparkline.strokes([figure.line for figure in card.figures], _TEXT, height)
    lines = "".join(
        f'<g stroke="{colour}" fill="{colour}">{line}</g>'
        for line, colour in zip(drawn, _COLOURS, strict=False)
    )
    if not lines:
        return ""
    first, last = card.span
    return (
        f'<g transform="translate({EDGE} {bottom - height})" stroke-width="5">{lines}</g>'
        + _line(first, EDGE, bottom + 44, 28, LIGHT.muted)
        + _line(last, WIDTH - EDGE, bottom + 44, 28, LIGHT.muted, anchor="end")
    )


def _foot(card: Card) -> str:
    """Who quotes it and where it comes from, beside the QR code."""
    room = _TEXT - (_CODE + 40 if card.scanned else 0)
    quoted, down = _block(card.quoted, _FOOT + 28, 30, LIGHT.text, room=room, most=2)
    source, down = _block(card.source, down + 4, 26, LIGHT.muted, room=room, most=3)
    if not card.scanned:
        return quoted + source
    return (
        quoted
        + source
        + _line(card.scan, EDGE, HEIGHT - EDGE, 26, LIGHT.muted)
        + _code(card.scanned)
    )


@remembered(_CODES)
def _code(address: str) -> str:
    code = segno.make(address, error="m")
    side = code.symbol_size(border=0)[0]
    left, top = WIDTH - EDGE - _CODE, HEIGHT - EDGE - _CODE
    path = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    scale = f"translate({left} {top}) scale({_CODE / side:.4f})"
    return f'<path class="code" transform="{scale}" fill="{LIGHT.text}" d="{path}"/>'


def _block(
    words: str, top: int, size: int, colour: str, *, weight: int = 400, left: int = EDGE,
    room: int = _TEXT, most: int = 3,
) -> tuple[str, int]:  # fmt: skip
    """Words in as many lines as they need, at most ``most``; and where the next block begins."""
    lines = [unescape(line) for line in labels.wrapped(words, int(room / size)).split("<br>")]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][:-1] + "…"]
    step = round(size * _LEADING)
    drawn = "".join(
        _line(line, left, top + place * step, size, colour, weight=weight)
        for place, line in enumerate(lines)
    )
    return drawn, top + len(lines) * step


def _line(
    words: str, x: int, y: int, size: int, colour: str, *, weight: int = 400, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )

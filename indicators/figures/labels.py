"""Labels on charts: wrapped and cut to their room, moved apart where they would collide."""

from __future__ import annotations

import html
from collections.abc import Sequence

CHARACTER = 13  # pixels a Chinese character takes at the size of chart text
LATIN = 0.55  # the width of a Latin letter beside a Chinese character
CLOSING = "，。、；：！？）》」』…％"  # never begins a line
WIDEST_LABEL = 8  # characters in a line of a direct label


def wrapped(text: str, width: int = WIDEST_LABEL) -> str:
    """Text for a narrow label, as HTML lines; a Chinese character counts one, a letter half."""
    lines, line, used = [], "", 0.0
    for word in _pieces(text):
        need = em(word)
        if line and used + need > width:
            lines.append(line.strip())
            line, used = "", 0.0
        line, used = line + word, used + need
    return "<br>".join(html.escape(part) for part in [*lines, line.strip()] if part)


def em(text: str) -> float:
    """How wide a text is, about, in Chinese characters."""
    return sum(LATIN if ord(character) < 0x2E80 else 1.0 for character in text)


def _pieces(text: str) -> list[str]:
    """Latin words whole, Chinese characters one by one: a line may end after each."""
    pieces: list[str] = []
    for character in text:
        latin = ord(character) < 0x2E80 and character not in " /+"
        last = pieces[-1][-1] if pieces else " "
        in_word = latin and last not in " /+" and ord(last) < 0x2E80
        if pieces and (in_word or character in CLOSING):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def spread(
    places: Sequence[float], least: float, within: tuple[float, float] | None = None
) -> list[float]:
    """Move labels apart until neighbours are ``least`` apart, keeping their order and middle.

    ``within`` are the ends of the axis, beyond which a label would not be drawn.
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for _ in range(len(places)):
        for low, high in zip(range(len(moved) - 1), range(1, len(moved)), strict=True):
            short = least - (moved[high] - moved[low])
            if short > 1e-9:
                moved[low] -= short / 2
                moved[high] += short / 2
    if within and moved:
        bottom, top = sorted(within)
        last = len(moved) - 1
        moved = [min(y, top - least * (last - i)) for i, y in enumerate(moved)]
        moved = [max(y, bottom + least * i) for i, y in enumerate(moved)]
    result = list(places)
    for place, i in enumerate(order):
        result[i] = moved[place]
    return result


def width(label: str) -> int:
    """The width of a wrapped label in pixels."""
    return max(round(CHARACTER * em(html.unescape(part))) for part in label.split("<br>"))


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

"""Undoing the damage of scrapers and scanners; every repair keeps its place in the raw text.

Each stage is a module with a function ``edits(text)``: from the text as the stages before left it
to the edits it wants. A new kind of damage is one such module and its place in STAGES.
"""

from __future__ import annotations

from collections.abc import Callable

from indicators.cleaning import (
    blanks,
    breaks,
    digits,
    invisible,
    latex,
    losses,
    markup,
    realign,
    residue,
    tablerows,
    variants,
    widths,
    wrapper,
)
from indicators.cleaning.contract import CleanText, Repair
from indicators.cleaning.decode import decode
from indicators.cleaning.edits import Edit, Tracked

__all__ = ["STAGES", "CleanText", "Repair", "clean", "decode"]

Stage = Callable[[str], list[Edit]]

# Bytes are re-paired while the pinyin that guides it is still there; words are looked up in
# simplified text, so blanks and breaks come last. The wrapper is looked for twice: as the page
# had it, and in the lines that markup made; before that, tags tell the rows of tables apart.
STAGES: tuple[Stage, ...] = (
    tablerows.edits,
    wrapper.edits,
    markup.edits,
    invisible.edits,
    wrapper.edits,
    widths.edits,
    latex.edits,
    realign.edits,
    residue.edits,
    variants.edits,
    breaks.edits,
    blanks.edits,
    digits.edits,
    losses.edits,
)


def clean(raw: str) -> CleanText:
    """Repair a text. Clean text comes through unchanged; any text takes linear time."""
    tracked = Tracked(raw)
    looked: dict[Stage, str] = {}
    for stage in STAGES:
        if looked.get(stage) is not tracked.text:  # a stage finds nothing new in the same text
            looked[stage] = tracked.text
            tracked.apply(stage(tracked.text))
    return tracked.result()

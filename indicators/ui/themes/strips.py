"""Strip plots of the themes page: where in the texts something is said, each tick a way there."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.figures.still import still
from indicators.figures.strips import Lane, Tick, draw_strips
from indicators.mentions import Mention
from indicators.reading import Reading
from indicators.strings import Lang
from indicators.theme import palette
from indicators.ui import plots, saving, state
from indicators.ui.components.document import mode
from indicators.ui.components.opening import open_next


def ticks(reading: Reading, found: Sequence[Mention]) -> tuple[Tick, ...]:
    """A tick for every word that tells, at its place in the text."""
    size = max(1, len(reading.clean.text))
    return tuple(
        Tick(
            (reading.sentences[mention.number - 1][0] + start) / size,
            mention.slug,
            mention.number,
            mention.sentence,
        )
        for mention in found
        for start, _ in mention.marks
    )


def draw(lanes: Sequence[Lane], lang: Lang, key: str, words: str, above: str) -> str:
    """Draw the lanes; ``words`` say what they show to those who cannot see it. Takes and gives back
    HTML as ``plots.show`` says."""
    figure = still(draw_strips, lanes, lang, palette(mode()))
    plots.show(figure, key, words, lambda: _clicked(key, lang), above)
    return saving.buttons(key, words, lang)


def _clicked(key: str, lang: Lang) -> None:
    tick = plots.clicked(key)
    if tick:
        slug, number = tick
        open_next(state.href("texts", lang, doc=slug, s=number))

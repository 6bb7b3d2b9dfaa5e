"""Cards: a figure on a line of its own, its name on the line above or below, as dashboards print.

Which of the two it is the cards of a run tell together: the way in which more of the figures fit
the indicators named. Where both fit as many, none is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from indicators.quantities import Quantity
from indicators.quotes import tokens
from indicators.quotes.resolve import is_compatible
from indicators.quotes.vocabulary import Vocabulary

_BESIDE = re.compile(r"[\s约超近达逾过突破至了仅+>≈~↑↓*#|-]*")
_LONGEST_FIGURE, _LONGEST_NAME = 20, 24
_PUNCTUATED = re.compile(r"[。！？!?；;，,：:、]")
_LEAST_BARE = 10_000
Span = tuple[int, int]


def find(
    lowered: str, lines: Sequence[Span], found: Sequence[Quantity], vocabulary: Vocabulary
) -> Mapping[int, int]:
    """The number of the line of each card's figure, and that of its name; linear in the text."""
    inside = [tokens.inside(found, *line) for line in lines]
    alone = {
        number: figures[0]
        for number, (line, figures) in enumerate(zip(lines, inside, strict=True))
        if len(figures) == 1 and _is_alone(lowered, line, figures[0])
    }
    cards: dict[int, int] = {}
    for run in _runs(alone):
        above, below = (
            {
                number: number + step
                for number in run
                if 0 <= number + step < len(lines)
                and not inside[number + step]
                and _names(lowered, lines[number + step], alone[number], vocabulary)
            }
            for step in (-1, 1)
        )
        if len(above) != len(below):
            cards |= above if len(above) > len(below) else below
    return cards


def _is_alone(lowered: str, line: Span, figure: Quantity) -> bool:
    """Whether a line is the figure and nothing else; a small bare number is that of a page."""
    start, end = line
    if end - start > _LONGEST_FIGURE:
        return False
    if figure.unit == "number" and figure.value.is_integer() and figure.value < _LEAST_BARE:
        return False
    return _BESIDE.fullmatch(lowered[start : figure.start] + lowered[figure.end : end]) is not None


def _runs(alone: Mapping[int, Quantity]) -> Iterator[Sequence[int]]:
    """The numbers of figures with one line between each two of them."""
    run: list[int] = []
    for number in alone:
        if run and number != run[-1] + 2:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _names(lowered: str, line: Span, figure: Quantity, vocabulary: Vocabulary) -> bool:
    """Whether a line is the name of an indicator that the figure can be one of."""
    start, end = line
    if end - start > _LONGEST_NAME or _PUNCTUATED.search(lowered, start, end):
        return False
    words = (vocabulary.words[word[0]] for word in vocabulary.pattern.finditer(lowered, start, end))
    return any(
        word.kind == "label" and is_compatible(word.name, figure, vocabulary) for word in words
    )

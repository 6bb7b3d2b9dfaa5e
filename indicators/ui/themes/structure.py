"""The structure the texts share: where each one states challenges, thinking and ways forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

import streamlit as st

from indicators.figures.strips import Lane
from indicators.mentions import Mention
from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.themes import Theme
from indicators.ui import evidence, load
from indicators.ui.markup import escape
from indicators.ui.state import State
from indicators.ui.themes import strips
from indicators.ui.themes.passages import place_link
from indicators.ui.themes.shelf import Shelf, short_names

SHORT = 34  # characters of a sentence that may announce what follows: a heading, a topic sentence
SIGNPOSTS = 3


def draw(here: State, kept: Shelf) -> None:
    """Draw the section; nothing where no moves are known."""
    moves = load.library().moves
    if not moves:
        return
    lang = here.lang
    title = " → ".join(move.name[lang] for move in moves.values())
    heading = text(lang, "themes.structure", moves=title)
    st.html(f"<h2>{escape(heading)}</h2><p>{escape(answer(lang, kept, moves))}</p>")
    strips.draw(lanes(lang, kept, moves), lang, "strips_moves", text(lang, "themes.structure_alt"))
    columns = "".join(_text(lang, kept, slug, moves) for slug in kept.readings)
    how = escape(text(lang, "themes.structure_how", most=SHORT))
    st.html(f'<p class="quiet">{how}</p><div class="structure">{columns}</div>')


def answer(lang: Lang, kept: Shelf, moves: Mapping[str, Theme]) -> str:
    """How many texts come from the first move to the last, and how many in the full order."""
    middles = [
        [_middle(kept.readings[slug], kept.moves[id, slug]) for id in moves]
        for slug in kept.readings
    ]
    told = [[at for at in row if at is not None] for row in middles]
    whole = [row for row in told if len(row) == len(moves)]
    names = [move.name[lang] for move in moves.values()]
    ends = sum(row[0] < row[-1] for row in whole)
    return text(
        lang,
        "themes.structure_all" if ends == len(middles) else "themes.structure_lead",
        texts=len(middles),
        ends=ends,
        ordered=sum(row == sorted(row) for row in whole),
        first=names[0],
        last=names[-1],
        between=text(lang, "themes.and").join(names[1:-1]),
    )


def _middle(reading: Reading, found: Sequence[Mention]) -> float | None:
    """Where the middle one of these sentences begins, 0 to 1; None where there is none."""
    size = max(1, len(reading.clean.text))
    places = [reading.sentences[mention.number - 1][0] / size for mention in found]
    return median(places) if places else None


def lanes(lang: Lang, kept: Shelf, moves: Mapping[str, Theme]) -> list[Lane]:
    """A lane for each move in each text, the text's name above the first."""
    names = short_names(load.library().documents, lang)
    return [
        Lane(
            move.name[lang],
            strips.ticks(reading, kept.moves[move.id, slug]),
            names[slug] if at == 0 else "",
            at % 3,
        )
        for slug, reading in kept.readings.items()
        for at, move in enumerate(moves.values())
    ]


def _text(lang: Lang, kept: Shelf, slug: str, moves: Mapping[str, Theme]) -> str:
    title = escape(evidence.full_title(load.library(), slug, lang))
    columns = "".join(_move(lang, kept, slug, move) for move in moves.values())
    return f'<section><h3>{title}</h3><div class="moves">{columns}</div></section>'


def _move(lang: Lang, kept: Shelf, slug: str, move: Theme) -> str:
    found = kept.moves[move.id, slug]
    middle = _middle(kept.readings[slug], found)
    if middle is None:
        count = text(lang, "themes.no_move")
    else:
        count = text(lang, "themes.move", count=len(found), middle=f"{middle:.0%}")
    items = "".join(f"<li>{_signpost(lang, mention)}</li>" for mention in signposts(found))
    name = escape(move.name[lang])
    return f'<div><h4>{name}</h4><p class="quiet">{escape(count)}</p><ul>{items}</ul></div>'


def signposts(found: Sequence[Mention]) -> list[Mention]:
    """The short sentences among these, which announce: each wording once, the first few."""
    short = {m.sentence: m for m in reversed(found) if len(m.sentence) <= SHORT}
    chosen = sorted(short.values(), key=lambda mention: mention.number)[:SIGNPOSTS]
    return chosen or list(found[:1])


def _signpost(lang: Lang, mention: Mention) -> str:
    return f'{place_link(lang, mention)} <span lang="zh-CN">{escape(mention.sentence)}</span>'

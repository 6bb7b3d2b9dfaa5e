"""The structure the texts share: where each one states challenges, thinking and ways forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import median

import streamlit as st

from indicators.figures.strips import Lane
from indicators.mentions import Mention
from indicators.reading import Reading
from indicators.strings import LANGS, Lang, text
from indicators.themes import Theme
from indicators.ui import evidence, load, state
from indicators.ui.markup import escape, link
from indicators.ui.state import State
from indicators.ui.themes import strips
from indicators.ui.themes.passages import passages_html, place_link
from indicators.ui.themes.shelf import MOST, Shelf, shelf, short_names

SHORT = 34  # characters of a sentence that may announce what follows: a heading, a topic sentence
SIGNPOSTS = 3
CUT = 60  # characters of a sentence that stands in for a missing signpost
FEWEST = 3  # sentences that say where a text speaks of something


def draw(here: State, kept: Shelf) -> None:
    """Draw the section; nothing where no moves are known."""
    moves = load.library().moves
    if not moves:
        return
    lang = here.lang
    title = " → ".join(move.name[lang] for move in moves.values())
    heading = text(lang, "themes.structure", moves=title)
    above = f"<h2>{escape(heading)}</h2><p>{escape(answer(lang, kept, moves))}</p>"
    words = text(lang, "themes.structure_alt")
    st.html(strips.draw(_lanes(lang), lang, "strips_moves", words, above) + _columns(here))


@state.kept(MOST)
def _columns(here: State) -> str:
    kept, moves = shelf(), load.library().moves
    columns = "".join(_text(here, kept, slug, moves) for slug in kept.readings)
    how = escape(text(here.lang, "themes.structure_how", most=SHORT, fewest=FEWEST))
    return f'<p class="quiet">{how}</p><div class="structure">{columns}</div>'


def answer(lang: Lang, kept: Shelf, moves: Mapping[str, Theme]) -> str:
    """How many texts come from the first move to the last, and how many in the full order."""
    middles = [
        [middle(kept.readings[slug], kept.moves[id, slug]) for id in moves]
        for slug in kept.readings
    ]
    told = [[at for at in row if at is not None] for row in middles]
    whole = [row for row in told if len(row) == len(moves)]
    ends = sum(row[0] < row[-1] for row in whole)
    names = [move.name[lang] for move in moves.values()]
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


def middle(reading: Reading, found: Sequence[Mention]) -> float | None:
    """Where the middle one of these sentences begins, 0 to 1; None where they are too few."""
    size = max(1, len(reading.clean.text))
    places = [reading.sentences[mention.number - 1][0] / size for mention in found]
    return median(places) if len(places) >= FEWEST else None


@load.kept(len(LANGS))
def _lanes(lang: Lang) -> tuple[Lane, ...]:
    return lanes(lang, shelf(), load.library().moves)


def lanes(lang: Lang, kept: Shelf, moves: Mapping[str, Theme]) -> tuple[Lane, ...]:
    """A lane for each move in each text, the text's name above the first."""
    names = short_names(load.library().documents, lang)
    return tuple(
        Lane(
            move.name[lang],
            strips.ticks(reading, kept.moves[move.id, slug]),
            names[slug] if at == 0 else "",
            at % 3,
        )
        for slug, reading in kept.readings.items()
        for at, move in enumerate(moves.values())
    )


def _text(here: State, kept: Shelf, slug: str, moves: Mapping[str, Theme]) -> str:
    title = escape(evidence.full_title(load.library(), slug, here.lang))
    columns = "".join(_move(here, kept, slug, move) for move in moves.values())
    opened = kept.moves[here.move, slug] if here.move and here.doc == slug else ()
    listed = f'<div class="all">{passages_html(here.lang, opened)}</div>' if opened else ""
    return f'<section><h3>{title}</h3><div class="moves">{columns}</div>{listed}</section>'


def _move(here: State, kept: Shelf, slug: str, move: Theme) -> str:
    lang, found = here.lang, kept.moves[move.id, slug]
    count = _count(here, found, slug, move) if found else escape(text(lang, "themes.no_move"))
    told = f'<p class="quiet">{count}{_place(lang, kept, found, slug)}</p>'
    return f"<div><h4>{escape(move.name[lang])}</h4>{told}{_listed(lang, found)}</div>"


def _count(here: State, found: Sequence[Mention], slug: str, move: Theme) -> str:
    """The number of sentences, which opens all of them below, or folds them away again."""
    opened = (here.move, here.doc) == (move.id, slug)
    target = {} if opened else {"move": move.id, "doc": slug}
    address = state.href("themes", here.lang, q=here.q, against=here.against, **target)
    label = text(here.lang, "themes.fold" if opened else "themes.move", count=len(found))
    return link(address, label, current="true" * opened)


def _place(lang: Lang, kept: Shelf, found: Sequence[Mention], slug: str) -> str:
    at = middle(kept.readings[slug], found)
    return "" if at is None else escape(text(lang, "themes.middle", middle=f"{at:.0%}"))


@lru_cache(maxsize=256)
def _listed(lang: Lang, found: tuple[Mention, ...]) -> str:
    items = "".join(f"<li>{_signpost(lang, mention)}</li>" for mention in signposts(found))
    return f"<ul>{items}</ul>"


def signposts(found: Sequence[Mention]) -> list[Mention]:
    """The short sentences among these, which announce: each wording once, the first few."""
    short = {m.sentence: m for m in reversed(found) if len(m.sentence) <= SHORT}
    chosen = sorted(short.values(), key=lambda mention: mention.number)[:SIGNPOSTS]
    return chosen or list(found[:1])


def _signpost(lang: Lang, mention: Mention) -> str:
    sentence = mention.sentence
    shown = sentence if len(sentence) <= CUT else sentence[: CUT - 1] + "…"
    return f'{place_link(lang, mention)} <span lang="zh-CN">{escape(shown)}</span>'

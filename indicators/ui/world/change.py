"""China's EGDI between two editions: what each of its three parts added, as steps and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from indicators import egdi
from indicators.egdi import PARTS, Change, Edition
from indicators.figures.parts import Step, parts_figure
from indicators.figures.still import still
from indicators.strings import Lang, text
from indicators.ui import load, plots, problems, saving, state
from indicators.ui.components.document import mode
from indicators.ui.markup import Cell, escape, table
from indicators.ui.state import State
from indicators.ui.subject import Topic

LEAST = 0.00005  # a rest below the last digit that the newer editions print is none
MOST = 64  # pairs of editions that are kept
KEY = "change_chart"
_FROM, _TO = "edition_from", "edition_to"


def draw(topic: Topic, above: str) -> str:
    """Two editions to pick, the sentence, the steps, the table; takes and gives back HTML as
    ``plots.show`` says."""
    editions = egdi.editions(topic.library.observations)
    if len(editions) < 2:
        return above
    here, lang = topic.here, topic.here.lang
    st.html(f"{above}<h2>{escape(text(lang, 'world.change_title'))}</h2>")
    first, last = picked(here, editions)
    _controls(tuple(editions), first, last, lang)
    shown = _shown(lang, first, last)
    said = "".join(f"<p>{escape(words)}</p>" for words in shown.told)
    figure = still(parts_figure, shown.steps, lang, mode())
    plots.show(figure, KEY, shown.told[0], above=said)
    return saving.buttons(KEY, text(lang, "world.change_title"), lang, shown.source) + shown.table


class Shown(NamedTuple):
    """The change between two editions: in words, as the steps of the chart, as a table."""

    told: list[str]
    steps: list[Step]
    table: str
    source: str


@load.kept(MOST)
def _shown(lang: Lang, first: str, last: str) -> Shown:
    library = load.library()
    editions = egdi.editions(library.observations)
    change = egdi.change(editions[first], editions[last])
    names = {id: library.indicators[id].short[lang] for id in (*PARTS, egdi.INDEX)}
    parts = [one for id in names for one in library.observations.get(id, ())]
    used = [one for one in parts if one.geo == "CN" and one.as_of[:4] in (first, last)]
    return Shown(
        told(change, names, lang),
        steps(change, names, lang),
        _table(change, names, lang),
        saving.sources(used, library, lang),
    )


def picked(here: State, editions: Mapping[str, Edition]) -> tuple[str, str]:
    """The two editions of the address, else the first of equal weights and the newest."""
    years = tuple(editions)
    default = (next((y for y in years[:-1] if y > max(egdi.UNEQUAL)), years[0]), years[-1])
    if here.t is None:
        return default
    first, _, last = here.t.partition("..")
    if first in editions and last in editions and first < last:
        return first, last
    problems.say(
        text(
            here.lang,
            "world.unknown_edition",
            value=here.t,
            editions=text(here.lang, "world.list").join(years),
        )
    )
    return default


def _controls(years: Sequence[str], first: str, last: str, lang: Lang) -> None:
    st.session_state[_FROM], st.session_state[_TO] = first, last
    with st.container(horizontal=True, key="editions"):
        st.selectbox(text(lang, "world.from"), years[:-1], key=_FROM, on_change=_follow, width=140)
        later = [year for year in years if year > first]
        st.selectbox(text(lang, "world.to"), later, key=_TO, on_change=_follow, width=140)


def _follow() -> None:
    first, last = st.session_state[_FROM], st.session_state[_TO]
    later = (year for year in egdi.editions(load.library().observations) if year > first)
    state.go(t=f"{first}..{last if last > first else next(later)}")


def told(change: Change, names: Mapping[str, str], lang: Lang) -> list[str]:
    """The change in sentences: the whole, the parts, and what the weights have to do with it."""
    parts = text(lang, "topic.comma").join(
        text(lang, "world.part", name=names[id], value=signed(value))
        for id, value in zip(PARTS, change.parts, strict=True)
    )
    sentences = [
        text(
            lang,
            "world.rose" if change.whole >= 0 else "world.fell",
            first=change.first.year,
            last=change.last.year,
            before=f"{change.first.index:.4f}",
            after=f"{change.last.index:.4f}",
            change=f"{abs(change.whole):.4f}",
            parts=parts,
        )
    ]
    if abs(change.rest) >= LEAST:
        sentences.append(text(lang, "world.rest", value=signed(change.rest)))
    if {change.first.year, change.last.year} & set(egdi.UNEQUAL):
        sentences.append(text(lang, "world.weights"))
    return sentences


def steps(change: Change, names: Mapping[str, str], lang: Lang) -> list[Step]:
    """The bars: the index before, each part on top of the last, the index after."""

    def edition(one: Edition) -> Step:
        name = text(lang, "world.edition", year=one.year, name=names[egdi.INDEX])
        return Step(name, 0.0, one.index, f"{one.index:.4f}", whole=True)

    bars, reached = [edition(change.first)], change.first.index
    for id, value in zip(PARTS, change.parts, strict=True):
        bars.append(Step(names[id], reached, reached + value, signed(value)))
        reached += value
    return [*bars, edition(change.last)]


def signed(value: float) -> str:
    """A change of an index as print has it: +0.1234, −0.0123."""
    return f"{value:+.4f}".replace("-", "\u2212")


def _table(change: Change, names: Mapping[str, str], lang: Lang) -> str:
    columns = [
        text(lang, "world.item"),
        *(text(lang, "world.edition_of", year=y) for y in (change.first.year, change.last.year)),
        text(lang, "world.added"),
    ]
    rows = [
        [Cell(names[id]), _figure(before), _figure(after), Cell(signed(added), number=True)]
        for id, before, after, added in zip(
            PARTS, change.first.parts, change.last.parts, change.parts, strict=True
        )
    ]
    whole = [Cell(names[egdi.INDEX]), _figure(change.first.index), _figure(change.last.index)]
    rows.append([*whole, Cell(signed(change.whole), number=True)])
    return table(text(lang, "world.change_title"), columns, rows)


def _figure(value: float) -> Cell:
    return Cell(f"{value:.4f}", number=True)

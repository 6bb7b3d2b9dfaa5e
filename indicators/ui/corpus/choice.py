"""Which quotes the page shows: indicator, year and verdict, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.checks import VerdictKind
from indicators.corpus import Count, Filter
from indicators.strings import Lang, text
from indicators.ui import state
from indicators.ui.corpus import words
from indicators.ui.markup import link
from indicators.ui.state import State

SCOPE = "corpus"
FILTERS = ("id", "t", "verdict")
WIDTH = 260  # pixels of a filter
Counts = Sequence[Count]


def asked(here: State) -> Filter:
    """What the address asks for."""
    first, last = bounds(here.t)
    value = float(here.v) if here.v else None
    return Filter(here.id, first, last, here.verdict, value)


def bounds(t: str | None) -> tuple[str | None, str | None]:
    """The first and the last month of what the address says, None where it names no time."""
    if not t:
        return None, None
    start, _, end = t.partition("..")
    end = end or start
    return (
        start if len(start) > 4 else f"{start}-01",
        end if len(end) > 4 else f"{end}-12",
    )


def narrowed(counts: Counts, asked: Filter) -> list[Count]:
    """The counts that pass a filter, its value left aside."""
    return [
        one
        for one in counts
        if asked.indicator in (None, one.indicator)
        and asked.verdict in (None, one.verdict)
        and (asked.first is None or (one.as_of or "") >= asked.first)
        and (asked.last is None or (one.as_of or "~") <= asked.last)
    ]


def address(lang: Lang, **asked: str | None) -> str:
    """The address of the list of the quotes asked for."""
    return state.href("corpus", lang, **asked, p="1")


def draw(here: State, counts: Counts) -> None:
    """Draw the filters, and the way out of them."""
    with st.container(horizontal=True, key="controls"):
        for param, named in choices(here, counts).items():
            _choice(here, param, named)
    if any(getattr(here, param) for param in (*FILTERS, "v")):
        away = link(state.href("corpus", here.lang), text(here.lang, "corpus.unfiltered"))
        st.html(f'<p class="quiet">{away}</p>')


def _choice(here: State, param: str, named: Mapping[str, str]) -> None:
    st.selectbox(
        text(here.lang, f"corpus.filter_{param}"),
        list(named),
        format_func=lambda value: named.get(value, value),
        key=state.show(param, getattr(here, param) or "", SCOPE),
        on_change=state.follow,
        args=(param, SCOPE, ("v", "p")),
        width=WIDTH,
    )


def choices(here: State, counts: Counts) -> Mapping[str, Mapping[str, str]]:
    """What each filter offers, by the value in the address; "" is all of them."""
    lang = here.lang
    present = {one.indicator for one in counts}
    years = sorted({one.as_of[:4] for one in counts if one.as_of}, reverse=True)
    verdicts = {one.verdict for one in counts}
    found: dict[str, dict[str, str]] = {
        "id": {id: words.name(id, lang) for id in words.ordered(present)},
        "t": {year: text(lang, "search.year", year=year) for year in years},
        "verdict": {
            kind: text(lang, f"verdict.{kind}") for kind in VerdictKind if kind in verdicts
        },
    }
    for param, chosen in (("id", here.id), ("t", here.t), ("verdict", here.verdict)):
        if chosen and chosen not in found[param]:  # a range, or what this corpus lacks
            found[param][chosen] = words.chosen(param, chosen, lang)
    return {
        param: {"": text(lang, f"corpus.every_{param}"), **named} for param, named in found.items()
    }

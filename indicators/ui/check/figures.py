"""The list of the figures of a visitor's text, by verdict, and the one that is looked at.

It is a fragment: to select a figure draws this part of the page alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from indicators import theme
from indicators.checks import VerdictKind
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import evidence, load, state
from indicators.ui.check import desk, detail
from indicators.ui.check.desk import Desk
from indicators.ui.components.evidence import Item, show_evidence
from indicators.ui.components.selection import hold_selection
from indicators.ui.markup import escape
from indicators.ui.notes import note
from indicators.ui.state import State

FILTER = "check_verdict"
ALL, CONTRADICTED = "all", "inconsistent"
MOST = 100  # figures listed at a time


@st.fragment
def draw(here: State) -> None:
    """The selected figure, then the list."""
    mine = desk.current()
    hold_selection(mine.claim, "check_selection", mine.select)
    if mine.selected and mine.reading:
        with st.container(key="check_detail"):
            detail.draw(here, mine.selected, mine.reading, mine.suggestion)
    else:
        st.html(f'<p class="quiet">{escape(text(here.lang, "check.pick"))}</p>')
    _list(here.lang, mine, mine.reading.findings if mine.reading else ())


def _list(lang: Lang, mine: Desk, findings: Sequence[Finding]) -> None:
    counts = _counts(findings)
    chosen = mine.verdict if mine.verdict in counts else ALL
    st.html(f"<h2>{escape(text(lang, 'check.list', count=len(findings)))}</h2>")
    if len(counts) > 2:
        st.session_state[FILTER] = chosen
        st.segmented_control(
            text(lang, "check.filter"),
            list(counts),
            format_func=lambda option: _option(lang, option, counts[option]),
            key=FILTER,
            on_change=lambda: mine.filter(st.session_state[FILTER]),
            required=True,
            label_visibility="collapsed",
        )
    fitting = [one for one in findings if _fits(one, chosen)]
    first = _first(mine, fitting)
    if len(fitting) > MOST:
        _turn(lang, mine, first, len(fitting))
    items = [_item(lang, one) for one in fitting[first : first + MOST]]
    label = text(lang, "check.list", count=len(fitting))
    with st.container(key="check_list"):
        show_evidence(items, mine.claim, label, "check_list_items", mine.toggle, still=True)


def _first(mine: Desk, fitting: Sequence[Finding]) -> int:
    """Where the part of the list that is shown begins: it holds the figure just selected."""
    at = next((at for at, one in enumerate(fitting) if one.claim == mine.claim), None)
    place = mine.place if mine.place is not None or at is None else at
    place = min(max(place or 0, 0), max(len(fitting) - 1, 0))
    return place - place % MOST


def _turn(lang: Lang, mine: Desk, first: int, count: int) -> None:
    """Which part of a long list is shown, and the way to those before and behind it."""
    last = min(first + MOST, count)
    with st.container(horizontal=True, vertical_alignment="center", key="check_turn"):
        words = text(lang, "check.part", first=first + 1, last=last)
        st.html(f'<p class="quiet">{escape(words)}</p>')
        for name, place, ends in (
            ("before", first - MOST, first == 0),
            ("behind", last, last == count),
        ):
            st.button(
                text(lang, f"check.{name}"),
                key=f"check_{name}",
                on_click=mine.turn,
                args=(place,),
                disabled=ends,
                type="tertiary",
            )


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many figures each choice of the filter leaves; those that leave none are left out."""
    kinds = Counter(one.verdict.kind for one in findings)
    counts = {ALL: len(findings)} | {str(kind): kinds[kind] for kind in VerdictKind if kinds[kind]}
    contradicted = sum(one.inconsistent is not None for one in findings)
    return counts | ({CONTRADICTED: contradicted} if contradicted else {})


def _fits(finding: Finding, chosen: str) -> bool:
    if chosen == CONTRADICTED:
        return finding.inconsistent is not None
    return chosen in (ALL, str(finding.verdict.kind))


def _option(lang: Lang, option: str, count: int) -> str:
    return f"{text(lang, 'check.all' if option == ALL else f'verdict.{option}')} {count}"


def _item(lang: Lang, finding: Finding) -> Item:
    said = note(finding, load.library(), lang)
    before, figure, after = evidence.around_figure(finding)
    contradicts = text(lang, "verdict.inconsistent")
    return Item(
        claim=finding.claim,
        before=before,
        figure=figure,
        after=after,
        lang="zh-CN",
        verdict=said.verdict,
        word=f"{said.word} · {contradicts}" if finding.inconsistent else said.word,
        shape=theme.verdict_look(said.verdict).path,
        from_=said.about,
        reason="",
        open=text(lang, "reader.open", name=said.indicator.short[lang]) if said.page else "",
        href=state.href(said.page.slug, lang, id=said.indicator.id) if said.page else "",
    )

"""The result: the text with its figures marked, their list, and the one that is selected."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from indicators import periods, theme
from indicators.checks import VerdictKind
from indicators.reading import Finding, Reading
from indicators.strings import Lang, text
from indicators.suggestions import suggest
from indicators.ui import evidence, load, state
from indicators.ui.check import desk, detail
from indicators.ui.check.desk import Desk
from indicators.ui.components.evidence import Item, show_evidence
from indicators.ui.components.reader import Chosen, draw_reader
from indicators.ui.markup import escape
from indicators.ui.notes import note
from indicators.ui.reader_data import reader_data
from indicators.ui.state import State

MONTH, FILTER = "check_month", "check_verdict"
ALL, CONTRADICTED = "all", "inconsistent"


def draw(here: State, mine: Desk, read: Reading) -> None:
    """The month, then the text left and its figures right; below each other on a phone."""
    _month(here.lang, mine, read)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _text(here.lang, mine, read)
    with right, st.container(key="check_side"):
        if not read.findings:
            st.html(f'<p class="quiet">{escape(text(here.lang, "check.none_next"))}</p>')
            return
        suggestions = {one.claim: one for one in suggest(read, load.library())}
        if mine.selected:
            with st.container(key="check_detail"):
                detail.draw(here, mine.selected, read, suggestions.get(mine.selected.claim))
        else:
            st.html(f'<p class="quiet">{escape(text(here.lang, "check.pick"))}</p>')
        _list(here.lang, mine, read)


def _month(lang: Lang, mine: Desk, read: Reading) -> None:
    """When the text came out: guessed from it, and to be changed."""
    st.session_state[MONTH] = st.session_state.get("check_mistyped") or read.published or ""
    given = mine.jobs[mine.shown].published is not None
    hint = "given" if given else "guessed" if read.published else "unknown"
    st.text_input(
        text(lang, "check.month"),
        key=MONTH,
        placeholder="2021-04",
        max_chars=10,
        help=text(lang, "check.month_why"),
        on_change=_set_month,
        width=240,
    )
    mistyped = st.session_state.pop("check_mistyped", None)
    key = "check.month_wrong" if mistyped else f"check.month_{hint}"
    st.html(f'<p class="quiet">{escape(text(lang, key))}</p>')


def _set_month() -> None:
    written = st.session_state[MONTH].strip().replace("/", "-").replace(".", "-")
    year, _, month = written.partition("-")
    written = f"{year}-{month.zfill(2)}" if month else written
    if written and not periods.is_month(written):
        st.session_state["check_mistyped"] = st.session_state[MONTH]
    else:
        desk.again(written)


def _text(lang: Lang, mine: Desk, read: Reading) -> None:
    if lang not in mine.drawn:
        notes = [note(finding, load.library(), lang) for finding in read.findings]
        digest = hashlib.sha256(read.clean.raw.encode("utf-8", "replace")).hexdigest()[:12]
        slug = f"{digest}-{read.published}"
        mine.drawn[lang] = reader_data(lang, slug, read, notes, elsewhere=False)
    data = {
        **mine.drawn[lang],
        "claim": mine.claim,
        "sentence": 0,
        "verdict": "",
        "view": "raw" if mine.raw else "clean",
    }
    draw_reader(data, "check_reader", _remember)


def _remember(chosen: Chosen) -> None:
    """Note what was picked in the text: in the session, never in the address."""
    mine = desk.current()
    if chosen.selected:
        mine.claim = chosen.selected
    if chosen.viewed:
        mine.raw = chosen.viewed == "raw"


def _list(lang: Lang, mine: Desk, read: Reading) -> None:
    options = [ALL, *_verdicts(read.findings)]
    chosen = mine.verdict if mine.verdict in options else ALL
    st.html(f"<h2>{escape(text(lang, 'check.list', count=len(read.findings)))}</h2>")
    if len(options) > 2:
        st.session_state[FILTER] = chosen
        st.segmented_control(
            text(lang, "check.filter"),
            options,
            format_func=lambda option: _option(lang, option, read.findings),
            key=FILTER,
            on_change=lambda: setattr(mine, "verdict", st.session_state[FILTER]),
            required=True,
            label_visibility="collapsed",
        )
    items = [_item(lang, one) for one in read.findings if _fits(one, chosen)]
    label = text(lang, "check.list", count=len(items))
    with st.container(key="check_list"):
        show_evidence(items, mine.claim, label, "check_list_items", desk.toggle, still=True)


def _verdicts(findings: Sequence[Finding]) -> list[str]:
    present = [str(kind) for kind in VerdictKind if any(_fits(one, kind) for one in findings)]
    contradicted = any(one.inconsistent for one in findings)
    return [*present, CONTRADICTED] if contradicted else present


def _fits(finding: Finding, chosen: str) -> bool:
    if chosen == CONTRADICTED:
        return finding.inconsistent is not None
    return chosen in (ALL, str(finding.verdict.kind))


def _option(lang: Lang, option: str, findings: Sequence[Finding]) -> str:
    word = text(lang, "check.all" if option == ALL else f"verdict.{option}")
    return f"{word} {sum(_fits(one, option) for one in findings)}"


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

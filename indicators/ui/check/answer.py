"""The answer of the check page: figures by verdict, and what became of each file."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators.checks import VerdictKind
from indicators.jobs import Outcome
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import problems, quote_card
from indicators.ui.check import desk
from indicators.ui.check.desk import Desk
from indicators.ui.markup import escape, quoted

NAME = "check_file"


def sentence(lang: Lang, mine: Desk) -> str:
    """The one sentence that answers, as plain text; an invitation while nothing is done."""
    found = [one for _, read in mine.readings for one in read.findings]
    if mine.running or not mine.outcomes:
        return text(lang, "check.invitation")
    if not mine.readings:
        return text(lang, "check.nothing_read")
    if not found:
        return text(lang, "check.none")
    counted = text(lang, "check.answer", count=len(found), counts=tally(lang, found))
    if len(mine.outcomes) == 1:
        return counted
    files = text(lang, "check.files", files=len(mine.outcomes), read=len(mine.readings))
    return files + counted


def tally(lang: Lang, found: Iterable[Finding]) -> str:
    """一致 7 · 口径错误 2 · 自相矛盾 1: the verdicts that occur, with their numbers."""
    findings = list(found)
    counts = {kind: sum(one.verdict.kind is kind for one in findings) for kind in VerdictKind}
    parts = [f"{text(lang, f'verdict.{kind}')}\u00a0{n}" for kind, n in counts.items() if n]
    contradicted = sum(one.inconsistent is not None for one in findings)
    if contradicted:
        parts.append(f"{text(lang, 'verdict.inconsistent')}\u00a0{contradicted}")
    return "\u00a0· ".join(parts)


def draw(lang: Lang, mine: Desk) -> None:
    """The files one by one, where there are several; else the problem of the one, if any."""
    if len(mine.outcomes) == 1:
        (only,) = mine.outcomes.values()
        if only.problem:
            problems.say(_problem(lang, only))
        return
    st.html(listing(lang, mine))
    readable = [at for at in sorted(mine.outcomes) if mine.outcomes[at].reading]
    if len(readable) > 1:
        st.session_state[NAME] = mine.shown
        st.selectbox(
            text(lang, "check.which"),
            readable,
            format_func=lambda at: mine.outcomes[at].name,
            key=NAME,
            on_change=lambda: desk.look_at(st.session_state[NAME]),
            width=420,
        )


def listing(lang: Lang, mine: Desk) -> str:
    """Each file that is done with its verdicts, or with the reason why it could not be read."""
    items = "".join(_file(lang, mine.outcomes[at]) for at in sorted(mine.outcomes))
    label = escape(text(lang, "check.listing"))
    return f'<ul class="files" tabindex="0" aria-label="{label}">{items}</ul>'


def _file(lang: Lang, outcome: Outcome) -> str:
    name = f"<strong>{quoted(outcome.name)}</strong>"
    if outcome.reading is None:
        return f'<li class="unread">{name} {escape(_problem(lang, outcome))}</li>'
    findings = outcome.reading.findings
    if not findings:
        return f"<li>{name} {escape(text(lang, 'report.none'))}</li>"
    marks = "".join(
        f'<span data-verdict="{kind}">{quote_card.icon(kind)}'
        f"{escape(text(lang, f'verdict.{kind}'))} {number}</span>"
        for kind in VerdictKind
        if (number := sum(one.verdict.kind is kind for one in findings))
    )
    return f'<li>{name} <span class="counts">{marks}</span></li>'


def _problem(lang: Lang, outcome: Outcome) -> str:
    problem = outcome.problem
    return text(lang, f"input.{problem.code}", **problem.facts) if problem else ""

"""The rules of judgement, each with a sentence that the engine reads as the page is shown."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators import periods, reading
from indicators.checks import VerdictKind, reasons
from indicators.examples import Example
from indicators.library import Library
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import evidence, load, quote_card
from indicators.ui.markup import escape
from indicators.ui.state import State

BESIDE = ("inconsistent", "uncertain")  # what stands beside a verdict


def draw(here: State, library: Library) -> None:
    """Draw how a figure is judged, then a card for each verdict and what stands beside it."""
    lang = here.lang
    steps = "".join(f"<li>{escape(text(lang, f'data.step_{n}'))}</li>" for n in range(1, 5))
    found = findings(load.root())
    verdicts = "".join(_card(kind, found, library, lang) for kind in VerdictKind)
    beside = "".join(_card(kind, found, library, lang) for kind in BESIDE)
    st.html(
        f"<h2>{escape(text(lang, 'data.steps'))}</h2><ol>{steps}</ol>"
        f"<h2>{escape(text(lang, 'data.verdicts'))}</h2>"
        f"<p>{escape(text(lang, 'data.verdicts_lead'))}</p>"
        f'<ul class="cards quotes">{verdicts}</ul>'
    )
    st.html(
        f"<h2>{escape(text(lang, 'data.beside'))}</h2>"
        f'<ul class="cards quotes">{beside}</ul>'
    )


@st.cache_resource(show_spinner=False)
def findings(root: str) -> Mapping[str, tuple[Example, Finding]]:  # noqa: ARG001 - the cache's key
    """By what it shows, each example with the figure that shows it; what shows nothing is left out."""
    library = load.library()
    found = {}
    for example in library.examples:
        read = reading.read(example.text, library, example.published)
        shown = next((one for one in read.findings if shows(example.verdict, one)), None)
        if shown:
            found[example.verdict] = (example, shown)
    return found


def shows(kind: str, finding: Finding) -> bool:
    """Whether a figure was found to be what an example is to show."""
    if kind == "inconsistent":
        return finding.inconsistent is not None
    return not finding.certain if kind == "uncertain" else finding.verdict.kind == kind


def _card(
    kind: str, found: Mapping[str, tuple[Example, Finding]], library: Library, lang: Lang
) -> str:
    """Verdict and meaning; then the sentence, the month it appeared, and the engine's reason."""
    look = kind if kind in tuple(VerdictKind) else "no_reference"
    icon = quote_card.icon(look) if look == kind else ""
    head = (
        f'<p class="verdict">{icon}<strong>{escape(text(lang, f"verdict.{kind}"))}</strong></p>'
        f"<p>{escape(text(lang, f'meaning.{kind}'))}</p>"
    )
    example = _example(kind, *found[kind], library, lang) if kind in found else ""
    return f'<li class="card" data-verdict="{look}">{head}{example}</li>'


def _example(kind: str, example: Example, finding: Finding, library: Library, lang: Lang) -> str:
    before, figure, after = map(escape, evidence.around_figure(finding))
    when = periods.text(example.published, lang)
    reason = finding.verdict.reason
    if kind == "inconsistent" and finding.inconsistent:
        reason = finding.inconsistent.reason
    return (
        f'<blockquote lang="zh-CN">{before}<mark>{figure}</mark>{after}</blockquote>'
        f'<p class="reason">{escape(reasons.render(reason, lang, library))}</p>'
        f'<p class="origin">{escape(text(lang, "data.example", when=when))}</p>'
    )

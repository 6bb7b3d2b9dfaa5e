"""Quotes as HTML: how many have which verdict, and a card for one with its sentence and links."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.strings import Lang, text
from indicators.theme import verdict_look
from indicators.ui import evidence, load, state
from indicators.ui.load import Citation
from indicators.ui.markup import escape, quoted
from indicators.ui.notes import Note, note


def tally(lang: Lang, citations: Sequence[Citation]) -> str:
    """一致 3 · 近似 1: the verdicts that occur, in the order of their explanation, as text."""
    found = evidence.counts(citations).items()
    return "\u00a0· ".join(
        f"{text(lang, f'verdict.{kind}')}\u00a0{number}" for kind, number in found
    )


def tally_html(lang: Lang, citations: Sequence[Citation]) -> str:
    """The same with the verdicts' shapes and colours."""
    return "".join(
        f'<li data-verdict="{kind}">{icon(kind)}{escape(word)} {number}</li>'
        for kind, number in evidence.counts(citations).items()
        if (word := text(lang, f"verdict.{kind}"))
    )


def icon(verdict: str) -> str:
    """The verdict's shape, as decoration beside its word; st.html lets no SVG through."""
    return f'<span class="icon" aria-hidden="true">{verdict_look(verdict).glyph}</span>'


def card(lang: Lang, citation: Citation) -> str:
    """Verdict, what the words claim, the sentence around the figure, why, and where it stands."""
    said = note(citation.finding, load.library(), lang)
    before, figure, after = map(escape, evidence.around_figure(citation.finding))
    reason = f'<p class="reason">{escape(said.reason)}</p>' if said.reason else ""
    return (
        f'<li class="card" data-verdict="{said.verdict}">'
        f'<p class="verdict">{icon(said.verdict)}<strong>{escape(said.word)}</strong> '
        f"<span>{escape(said.about)}</span></p>"
        f'<blockquote lang="zh-CN">{before}<mark>{figure}</mark>{after}</blockquote>{reason}'
        f'<p class="origin">{_origin(lang, citation)}</p>'
        f'<p class="links">{_links(lang, citation, said)}</p></li>'
    )


def _origin(lang: Lang, citation: Citation) -> str:
    """引自《…》, with the Chinese title tagged as Chinese."""
    title = load.library().documents[citation.slug].title
    before, after = escape(text(lang, "reader.place", title="\0")).split("\0")
    return before + quoted(title) + after


def _links(lang: Lang, citation: Citation, said: Note) -> str:
    claim = citation.finding.claim
    address = state.href("texts", lang, doc=citation.slug, c=claim)
    links = [(address, text(lang, "reader.locate"))]
    if said.page:
        address = state.href(said.page.slug, lang, id=said.indicator.id, c=claim)
        links.append((address, text(lang, "reader.open", name=said.indicator.short[lang])))
    return " ".join(
        f'<a href="{escape(address)}" target="_self">{escape(label)}</a>'
        for address, label in links
    )

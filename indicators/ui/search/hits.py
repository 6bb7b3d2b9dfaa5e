"""The sentences found, the best first: their words marked, their figures judged, their place."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.reading import Finding
from indicators.search import Answer, Hit, Query
from indicators.strings import Lang, text
from indicators.ui import evidence, load, quote_card, registry, state
from indicators.ui.markup import escape, quoted
from indicators.ui.search.shelf import shelf
from indicators.ui.themes.passages import marked

SHOWN = 20  # the rest is folded away
TITLE = 40  # characters of a title
LONGEST, BEFORE = 240, 60  # characters of a sentence shown, and of them before the first mark


def draw(lang: Lang, answer: Answer) -> None:
    """The list; what is beyond the first ones folds out."""
    st.html(listed(lang, answer.hits[:SHOWN]))
    rest = answer.hits[SHOWN:]
    if rest:
        label = escape(text(lang, "search.more", count=len(rest)))
        st.html(f'<details class="more"><summary>{label}</summary>{listed(lang, rest)}</details>')
    if answer.total > len(answer.hits):
        words = text(lang, "search.cut", count=answer.total - len(answer.hits))
        st.html(f'<p class="quiet">{escape(words)}</p>')


def draw_understood(lang: Lang, query: Query) -> None:
    """Which indicators the query names, with the way to their pages."""
    named = dict.fromkeys(id for part in query.parts for id in part.indicators)
    lines = [words for id in named if (words := _indicator(lang, id))]
    if lines:
        st.html(f'<p class="quiet">{" ".join(lines)}</p>')


def _indicator(lang: Lang, id: str) -> str:
    known = load.library().indicators[id]
    page = registry.of_family(known.family)
    if page is None:
        return ""
    words = escape(text(lang, "search.names", name=known.name[lang]))
    label = escape(text(lang, "search.to_indicator"))
    address = escape(state.href(page.slug, lang, id=id))
    return f'{words}<a href="{address}" target="_self">{label}</a>'


def listed(lang: Lang, hits: Sequence[Hit]) -> str:
    """The hits as a list."""
    return f'<ol class="hits">{"".join(_item(lang, hit) for hit in hits)}</ol>'


def _item(lang: Lang, hit: Hit) -> str:
    passage = hit.passage
    findings = shelf().quotes.get((passage.doc, passage.s), ())
    asked = next((one for one in findings if _is_marked(one, hit)), None)
    place = {"c": asked.claim} if asked else {"s": str(passage.s)}
    address = escape(state.href("texts", lang, doc=passage.doc, **place))
    number = escape(text(lang, "search.place", number=passage.s))
    title = _title(lang, passage.doc)
    figures = "".join(_figure(lang, passage.doc, one) for one in findings)
    return (
        f'<li><p class="origin"><a href="{address}" target="_self">{title}{number}</a></p>'
        f'<blockquote lang="zh-CN">{excerpt(hit)}</blockquote>'
        + (f'<ul class="tally">{figures}</ul>' if figures else "")
        + "</li>"
    )


def _title(lang: Lang, slug: str) -> str:
    title = evidence.short_title(load.library(), slug, lang, TITLE)
    return escape(title) if lang == "en" else quoted(title)


def _is_marked(finding: Finding, hit: Hit) -> bool:
    """Whether the query asked for this very figure."""
    start = finding.quote.quantity.start - finding.quote.sentence[0]
    end = finding.quote.quantity.end - finding.quote.sentence[0]
    return any(first < end and start < last for first, last in hit.spans)


def _figure(lang: Lang, slug: str, finding: Finding) -> str:
    """A quoted figure with its verdict, which opens the reader at it."""
    kind = finding.verdict.kind
    address = escape(state.href("texts", lang, doc=slug, c=finding.claim))
    word = escape(text(lang, f"verdict.{kind}"))
    surface = quoted(finding.quote.quantity.surface)
    return (
        f'<li data-verdict="{kind}"><a href="{address}" target="_self">{surface} '
        f"{quote_card.icon(kind)}{word}</a></li>"
    )


def excerpt(hit: Hit) -> str:
    """The sentence as HTML with its marks; a long one cut around the first of them."""
    words = hit.passage.text
    if len(words) <= LONGEST:
        return marked(words, hit.spans)
    first = hit.spans[0][0] if hit.spans else 0
    start = max(0, min(first - BEFORE, len(words) - LONGEST))
    end = start + LONGEST
    spans = tuple(
        (max(a, start) - start, min(b, end) - start) for a, b in hit.spans if a < end and b > start
    )
    before, after = "…" * (start > 0), "…" * (end < len(words))
    return before + marked(words[start:end], spans) + after

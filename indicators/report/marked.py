"""A text as HTML: with its figures marked by verdict, and with its suggestions as insertions."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from indicators.reading import Reading
from indicators.strings import Lang, text
from indicators.suggestions import Suggestion, pieces
from indicators.theme import VERDICT_LOOKS

_TAGS = {"removed": "del", "added": "ins"}


def marked_html(reading: Reading, lang: Lang) -> str:
    """The repaired text in paragraphs; each figure underlined, with its verdict and a link."""
    clean, done, parts = reading.clean.text, 0, []
    for finding in sorted(reading.findings, key=lambda one: one.quote.quantity.start):
        start, end = finding.quote.quantity.start, finding.quote.quantity.end
        if start < done:
            continue
        kind = finding.verdict.kind
        word = escape(text(lang, f"verdict.{kind}"))
        parts.append(escape(clean[done:start]))
        parts.append(
            f'<a class="{kind}" href="#c-{finding.claim}" title="{word}">'
            f"{escape(clean[start:end])}<sup>{VERDICT_LOOKS[kind].glyph}</sup></a>"
        )
        done = end
    return _paragraphs("".join(parts) + escape(clean[done:]))


def revised_html(reading: Reading, suggestions: Sequence[Suggestion]) -> str:
    """The repaired text in paragraphs, with <del> and <ins> where something is suggested."""
    found = (
        f"<{tag}>{escape(piece.text)}</{tag}>"
        if (tag := _TAGS.get(piece.kind)) and piece.text
        else escape(piece.text)
        for piece in pieces(reading.clean.text, suggestions)
    )
    return _paragraphs("".join(found))


def _paragraphs(html: str) -> str:
    """Lines as paragraphs. A mark never spans lines: figures and names do not."""
    return "".join(f"<p>{line}</p>\n" for line in html.split("\n") if line.strip())

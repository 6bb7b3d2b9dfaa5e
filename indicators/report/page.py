"""The report to keep or print: one self-contained page, every word of the visitor's escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape

from indicators import periods
from indicators.checks import VerdictKind, render
from indicators.citations import cite
from indicators.library import Library
from indicators.reading import Finding, Reading
from indicators.report.marked import marked_html, revised_html
from indicators.report.references import sources
from indicators.strings import Lang, text
from indicators.suggestions import Suggestion, corrected, suggest
from indicators.theme import VERDICT_LOOKS

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.75 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei",
  "Noto Sans SC", "Noto Sans CJK SC", sans-serif; color: #1b1b1b; background: #fff;
  max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; line-height: 1.4; } h2 { font-size: 1.2em; margin-top: 2em; }
ol { list-style: none; padding: 0; }
li { border-top: 1px solid #d5d5d5; padding: .8em 0; break-inside: avoid; }
blockquote { margin: .3em 0; } mark { background: none; color: inherit; font-weight: 700;
  text-decoration: underline; text-underline-offset: .25em; }
del { color: #b3261e; } ins { color: #1d6b45; font-weight: 600; text-decoration: underline; }
.text { border-left: 3px solid #d5d5d5; padding-left: 1em; }
.text a { color: inherit; font-weight: 600; text-decoration: underline 2px; }
.text p { overflow-wrap: anywhere; } sup { line-height: 0; } li:target { background: #f4f4f1; }
.text a.match, .text a.rounded { text-decoration-color: #1d6b45; }
.text a.wrong, .text a.unit_error { text-decoration: underline double #b3261e; }
.text a.mislabelled { text-decoration: underline wavy #a3195b; }
.text a.outdated, .text a.wrong_date { text-decoration: underline dashed #8a4b00; }
.text a.no_reference { text-decoration: underline dotted #595959; }
.verdict { font-weight: 700; } .about { color: #5c5c5c; } p { margin: .3em 0; }
footer { margin-top: 3em; color: #5c5c5c; font-size: .9em; }
@media print { body { margin: 0; max-width: none; } }
"""


def page(readings: Sequence[tuple[str, Reading]], library: Library, lang: Lang) -> str:
    """An HTML page on some texts, by name: the counts, then every quote with its reason."""
    title = text(lang, "report.title")
    cited = _references([reading for _, reading in readings], library, lang)
    sections = "\n".join(_section(name, reading, library, lang) for name, reading in readings)
    tag = "zh-CN" if lang == "zh" else "en"
    made = text(lang, "report.made", app=text(lang, "app.name"), version=library.version)
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{sections}\n{cited}<footer>{escape(made)}</footer>\n</body>\n</html>\n"
    )


def _section(name: str, reading: Reading, library: Library, lang: Lang) -> str:
    found = suggest(reading, library)
    told = {one.claim: one for one in found}
    items = "\n".join(
        _item(finding, reading, library, lang, told.get(finding.claim))
        for finding in reading.findings
    )
    listing = f"<ol>\n{items}\n</ol>" if items else ""
    parts = [("text", marked_html(reading, lang))] if reading.findings else []
    parts += [("revised", revised_html(reading, found))] if found else []
    texts = "".join(
        f"<h3>{escape(text(lang, f'report.{part}'))}</h3>\n"
        f'<div class="text" lang="zh-CN">\n{html}</div>\n'
        for part, html in parts
    )
    heading = f"<h2>{escape(name)}</h2>\n" if name else ""
    return f"<section>\n{heading}<p>{_counts(reading, lang)}</p>\n{listing}{texts}</section>"


def _references(readings: Sequence[Reading], library: Library, lang: Lang) -> str:
    """The publications the verdicts rest on, with their addresses."""
    used = sources(readings, library)
    if not used:
        return ""
    items = "".join(
        f"<li>{escape(cite(source, None, 'gbt7714', lang, accessed=date.today()))}</li>\n"
        for source in used
    )
    return f"<h2>{escape(text(lang, 'report.references'))}</h2>\n<ol>\n{items}</ol>\n"


def _counts(reading: Reading, lang: Lang) -> str:
    counts = Counter(finding.verdict.kind for finding in reading.findings)
    if not counts:
        return escape(text(lang, "report.none"))
    parts = [
        f"{text(lang, f'verdict.{kind}')} {counts[kind]}" for kind in VerdictKind if counts[kind]
    ]
    contradicted = sum(finding.inconsistent is not None for finding in reading.findings)
    if contradicted:
        parts.append(f"{text(lang, 'verdict.inconsistent')} {contradicted}")
    total = len(reading.findings)
    return escape(text(lang, "report.counts", count=total, counts=" · ".join(parts)))


def _item(
    finding: Finding,
    reading: Reading,
    library: Library,
    lang: Lang,
    suggestion: Suggestion | None,
) -> str:
    kind = finding.verdict.kind
    glyph = VERDICT_LOOKS[kind].glyph
    lines = [
        f'<p><span class="verdict">{glyph} {escape(text(lang, f"verdict.{kind}"))}</span> '
        f'<span class="about">{escape(_about(finding, library, lang))}</span></p>',
        f'<blockquote lang="zh-CN">{_quoted(finding, reading)}</blockquote>',
        f"<p>{escape(render(finding.verdict.reason, lang, library))}</p>",
    ]
    if finding.inconsistent:
        word = text(lang, "verdict.inconsistent")
        reason = render(finding.inconsistent.reason, lang, library)
        lines.append(f'<p><span class="verdict">{escape(word)}</span> {escape(reason)}</p>')
    if suggestion:
        sentence = corrected(reading.clean.text, finding.quote.sentence, suggestion)
        word = escape(text(lang, "report.suggestion"))
        lines.append(f'<p class="about">{word}<span lang="zh-CN">{escape(sentence)}</span></p>')
    if not finding.certain:
        lines.append(f'<p class="about">{escape(text(lang, "report.uncertain"))}</p>')
    return f'<li id="c-{finding.claim}">\n' + "\n".join(lines) + "\n</li>"


def _about(finding: Finding, library: Library, lang: Lang) -> str:
    quote = finding.quote
    month = quote.as_of or quote.inferred
    parts = [library.indicators[quote.indicator].name[lang]]
    parts += [text(lang, f"area.{quote.area}")] if quote.area != "total" else []
    parts += [periods.text(month, lang)] if month else []
    return " · ".join(parts)


def _quoted(finding: Finding, reading: Reading) -> str:
    """The repaired sentence with the number marked."""
    start, end = finding.quote.sentence
    first, last = finding.quote.quantity.start, finding.quote.quantity.end
    clean = reading.clean.text
    return (
        escape(clean[start:first])
        + f"<mark>{escape(clean[first:last])}</mark>"
        + escape(clean[last:end])
    )

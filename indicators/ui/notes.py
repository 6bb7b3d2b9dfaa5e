"""What the reader and the overview say about one quote, in the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass

from indicators import periods
from indicators.catalogue import Indicator
from indicators.checks import reasons
from indicators.library import Library
from indicators.quotes import Quote
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import registry
from indicators.ui.registry import Page


@dataclass(frozen=True, slots=True)
class Note:
    """The words about one quote. ``surface`` is Chinese, the rest in the visitor's language."""

    claim: str
    verdict: str
    word: str
    surface: str
    indicator: Indicator
    page: Page | None  # the indicator page that lists the quote
    about: str
    reason: str
    reference: str
    inconsistent: str
    uncertain: str


def note(finding: Finding, library: Library, lang: Lang) -> Note:
    """The words about a finding."""
    quote, verdict = finding.quote, finding.verdict
    indicator = library.indicators[quote.indicator]
    reason = reasons.render(verdict.reason, lang, library)
    return Note(
        claim=finding.claim,
        verdict=verdict.kind,
        word=text(lang, f"verdict.{verdict.kind}"),
        surface=quote.quantity.surface,
        indicator=indicator,
        page=page_of(quote, indicator),
        about=_about(finding, indicator, lang),
        reason=reason,
        reference=_reference(finding, library, lang, reason),
        inconsistent=_inconsistent(finding, library, lang),
        uncertain="" if finding.certain else text(lang, "reader.uncertain"),
    )


def page_of(quote: Quote, indicator: Indicator) -> Page | None:
    """The indicator page of a quote: one about its area (town and country) before the family's."""
    for page in registry.in_group("indicators"):
        member = indicator.family == page.family or indicator.id in page.also
        if member and quote.area in page.areas:
            return page
    return registry.of_family(indicator.family)


def _about(finding: Finding, indicator: Indicator, lang: Lang) -> str:
    """网民规模 · 农村 · 2017年12月: what the words claim, for where and when."""
    quote = finding.quote
    parts = [indicator.short[lang]]
    parts += [text(lang, "reader.change")] if quote.kind == "change" else []
    parts += [text(lang, f"area.{quote.area}")] if quote.area != "total" else []
    parts += [text(lang, f"level.{quote.level}")] if quote.level else []
    if quote.as_of:
        parts.append(periods.text(quote.as_of, lang))
    elif quote.inferred:
        parts.append(text(lang, "reader.inferred", when=periods.text(quote.inferred, lang)))
    else:
        parts.append(text(lang, "reader.undated"))
    return " · ".join(parts)


def _inconsistent(finding: Finding, library: Library, lang: Lang) -> str:
    if finding.inconsistent is None:
        return ""
    reason = reasons.render(finding.inconsistent.reason, lang, library)
    return text(lang, "reader.inconsistent", reason=reason)


def _reference(finding: Finding, library: Library, lang: Lang, reason: str) -> str:
    """The official figure and its source, unless the reason has already named the source."""
    official = finding.verdict.reference
    if official is None:
        return ""
    source = library.sources[official.source]
    title = source.title_en if lang == "en" else source.title_zh
    if title in reason:
        return ""
    return text(
        lang,
        "reader.reference",
        value=official.printed,
        when=periods.text(official.as_of, lang),
        source=title,
    )

"""The sentences that quote an indicator: which ones, their words, and the chart's markers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from indicators import periods, theme, units
from indicators.catalogue import Indicator
from indicators.checks import VerdictKind, reasons
from indicators.figures.lines import Key
from indicators.figures.marks import Mark
from indicators.library import Library
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import load, registry, state
from indicators.ui.components.evidence import Item, show_evidence
from indicators.ui.load import Citation
from indicators.ui.state import State

LONGEST = 140  # characters of a sentence; a longer one is cut around its figure
READER = "texts"
MOST = 96  # lists that are kept


def citing(indicator: str, areas: Collection[str]) -> tuple[Citation, ...]:
    """The quotes an indicator's page lists: those of it, and those that are really of it.

    ``areas`` keeps to those areas; empty, no quote is left out.
    """
    return tuple(
        citation
        for citation in load.citations().values()
        if _concerns(citation.finding, indicator, areas)
    )


def _concerns(finding: Finding, indicator: str, areas: Collection[str]) -> bool:
    quote, reference = finding.quote, finding.verdict.reference
    mistaken = finding.verdict.kind is VerdictKind.MISLABELLED
    really = mistaken and reference is not None and reference.indicator == indicator
    return (quote.indicator == indicator or really) and (not areas or quote.area in areas)


def marks(
    citations: Sequence[Citation], indicator: Indicator, library: Library, lang: Lang
) -> tuple[Mark, ...]:
    """The quotes that a chart can show: levels with a date. The list shows the others too."""

    def title(citation: Citation) -> str:
        return short_title(library, citation.slug, lang)

    return tuple(
        found
        for citation in citations
        if (found := mark(citation.finding, indicator, title(citation), lang)) is not None
    )


def mark(finding: Finding, indicator: Indicator, title: str, lang: Lang) -> Mark | None:
    """The marker of a quote from the text ``title``; None where a chart has no place for it."""
    month = as_of(finding)
    if month is None or finding.quote.kind != "level" or finding.quote.geo != "CN":
        return None
    kind = finding.verdict.kind
    reference = finding.verdict.reference
    mistaken = kind is VerdictKind.MISLABELLED and finding.quote.indicator == indicator.id
    belongs = reference if mistaken and reference and reference.indicator == indicator.id else None
    words = " · ".join(
        (
            text(lang, f"verdict.{kind}"),
            units.text(finding.quote.quantity.value, indicator.unit, lang),
            periods.text(month, lang),
            title,
        )
    )
    line = series_of(finding, indicator)
    return Mark(finding.claim, month, finding.quote.quantity.value, kind, words, line, belongs)


def series_of(finding: Finding, indicator: Indicator) -> Key:
    """The series a quote speaks of; where it names no scope, the indicator's default one."""
    quote = finding.quote
    scope = indicator.default_scope if quote.scope is None else quote.scope
    return Key(indicator.id, quote.geo, quote.area, quote.level or "", scope)


def as_of(finding: Finding) -> str | None:
    """The month a quote is about: said in the passage, or inferred from a report or headline."""
    return finding.quote.as_of or finding.quote.inferred


def short_title(library: Library, slug: str, lang: Lang, most: int = 24) -> str:
    """The title of a text, cut for a narrow place."""
    title = full_title(library, slug, lang)
    return title if len(title) <= most else title[: most - 1] + "…"


def full_title(library: Library, slug: str, lang: Lang) -> str:
    """The title of a text, in English where it has one and English is wanted."""
    document = library.documents[slug]
    return (document.title_en if lang == "en" else None) or document.title


def draw(here: State, indicator: Indicator, citations: tuple[Citation, ...], key: str) -> None:
    """Draw the list and follow what the visitor clicks in it."""
    items = _items(tuple(citation.finding.claim for citation in citations), here.lang)
    label = text(here.lang, "evidence.label", indicator=indicator.name[here.lang])
    show_evidence(items, here.c, label, key, toggle)


@load.kept(MOST)
def _items(claims: tuple[str, ...], lang: Lang) -> tuple[Item, ...]:
    library, every = load.library(), load.citations()
    return tuple(_item(every[claim], library, lang) for claim in claims)


def toggle(claim: str) -> None:
    """Select a quote in the address, or unselect the one that is selected."""
    state.go(c=None if state.current().c == claim else claim)


def _item(citation: Citation, library: Library, lang: Lang) -> Item:
    finding = citation.finding
    before, figure, after = around_figure(finding)
    readable = READER in {page.slug for page in registry.PAGES}
    return Item(
        claim=finding.claim,
        before=before,
        figure=figure,
        after=after,
        lang="zh-CN",
        verdict=finding.verdict.kind,
        word=text(lang, f"verdict.{finding.verdict.kind}"),
        shape=theme.verdict_look(finding.verdict.kind).path,
        from_=_origin(citation, library, lang),
        reason=reasons.render(finding.verdict.reason, lang, library),
        open=text(lang, "evidence.open") if readable else "",
        href=state.href(READER, lang, doc=citation.slug, c=finding.claim) if readable else "",
    )


def _origin(citation: Citation, library: Library, lang: Lang) -> str:
    quote = citation.finding.quote
    if quote.as_of:
        when = periods.text(quote.as_of, lang)
    elif quote.inferred:
        when = text(lang, "evidence.inferred", when=periods.text(quote.inferred, lang))
    else:
        when = text(lang, "evidence.undated")
    title = short_title(library, citation.slug, lang, 40)
    return text(lang, "evidence.from", title=title, when=when)


def around_figure(finding: Finding) -> tuple[str, str, str]:
    """The sentence in three parts: before the figure, the figure, after it; cut where too long."""
    start, end = finding.quote.sentence
    quantity = finding.quote.quantity
    head = finding.sentence[: quantity.start - start]
    figure = finding.sentence[quantity.start - start : quantity.end - start]
    tail = finding.sentence[quantity.end - start : end - start]
    room = max(20, (LONGEST - len(figure)) // 2)
    if len(head) + len(figure) + len(tail) > LONGEST:
        head = head if len(head) <= room else "…" + head[-room:]
        tail = tail if len(tail) <= room else tail[:room] + "…"
    return head.lstrip(), figure, tail.rstrip()


def counts(citations: Sequence[Citation]) -> Mapping[VerdictKind, int]:
    """How many quotes got each verdict, in the order of verdicts, none with zero."""
    found = {kind: sum(c.finding.verdict.kind is kind for c in citations) for kind in VerdictKind}
    return {kind: number for kind, number in found.items() if number}

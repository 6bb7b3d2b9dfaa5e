"""The overview: how many figures and quotes there are, a card per family, the quotes to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.checks import VerdictKind
from indicators.figures import lines
from indicators.figures.lines import Line
from indicators.library import Library
from indicators.strings import LANGS, Lang, text
from indicators.ui import evidence, frame, load, quote_card, registry, sparkline, state
from indicators.ui.load import Citation
from indicators.ui.markup import escape, link
from indicators.ui.registry import Page

# The worst first: what is surely false before what is merely old.
WORST: tuple[VerdictKind, ...] = (
    VerdictKind.WRONG,
    VerdictKind.UNIT_ERROR,
    VerdictKind.MISLABELLED,
    VerdictKind.WRONG_DATE,
    VerdictKind.OUTDATED,
)
LISTED = 4  # quotes in each of the two lists
COMPANIONS = 3  # further indicators named on a family's card


@dataclass(frozen=True, slots=True)
class Family:
    """A family of indicators: its page, its lines (the leading one first), its quotes."""

    slug: str
    lines: tuple[tuple[Indicator, Line], ...]
    quotes: tuple[Citation, ...]


def draw() -> None:
    """Draw the page."""
    here = state.current()
    frame.title(here, "overview", *_words(here.lang))


@load.kept(len(LANGS))
def _words(lang: Lang) -> tuple[str, str]:
    """The sentence that answers; the ways on, the cards of the families and the quotes as HTML."""
    library, citations = load.library(), tuple(load.citations().values())
    words = escape(text(lang, "page.overview.howto"))
    check = link(state.href("check", lang), text(lang, "check.overview"))
    search = link(state.href("search", lang), text(lang, "search.overview"))
    cards = "".join(_family(lang, family) for family in families(library, citations))
    return (
        answer(lang, library, citations),
        f'<p class="howto">{words}<br>{check} {search}</p><ul class="cards">{cards}</ul>'
        f"{_quotes(lang, citations)}",
    )


def answer(lang: Lang, library: Library, citations: Sequence[Citation]) -> str:
    """The sentence that counts: indicators, texts, quotes, and the quotes by verdict."""
    shown = [known for known in library.indicators.values() if registry.of_family(known.family)]
    counts = {
        "indicators": len(shown),
        "texts": len(library.documents),
        "quotes": len(citations),
    }
    if not citations:
        return text(lang, "page.overview.counts_none", **counts)
    return text(lang, "page.overview.counts", **counts) + quote_card.tally(lang, citations)


def families(library: Library, citations: Sequence[Citation]) -> tuple[Family, ...]:
    """Every family that has a page and at least one official figure."""
    found = []
    for page in registry.in_group("indicators"):
        also = [library.indicators[id] for id in page.also if id in library.indicators]
        own = [one for one in library.indicators.values() if one.family == page.family]
        known = {one.id: one for one in (*also, *own)}
        with_lines = [
            (one, line)
            for one in known.values()
            for line in leading_lines(library, one, page.areas)
        ]
        quotes = [c for c in citations if _concerns(page, known, c)]
        if with_lines:
            found.append(Family(page.slug, tuple(with_lines), tuple(quotes)))
    return tuple(found)


def _concerns(page: Page, known: Mapping[str, Indicator], citation: Citation) -> bool:
    quote = citation.finding.quote
    return quote.indicator in known and (not page.areas or quote.area in page.areas)


def leading_lines(
    library: Library, indicator: Indicator, areas: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """The lines that stand for an indicator: China, the first level, the usual scope, the whole.

    ``areas`` are those the page is about; without them, and without a whole (shares of town and
    country), each area of the indicator has its line.
    """
    whole = ("total",) if "total" in indicator.areas else indicator.areas or ("total",)
    areas = areas or whole
    level = next(iter(indicator.levels), "")
    found = {line.key: line for line in lines.lines_of(library, indicator.id)}
    keys = (lines.Key(indicator.id, "CN", a, level, indicator.default_scope) for a in areas)
    return tuple(found[key] for key in keys if key in found)


def worst(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The quotes a reader should be warned of, the gravest first."""
    grave = [one for one in citations if one.finding.verdict.kind in WORST]
    return tuple(sorted(grave, key=lambda one: WORST.index(one.finding.verdict.kind)))[:LISTED]


def newest(citations: Sequence[Citation], but: Sequence[Citation]) -> tuple[Citation, ...]:
    """The quotes about the latest periods, without those already listed."""
    left = [one for one in citations if one not in but and evidence.as_of(one.finding)]
    return tuple(sorted(left, key=_period, reverse=True))[:LISTED]


def _period(citation: Citation) -> str:
    return evidence.as_of(citation.finding) or ""


def _family(lang: Lang, family: Family) -> str:
    """The leading figure with its line, further indicators, how often quoted."""
    (lead, line), *others = family.lines
    value = units.text(line.last.value, lead.unit, lang)
    when = text(lang, "page.overview.as_of", when=periods.text(line.last.as_of, lang))
    title = escape(text(lang, f"page.{family.slug}.title"))
    address = escape(state.href(family.slug, lang))
    return (
        f'<li class="card family"><h2><a href="{address}" target="_self">{title}</a></h2>'
        f'<p class="name">{escape(line_name(lang, lead, line))}</p>'
        f'<p class="value">{escape(value)}</p><p class="when">{escape(when)}</p>'
        f"{_sparkline(lang, family)}{_companions(lang, others[:COMPANIONS])}"
        f"{_quoted(lang, family.quotes)}</li>"
    )


def line_name(lang: Lang, indicator: Indicator, line: Line) -> str:
    """What a line is called on a card: the indicator, with its area where it is not the whole."""
    name = indicator.short[lang]
    if line.key.area == "total":
        return name
    area = text(lang, f"area.{line.key.area}")
    return text(lang, "page.overview.of_area", name=name, area=area)


def _sparkline(lang: Lang, family: Family) -> str:
    """The leading indicator's line; town and country, where the page is about both."""
    drawn = [(one, line) for one, line in family.lines if one.id == family.lines[0][0].id]
    label = text(lang, "page.overview.joint").join(
        _described(lang, one, line) for one, line in drawn
    )
    return sparkline.picture([lines.segments(line) for _, line in drawn], label)


def _described(lang: Lang, lead: Indicator, line: Line) -> str:
    first, last = line.points[0], line.last
    facts = {
        "name": line_name(lang, lead, line),
        "first": periods.text(first.as_of, lang),
        "last": periods.text(last.as_of, lang),
        "value": units.text(last.value, lead.unit, lang),
    }
    return text(lang, "page.overview.sparkline", **facts)


def _companions(lang: Lang, others: Sequence[tuple[Indicator, Line]]) -> str:
    rows = "".join(
        f"<div><dt>{escape(line_name(lang, known, line))} <small>{line.last.as_of}</small></dt>"
        f"<dd>{escape(units.text(line.last.value, known.unit, lang))}</dd></div>"
        for known, line in others
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _quoted(lang: Lang, quotes: Sequence[Citation]) -> str:
    if not quotes:
        return f'<p class="quoted">{escape(text(lang, "page.overview.unquoted"))}</p>'
    lead = escape(text(lang, "page.overview.quoted", count=len(quotes)))
    return (
        f'<p class="quoted">{lead}</p><ul class="tally">{quote_card.tally_html(lang, quotes)}</ul>'
    )


def _quotes(lang: Lang, citations: Sequence[Citation]) -> str:
    grave = worst(citations)
    parts = []
    for name, listed in (("worst", grave), ("newest", newest(citations, grave))):
        if listed:
            heading = escape(text(lang, f"page.overview.{name}"))
            cards = "".join(quote_card.card(lang, citation) for citation in listed)
            parts.append(f'<h2>{heading}</h2><ul class="cards quotes">{cards}</ul>')
    return "".join(parts)

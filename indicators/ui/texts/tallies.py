"""How the quotes of each text were judged: stacked bars and a table, each number opens its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from indicators.checks import VerdictKind
from indicators.figures.tallies import Tally, draw_tallies
from indicators.strings import Lang, text
from indicators.ui import evidence, load, quote_card, state
from indicators.ui.markup import Cell, table
from indicators.ui.texts import charts
from indicators.ui.texts.charts import Section

Counts = Mapping[str, Mapping[VerdictKind, int]]


def draw(lang: Lang, above: str) -> str:
    """Draw the section of the page; nothing where no text quotes anything."""
    section = _section(load.root(), lang)
    return (
        charts.draw(section, draw_tallies, lang, partial(address, lang=lang), above)
        if section
        else above
    )


@cache
def _section(root: str, lang: Lang) -> Section | None:  # noqa: ARG001 - the cache's key
    citations = tuple(load.citations().values())
    if not citations:
        return None
    counts = {
        slug: evidence.counts([one for one in citations if one.slug == slug])
        for slug in load.library().documents
    }
    tally = quote_card.tally(lang, citations)
    lead = text(lang, "tallies.lead", texts=sum(map(bool, counts.values())))
    bars = _bars(lang, counts)
    listed = text(lang, "topic.comma").join(bar.title for bar in bars)
    alt = text(lang, "tallies.alt", texts=len(counts), bars=listed, tally=tally)
    return Section("tallies", lead + tally, bars, alt, table_html(lang, counts))


def _bars(lang: Lang, counts: Counts) -> list[Tally]:
    def title(slug: str) -> str:
        number = sum(counts[slug].values())
        said = text(lang, "tallies.count", count=number) if number else text(lang, "tallies.none")
        return f"{charts.name(slug, lang)} · {said}"

    return [Tally(slug, title(slug), tuple(found.items())) for slug, found in counts.items()]


def address(slug: str, verdict: str, lang: Lang) -> str:
    """The list of a text's quotes with one verdict; "" for all of them."""
    return state.href("texts", lang, doc=slug, verdict=verdict or None)


def table_html(lang: Lang, counts: Counts) -> str:
    """A row for each text, a column for each verdict that occurs."""
    kinds = [kind for kind in VerdictKind if any(kind in found for found in counts.values())]
    columns = [
        text(lang, "sections.text"),
        text(lang, "tallies.all"),
        *(text(lang, f"verdict.{kind}") for kind in kinds),
    ]
    rows = [_row(lang, slug, found, kinds) for slug, found in counts.items()]
    return table(text(lang, "tallies.title"), columns, rows)


def _row(
    lang: Lang, slug: str, found: Mapping[VerdictKind, int], kinds: Sequence[VerdictKind]
) -> list[Cell]:
    numbers = [("", sum(found.values())), *((kind, found.get(kind, 0)) for kind in kinds)]
    cells = [
        Cell(str(n), number=True, href=address(slug, kind, lang) if n else "")
        for kind, n in numbers
    ]
    return [Cell(charts.who(slug, lang)), *cells]

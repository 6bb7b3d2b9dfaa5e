"""Every source: title, publisher, date, licence, and which figures come from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from indicators import periods
from indicators.library import Library
from indicators.sources import Source
from indicators.strings import Lang, text
from indicators.ui import table
from indicators.ui.data import listing
from indicators.ui.markup import Cell
from indicators.ui.state import State

COLUMNS = ("title", "gives", "publisher", "published", "licence", "id")
Gives = Mapping[str, Counter[str]]


def draw(here: State, library: Library) -> None:
    """Draw them, the latest publication first, those without a date last."""
    gives = given(library)
    ordered = sorted(library.sources.values(), key=lambda one: one.published or "", reverse=True)
    rows = [_row(source, gives, library, here.lang) for source in ordered]
    listing.draw(here, "sources", COLUMNS, rows)


def given(library: Library) -> Gives:
    """By source, how many figures of which indicator; GTMI groups count under ``gtmi``."""
    found: dict[str, Counter[str]] = {id: Counter() for id in library.sources}
    for indicator, points in library.observations.items():
        for point in points:
            found[point.source][indicator] += 1
    for grouping in library.gtmi:
        found[grouping.source]["gtmi"] += 1
    return found


def _row(source: Source, gives: Gives, library: Library, lang: Lang) -> list[Cell]:
    published = periods.text(source.published, lang, "table") if source.published else "—"
    return [
        Cell(table.source_title(source, lang), href=source.url or ""),
        Cell(_given(gives[source.id], library, lang), wide=True),
        Cell(source.publisher_en if lang == "en" else source.publisher_zh),
        Cell(published, number=True),
        Cell(source.licence or text(lang, "data.facts")),
        Cell(source.id),
    ]


def _given(counts: Counter[str], library: Library, lang: Lang) -> str:
    """网民规模 5、互联网普及率 3: the names with how many figures."""
    named = [
        f"{library.indicators[id].short[lang] if id in library.indicators else 'GTMI'} {count}"
        for id, count in counts.items()
    ]
    return text(lang, "package.comma").join(named) or text(lang, "data.gives_nothing")

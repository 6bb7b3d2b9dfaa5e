"""The dictionary: every indicator with its meaning, its range, its names in texts, its files."""

from __future__ import annotations

from indicators import units
from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import addresses, registry, state
from indicators.ui.data import listing
from indicators.ui.markup import Cell
from indicators.ui.state import State

COLUMNS = (
    "name", "definition", "unit", "first", "last", "figures", "csv", "json", "names", "misnomers",
)  # fmt: skip
NAMES = 6  # names in texts that are listed


def draw(here: State, library: Library) -> None:
    """Draw it, in the order of the pages."""
    rows = [_row(known, library, here.lang) for known in library.indicators.values()]
    listing.draw(here, "dictionary", COLUMNS, rows)


def _row(known: Indicator, library: Library, lang: Lang) -> list[Cell]:
    months = [point.as_of for point in library.observations[known.id]]
    page = registry.of_family(known.family)
    comma = text("zh", "topic.and")
    wording = known.wording
    return [
        Cell(known.name[lang], href=state.href(page.slug, lang, id=known.id) if page else ""),
        Cell(known.definition[lang], wide=True),
        Cell(units.noun(known.unit, lang)),
        Cell(min(months, default="—"), number=True),
        Cell(max(months, default="—"), number=True),
        Cell(f"{len(months):,}", number=True),
        Cell("CSV", href=addresses.of(f"indicators/{known.id}.csv")),
        Cell("JSON", href=addresses.of(f"indicators/{known.id}.json")),
        Cell(comma.join(wording.labels[:NAMES]), lang="zh-CN", wide=True),
        Cell(comma.join(wording.misnomers[:NAMES]) or "—", lang="zh-CN"),
    ]

"""How late figures are quoted: the years from the month a figure is of to its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from indicators.corpus import Corpus, Delay, Filter
from indicators.figures.columns import Column, draw_columns
from indicators.figures.still import still
from indicators.strings import Lang, text
from indicators.theme import palette
from indicators.ui import load
from indicators.ui.components.document import mode
from indicators.ui.corpus import charts, choice, shelf
from indicators.ui.corpus.charts import Section
from indicators.ui.markup import Cell, table
from indicators.ui.state import State
from indicators.ui.texts.lateness import span

KEY = "corpus_delays"
LAST = 10  # years; what is later is one class
Classes = dict[int, int]  # quotes by whole years late: -1 for before the month, LAST for the rest


def draw(here: State, kept: Corpus, above: str) -> str:
    """Draw the section of the quotes asked for; a sentence where none of them can be dated."""
    lang = here.lang
    told = _told(kept, lang, choice.asked(here))
    if told is None:
        return above + charts.heading(lang, KEY, text(lang, f"{KEY}.nothing"))
    figure = still(draw_columns, told.shown, text(lang, f"{KEY}.below"), palette(mode()))
    return charts.plot(figure, KEY, told, lang, above)


@load.kept(charts.MOST)
def _told(kept: Corpus, lang: Lang, asked: Filter) -> Section | None:
    """The section of the quotes asked for; None where none of them can be dated."""
    found = shelf.delays(kept, asked)
    if not found:
        return None
    columns = [_column(lang, years, count) for years, count in classes(found).items()]
    named = ", ".join(column.words for column in columns)
    undated = shelf.number(kept, asked) - sum(one.quotes for one in found)
    return Section(
        answer(lang, found),
        columns,
        text(lang, f"{KEY}.alt", columns=named),
        table_html(lang, columns),
        text(lang, f"{KEY}.undated", count=f"{undated:,}") if undated else "",
    )


def classes(found: Sequence[Delay]) -> Classes:
    """All classes in their order, those without a quote in between too."""
    counted: Counter[int] = Counter()
    for one in found:
        counted[max(-1, min(LAST, one.lag.least // 12))] += one.quotes
    return {years: counted[years] for years in range(min(0, *counted), LAST + 1)}


def middle(found: Sequence[Delay]) -> int:
    """The median in months, the lower one of two."""
    left = (sum(one.quotes for one in found) + 1) // 2
    for one in sorted(found, key=lambda one: one.lag.least):
        left -= one.quotes
        if left <= 0:
            return one.lag.least
    raise ValueError("no quotes")


def answer(lang: Lang, found: Sequence[Delay]) -> str:
    """The median, and the share of what is more than a year late."""
    every = sum(one.quotes for one in found)
    late = sum(one.quotes for one in found if one.lag.least >= 12)
    return text(
        lang,
        f"{KEY}.lead",
        count=f"{every:,}",
        middle=span(lang, middle(found)),
        late=f"{late / every:.0%}",
    )


def label(years: int) -> str:
    """The name of a class: <0, 0, 1, …, 10+."""
    return "<0" if years < 0 else f"{LAST}+" if years == LAST else str(years)


def _column(lang: Lang, years: int, count: int) -> Column:
    key = "before" if years < 0 else "last" if years == LAST else "within"
    said = text(lang, f"{KEY}.{key}", years=max(years, 0), next=years + 1)
    return Column(label(years), count, f"{said} {count:,}")


def table_html(lang: Lang, columns: Sequence[Column]) -> str:
    """A row for each class with its number and its share."""
    whole = sum(column.count for column in columns)
    heads = [text(lang, f"{KEY}.below"), text(lang, "tallies.all"), text(lang, "sections.share")]
    rows = [
        [
            Cell(column.label),
            Cell(f"{column.count:,}", number=True),
            Cell(f"{column.count / whole:.1%}", number=True),
        ]
        for column in columns
    ]
    return table(text(lang, f"{KEY}.title"), heads, rows)

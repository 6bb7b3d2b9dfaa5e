"""The figures that do not hold and are repeated most often, as a table."""

from __future__ import annotations

from indicators.corpus import ERRORS, Corpus, Filter, Repeated
from indicators.strings import Lang, text
from indicators.ui import load
from indicators.ui.corpus import charts, choice, shelf, words
from indicators.ui.markup import Cell, table
from indicators.ui.state import State

KEY = "corpus_repeats"
MOST = 20


def draw(here: State, kept: Corpus, above: str) -> str:
    """Give the section back as HTML; nothing of it where a verdict is chosen that is no error."""
    if here.verdict and here.verdict not in ERRORS:
        return above
    return above + _told(kept, here.lang, choice.asked(here))


@load.kept(charts.MOST)
def _told(kept: Corpus, lang: Lang, asked: Filter) -> str:
    found = shelf.repeated(kept, asked, MOST)
    table = table_html(lang, found) if found else ""
    return charts.heading(lang, KEY, answer(lang, found)) + table


def answer(lang: Lang, found: tuple[Repeated, ...]) -> str:
    """The first of them, or that there is none."""
    if not found:
        return text(lang, f"{KEY}.nothing")
    first = found[0]
    return text(
        lang,
        f"{KEY}.lead",
        figure=words.figure(first.value, first.unit, lang),
        about=words.about(first, lang),
        when=words.when(first.as_of, lang),
        count=f"{first.quotes:,}",
    )


def table_html(lang: Lang, found: tuple[Repeated, ...]) -> str:
    """A row for each; the figure opens its quotes."""
    names = ("figure", "about", "when", "verdict", "official", "quotes")
    columns = [text(lang, f"{KEY}.{name}") for name in names]
    rows = [_row(lang, one) for one in found]
    return f'<div class="repeats">{table(text(lang, f"{KEY}.title"), columns, rows)}</div>'


def _row(lang: Lang, one: Repeated) -> list[Cell]:
    return [
        Cell(words.figure(one.value, one.unit, lang), href=_address(lang, one)),
        Cell(words.about(one, lang)),
        Cell(one.as_of or "—"),
        Cell(text(lang, f"verdict.{one.verdict}")),
        Cell("—" if one.official is None else words.figure(one.official, one.unit, lang)),
        Cell(f"{one.quotes:,}", number=True),
    ]


def _address(lang: Lang, one: Repeated) -> str:
    value = f"{one.value:.6f}".rstrip("0").rstrip(".")
    return choice.address(lang, id=one.indicator, t=one.as_of, verdict=one.verdict, v=value)

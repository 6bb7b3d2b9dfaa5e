"""How often each indicator is quoted, by the year the figure is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from indicators.corpus import Corpus, Filter
from indicators.figures.still import still
from indicators.figures.years import YearRow, draw_years
from indicators.strings import Lang, text
from indicators.theme import palette
from indicators.ui import load
from indicators.ui.components.document import mode
from indicators.ui.corpus import charts, choice, shelf, words
from indicators.ui.corpus.charts import Section
from indicators.ui.corpus.choice import Counts
from indicators.ui.markup import Cell, table
from indicators.ui.state import State

KEY = "corpus_years"
MOST = 12  # indicators drawn; the table has all
NAMED = 3  # of them in the words for those who cannot see the chart
Years = Mapping[int | None, int]  # None: of no known month


def draw(here: State, kept: Corpus, above: str) -> str:
    """Draw the section: of all quotes with the verdict chosen, as it offers the other choices."""
    lang = here.lang
    told = _told(kept, lang, here.verdict, here.id)
    if told is None:
        return above
    selected = (here.id or "", (here.t or "")[:4])
    figure = still(draw_years, told.shown, palette(mode()), selected)
    return charts.plot(figure, KEY, told, lang, above, ("id", "t"))


@load.kept(charts.MOST)
def _told(kept: Corpus, lang: Lang, verdict: str | None, chosen: str | None) -> Section | None:
    """The section of the quotes with this verdict; None where there is none."""
    found = by_year(choice.narrowed(shelf.quoted(kept), Filter(verdict=verdict)))
    if not found:
        return None
    of = text(lang, "corpus.only", what=text(lang, f"verdict.{verdict}")) if verdict else ""
    return Section(
        of + answer(lang, found),
        [_row(lang, id, found[id]) for id in shown(found, chosen)],
        describe(lang, found),
        table_html(lang, found, verdict),
    )


def by_year(counts: Counts) -> Mapping[str, Years]:
    """The quotes of each indicator by year, the most quoted indicator first."""
    found: dict[str, Counter[int | None]] = {}
    for one in counts:
        year = int(one.as_of[:4]) if one.as_of else None
        found.setdefault(one.indicator, Counter())[year] += one.quotes
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].total(), pair[0])))


def shown(found: Mapping[str, Years], chosen: str | None) -> list[str]:
    """The indicators that are drawn: the most quoted, and the one that is chosen."""
    first = list(found)[:MOST]
    return first + [id for id in found if id == chosen and id not in first]


def answer(lang: Lang, found: Mapping[str, Years]) -> str:
    """Which indicator is quoted most, of which year most figures are, how many are of no month."""
    years: Counter[int] = Counter()
    undated = 0
    for one in found.values():
        years.update({year: count for year, count in one.items() if year is not None})
        undated += one.get(None, 0)
    first = next(iter(found))
    facts = {"name": words.name(first, lang), "count": f"{sum(found[first].values()):,}"}
    said = [text(lang, f"{KEY}.most", **facts)]
    if years:
        year, count = years.most_common(1)[0]
        said.append(text(lang, f"{KEY}.year", year=year, count=f"{count:,}"))
    if undated:
        said.append(text(lang, f"{KEY}.undated", count=f"{undated:,}"))
    left_out = len(found) - MOST
    if left_out > 0:
        said.append(text(lang, f"{KEY}.more", count=left_out))
    return ("" if lang == "zh" else " ").join(said)


def describe(lang: Lang, found: Mapping[str, Years]) -> str:
    """The chart in words."""
    named = (f"{words.short(id, lang)} {sum(found[id].values()):,}" for id in list(found)[:NAMED])
    return text(lang, f"{KEY}.alt", rows=min(len(found), MOST), named=", ".join(named))


def _row(lang: Lang, id: str, years: Years) -> YearRow:
    counts = {year: count for year, count in years.items() if year is not None}
    label = words.short(id, lang)
    told = {
        year: f"{label} · {text(lang, 'search.year', year=year)} · {count:,}"
        for year, count in counts.items()
    }
    return YearRow(id, label, counts, told)


def table_html(lang: Lang, found: Mapping[str, Years], verdict: str | None) -> str:
    """A row for each indicator, a column for each year; each number opens its quotes."""
    years: Sequence[int] = sorted({y for one in found.values() for y in one if y is not None})
    columns = [text(lang, f"{KEY}.{name}") for name in ("indicator", "all", "none")]
    rows = [
        [Cell(words.name(id, lang)), *_cells(lang, id, one, years, verdict)]
        for id, one in found.items()
    ]
    return table(text(lang, f"{KEY}.title"), [*columns, *map(str, years)], rows)


def _cells(
    lang: Lang, id: str, counts: Years, years: Sequence[int], verdict: str | None
) -> list[Cell]:
    whole = choice.address(lang, id=id, verdict=verdict)
    cells = [
        Cell(
            f"{count:,}",
            number=True,
            href=choice.address(lang, id=id, t=str(year), verdict=verdict) if count else "",
        )
        for year in years
        for count in [counts.get(year, 0)]
    ]
    every, undated = sum(counts.values()), counts.get(None, 0)
    first = [Cell(f"{every:,}", number=True, href=whole), Cell(f"{undated:,}", number=True)]
    return [*first, *cells]

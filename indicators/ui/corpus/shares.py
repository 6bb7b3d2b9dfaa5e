"""How the quotes were judged: the shares of the verdicts, of all and of each indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from indicators.checks import VerdictKind
from indicators.corpus import Corpus, Filter
from indicators.figures.shares import draw_shares
from indicators.figures.still import still
from indicators.figures.tallies import Tally
from indicators.strings import Lang, text
from indicators.theme import palette
from indicators.ui import load
from indicators.ui.components.document import mode
from indicators.ui.corpus import charts, choice, shelf, words
from indicators.ui.corpus.charts import Section
from indicators.ui.corpus.choice import Counts
from indicators.ui.markup import Cell, table
from indicators.ui.state import State

KEY = "corpus_shares"
MOST = 6  # indicators drawn below the whole; the table has all
Verdicts = Mapping[str, int]


def draw(here: State, kept: Corpus, above: str) -> str:
    """Draw the section: of the quotes of the years chosen, as it offers the other choices."""
    lang = here.lang
    told = _told(kept, lang, here.t, here.id)
    if told is None:
        return above
    figure = still(draw_shares, told.shown, lang, palette(mode()))
    return charts.plot(figure, KEY, told, lang, above, ("id", "verdict"))


@load.kept(charts.MOST)
def _told(kept: Corpus, lang: Lang, t: str | None, chosen: str | None) -> Section | None:
    """The section of the quotes of this time; None where there is none."""
    first, last = choice.bounds(t)
    found = by_verdict(choice.narrowed(shelf.quoted(kept), Filter(first=first, last=last)))
    if not found[""]:
        return None
    known = chosen if chosen in found else None
    of = [words.name(known, lang)] if known else []
    of += [t] if t else []
    only = text(lang, "corpus.only", what=" · ".join(of)) if of else ""
    bars = [_bar(lang, id, found[id]) for id in shown(found, chosen)]
    return Section(
        only + answer(lang, found[known or ""]),
        bars,
        describe(lang, bars),
        table_html(lang, found, t),
    )


def by_verdict(counts: Counts) -> Mapping[str, Verdicts]:
    """The quotes of all indicators ("") and of each by verdict, the most quoted one first."""
    whole: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {}
    for one in counts:
        whole[one.verdict] += one.quotes
        found.setdefault(one.indicator, Counter())[one.verdict] += one.quotes
    ordered = sorted(found.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return {"": whole, **dict(ordered)}


def shown(found: Mapping[str, Verdicts], chosen: str | None) -> list[str]:
    """The bars that are drawn: all, and the one that is chosen or the most quoted ones."""
    return ["", chosen] if chosen in found and chosen else list(found)[: MOST + 1]


def answer(lang: Lang, found: Verdicts) -> str:
    """一致 63% · 近似 6%: every verdict that occurs, with its share."""
    whole = sum(found.values())
    return "\u00a0· ".join(
        f"{text(lang, f'verdict.{kind}')}\u00a0{found[kind] / whole:.1%}"
        for kind in VerdictKind
        if found.get(kind)
    )


def describe(lang: Lang, bars: list[Tally]) -> str:
    """The chart in words."""
    told = (f"{bar.title}: {answer(lang, dict(bar.counts))}" for bar in bars)
    return text(lang, f"{KEY}.alt", bars="; ".join(told))


def _bar(lang: Lang, id: str, found: Verdicts) -> Tally:
    label = words.name(id, lang) if id else text(lang, f"{KEY}.every")
    number = text(lang, "tallies.count", count=f"{sum(found.values()):,}")
    counts = tuple((str(kind), found[kind]) for kind in VerdictKind if found.get(kind))
    return Tally(id, f"{label} · {number}", counts)


def table_html(lang: Lang, found: Mapping[str, Verdicts], t: str | None) -> str:
    """A row for all and for each indicator, a column for each verdict that occurs."""
    kinds = [kind for kind in VerdictKind if found[""].get(kind)]
    columns = [
        text(lang, "corpus_years.indicator"),
        text(lang, "tallies.all"),
        *(text(lang, f"verdict.{kind}") for kind in kinds),
    ]
    every = text(lang, f"{KEY}.every")
    rows = [
        [Cell(words.name(id, lang) if id else every), *_row(lang, id, one, kinds, t)]
        for id, one in found.items()
    ]
    return table(text(lang, f"{KEY}.title"), columns, rows)


def _row(
    lang: Lang, id: str, found: Verdicts, kinds: list[VerdictKind], t: str | None
) -> list[Cell]:
    whole = sum(found.values())

    def cell(kind: VerdictKind | None, count: int) -> Cell:
        address = choice.address(lang, id=id or None, t=t, verdict=kind) if count else ""
        share = f" · {count / whole:.1%}" if kind and count else ""
        return Cell(f"{count:,}{share}", number=True, href=address)

    return [cell(None, whole), *(cell(kind, found.get(kind, 0)) for kind in kinds)]

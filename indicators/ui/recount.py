"""The netizens recomputed from the rate and the population: a check with its tolerance."""

from __future__ import annotations

from indicators import periods, units
from indicators.population import RATE, TOLERANCE, USERS, Recount, recounts
from indicators.strings import LANGS, Lang, text
from indicators.ui import load
from indicators.ui.markup import Cell, escape, folded, table
from indicators.ui.subject import Topic


def told(topic: Topic) -> str:
    """It as HTML for the page of the number and of the rate, "" for others."""
    return _told(topic.here.lang) if topic.indicator.id in (USERS, RATE) else ""


@load.kept(len(LANGS))
def _told(lang: Lang) -> str:
    library = load.library()
    found = recounts(library.observations, library.population, library.sources)
    if not found:
        return ""
    within = sum(one.agrees for one in found)
    farthest = max(found, key=lambda one: abs(one.apart))
    words = text(
        lang,
        "recount.told",
        surveys=len(found),
        within=within,
        tolerance=units.text(TOLERANCE, "point", lang),
        farthest=units.text(abs(farthest.apart), "point", lang),
        when=periods.text(farthest.rate.as_of, lang),
    )
    return (
        f"<h2>{escape(text(lang, 'recount.title'))}</h2><p>{escape(words)}</p>"
        f'<p class="quiet">{escape(text(lang, "recount.vintage"))}</p>'
        + folded(text(lang, "recount.table"), _table(found, lang))
    )


def _table(found: tuple[Recount, ...], lang: Lang) -> str:
    names = ("rate", "population", "recomputed", "printed", "apart", "verdict")
    columns = [text(lang, "table.as_of"), *(text(lang, f"recount.{name}") for name in names)]
    rows = [_row(one, lang) for one in reversed(found)]
    return table(text(lang, "recount.title"), columns, rows)


def _row(one: Recount, lang: Lang) -> list[Cell]:
    apart = f"{one.apart:+.2f}".replace("-", "\u2212")
    return [
        Cell(one.rate.as_of),
        Cell(units.text(one.rate.value, "percent", lang), number=True),
        Cell(_people(one.population.value, lang), number=True),
        Cell(_people(one.recomputed, lang), number=True),
        Cell(_people(one.users.value, lang), number=True),
        Cell(apart, number=True),
        Cell(text(lang, "recount.within" if one.agrees else "recount.outside")),
    ]


def _people(value: float, lang: Lang) -> str:
    """To 10 000 people, as far as any of these numbers is known."""
    return units.text(round(value, -4), "person", lang)

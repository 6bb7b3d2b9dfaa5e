"""Town and country month by month: their difference and their ratio, in words and as a table."""

from __future__ import annotations

from functools import lru_cache

from indicators import periods, units
from indicators.figures.gap import difference
from indicators.strings import text
from indicators.ui.markup import Cell, escape, folded, table
from indicators.ui.subject import KEPT, Topic


@lru_cache(maxsize=KEPT)
def told(topic: Topic) -> str:
    """It as HTML; "" where the page does not show both areas of one series."""
    lang, indicator = topic.here.lang, topic.indicator
    months = ratios(topic)
    if not months:
        return ""
    first, last = months[0], months[-1]
    words = text(
        lang,
        "pairs.told",
        indicator=indicator.name[lang],
        first=periods.text(first[0], lang),
        last=periods.text(last[0], lang),
        before=_ratio(first),
        after=_ratio(last),
    )
    unit = "point" if indicator.unit == "percent" else indicator.unit
    columns = [
        text(lang, "table.as_of"),
        text(lang, "area.urban"),
        text(lang, "area.rural"),
        text(lang, "pairs.gap"),
        text(lang, "pairs.ratio"),
    ]
    rows = [
        [
            Cell(month),
            Cell(units.text(urban, indicator.unit, lang), number=True),
            Cell(units.text(rural, indicator.unit, lang), number=True),
            Cell(units.difference(round(urban - rural, 6), unit, lang), number=True),
            Cell(_ratio((month, urban, rural)), number=True),
        ]
        for month, urban, rural in reversed(months)
    ]
    figures = table(text(lang, "pairs.title"), columns, rows)
    return f"<h2>{escape(text(lang, 'pairs.title'))}</h2><p>{escape(words)}</p>" + folded(
        text(lang, "pairs.table"), figures
    )


def ratios(topic: Topic) -> list[tuple[str, float, float]]:
    """The months that have both, with the urban and the rural value, by time."""
    gap = difference(topic.lines)
    at = {(point.area, point.as_of): point.value for line in topic.lines for point in line.points}
    return [
        (point.as_of, at["urban", point.as_of], at["rural", point.as_of])
        for point in (gap.points if gap else ())
        if at["rural", point.as_of]
    ]


def _ratio(pair: tuple[str, float, float]) -> str:
    return f"{pair[1] / pair[2]:.2f}"

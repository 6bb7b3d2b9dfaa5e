"""The figures of an indicator as a real table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Key, Line, key
from indicators.library import Library
from indicators.remembered import remembered
from indicators.series import Observation
from indicators.sources import Source
from indicators.strings import Lang, text
from indicators.ui.markup import Cell, table

MOST = 64  # tables kept, of at most some 100 kB


@dataclass(frozen=True, slots=True)
class Told:
    """A further column: what the chart shows instead of levels, by line and month."""

    heading: str
    values: Mapping[tuple[Key, str], str]


@remembered(MOST)
def figures_table(
    lines: Sequence[Line],
    names: Mapping[Key, str],
    indicator: Indicator,
    library: Library,
    lang: Lang,
    told: Told | None = None,
) -> str:
    """The observations of these lines as HTML, the newest first."""
    several = len(lines) > 1
    unit = units.noun(indicator.unit, lang)
    columns = [
        text(lang, "table.as_of"),
        *([text(lang, "table.series")] if several else []),
        text(lang, "table.value", unit=unit),
        *([told.heading] if told else []),
        text(lang, "table.printed"),
        text(lang, "table.status"),
        text(lang, "table.source"),
    ]
    points = sorted(
        (point for line in lines for point in line.points), key=lambda o: o.as_of, reverse=True
    )
    rows = [
        _row(point, names if several else None, indicator, library, lang, told) for point in points
    ]
    return table(text(lang, "table.caption", indicator=indicator.name[lang]), columns, rows)


def _row(
    point: Observation,
    names: Mapping[Key, str] | None,
    indicator: Indicator,
    library: Library,
    lang: Lang,
    told: Told | None,
) -> list[Cell]:
    changed = told.values.get((key(point), point.as_of), "—") if told else ""
    source = library.sources[point.source]
    return [
        Cell(periods.text(point.as_of, lang, "table")),
        *([Cell(names[key(point)])] if names else []),
        Cell(units.figure(point.value, indicator.unit), number=True),
        *([Cell(changed, number=True)] if told else []),
        Cell(point.printed or "—", lang="zh-CN" if lang == "en" else ""),
        Cell(text(lang, f"status.{point.status}")),
        Cell(short_source(source, lang)),
    ]


def source_title(source: Source, lang: Lang) -> str:
    """The title of a publication in the visitor's language."""
    return source.title_en if lang == "en" else source.title_zh


def short_source(source: Source, lang: Lang) -> str:
    """A publication named in a narrow column: a numbered report by its number."""
    if source.series and source.number:
        return text(lang, "table.report", series=source.series.upper(), number=source.number)
    return source_title(source, lang)

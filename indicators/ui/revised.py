"""The figures of an indicator that their publisher has revised: as first given, and as of today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indicators import periods, units
from indicators.figures.lines import key
from indicators.strings import text
from indicators.ui import table
from indicators.ui.markup import Cell, escape
from indicators.ui.markup import table as html_table
from indicators.ui.subject import KEPT, Topic
from indicators.vintages import Vintage


@lru_cache(maxsize=KEPT)
def told(topic: Topic) -> str:
    """The table with words above it, as HTML; "" where none of the figures shown was revised."""
    found = of(topic)
    if not found:
        return ""
    lang = topic.here.lang
    words = text(lang, "revised.told", number=len(found))
    return f"<h2>{escape(text(lang, 'revised.title'))}</h2><p>{escape(words)}</p>" + _table(
        topic, found
    )


def of(topic: Topic) -> list[Vintage]:
    """The revised figures among those shown, the newest first."""
    shown = {(line.key, point.as_of) for line in topic.lines for point in line.points}
    found = [v for v in topic.library.vintages if (key(v.current), v.current.as_of) in shown]
    return sorted(found, key=lambda vintage: vintage.current.as_of, reverse=True)


def _table(topic: Topic, found: Sequence[Vintage]) -> str:
    lang, library, unit = topic.here.lang, topic.library, topic.indicator.unit
    columns = [
        text(lang, "table.as_of"),
        text(lang, "topic.geo"),
        text(lang, "revised.before"),
        text(lang, "revised.after"),
        text(lang, "revised.when"),
        text(lang, "table.source"),
    ]
    rows = [
        [
            Cell(vintage.current.as_of),
            Cell(_country(topic, vintage.current.geo)),
            Cell(units.text(vintage.observation.value, unit, lang), number=True),
            Cell(units.text(vintage.current.value, unit, lang), number=True),
            Cell(text(lang, "revised.by", when=periods.text(vintage.superseded, lang))),
            Cell(
                text(
                    lang,
                    "revised.sources",
                    before=table.source_title(library.sources[vintage.observation.source], lang),
                    after=table.source_title(library.sources[vintage.current.source], lang),
                )
            ),
        ]
        for vintage in found
    ]
    return html_table(text(lang, "revised.title"), columns, rows)


def _country(topic: Topic, geo: str) -> str:
    """China among others is 中国 and not 全国."""
    lang = topic.here.lang
    return text(lang, "world.china") if geo == "CN" else topic.library.places[geo].name(lang)

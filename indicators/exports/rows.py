"""The figures of one indicator with where each one comes from, as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from indicators.catalogue import Bilingual, Indicator
from indicators.library import Library
from indicators.series import Observation
from indicators.sources import Source
from indicators.spreadsheets import csv_bytes, number
from indicators.vintages import Vintage

Cells = tuple[str | float | None, ...]
COLUMNS = (
    "indicator", "name_zh", "name_en", "geo", "area", "level", "scope", "as_of", "value", "unit",
    "printed", "status", "source", "source_title", "publisher", "published", "url", "licence",
    "note",
)  # fmt: skip


def csv_file(points: Sequence[Observation], indicator: Indicator, library: Library) -> bytes:
    """The figures as a CSV file with exactly COLUMNS, a row a figure; values in base units."""
    return csv_bytes(COLUMNS, _rows(points, indicator, library))


def json_file(points: Sequence[Observation], indicator: Indicator, library: Library) -> bytes:
    """What the indicator means, the terms of its figures, and the figures as the CSV has them."""
    used = {point.source: library.sources[point.source] for point in points}
    return json_bytes(
        {
            **about(indicator),
            "version": library.version,
            "released": library.released,
            "notices": [_pair(notice) for notice in library.terms.conditions(used.values())],
            "observations": [
                dict(zip(COLUMNS, row, strict=True)) for row in _rows(points, indicator, library)
            ],
            "revised": [
                _revised(one) for one in library.vintages if one.current.indicator == indicator.id
            ],
        }
    )


def about(indicator: Indicator) -> dict[str, object]:
    """What an indicator means, for JSON."""
    return {
        "id": indicator.id,
        "family": indicator.family,
        "unit": indicator.unit,
        "name": _pair(indicator.name),
        "definition": _pair(indicator.definition),
        "areas": list(indicator.areas),
        "levels": [level for level in indicator.levels if level],
        "scopes": {scope: _pair(name) for scope, name in indicator.scopes.items() if scope},
        "breaks": [
            {"as_of": change.as_of, **_pair(change.note), "source": change.source}
            for change in indicator.breaks
        ],
        "caveats": [_pair(caveat) for caveat in indicator.caveats],
    }


def json_bytes(value: object) -> bytes:
    """A JSON file, Chinese as it is."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _pair(words: Bilingual) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _revised(one: Vintage) -> dict[str, object]:
    """A figure that was official until the month ``superseded``; the series has today's."""
    earlier = one.observation
    place = {name: getattr(earlier, name) for name in ("as_of", "geo", "area", "level", "scope")}
    return {
        **place,
        "value": number(earlier.value),
        "printed": earlier.printed,
        "source": earlier.source,
        "superseded": one.superseded,
    }


def _rows(points: Sequence[Observation], indicator: Indicator, library: Library) -> list[Cells]:
    return [_row(point, indicator, library.sources[point.source]) for point in points]


def _row(point: Observation, indicator: Indicator, source: Source) -> Cells:
    return (
        indicator.id, indicator.name.zh, indicator.name.en, point.geo, point.area, point.level,
        point.scope, point.as_of, number(point.value), indicator.unit, point.printed, point.status,
        point.source, source.title_zh, source.publisher_zh, source.published, source.url,
        source.licence, point.note,
    )  # fmt: skip

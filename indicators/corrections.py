"""Corrections: figures in circulation that are wrong, and slips of the publishers themselves.

data/corrections.toml holds them; its opening comment explains the fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from indicators import periods
from indicators.catalogue import Bilingual
from indicators.datafiles import Table, read_toml
from indicators.errors import DataError
from indicators.series import Observation

Origin = Literal["circulation", "publisher"]
_KEYS = (
    "origin", "indicator", "geo", "area", "level", "scope", "as_of", "printed", "value", "expect",
    "zh", "en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """One wrong figure, under the indicator, place and month it is given for.

    ``value`` is the wrong figure in base units, None where what is wrong is no level (a growth
    rate, an order). ``expect`` is what the official series holds there, None where it holds
    nothing. ``why`` says how the wrong figure came about.
    """

    origin: Origin
    indicator: str
    geo: str
    area: str
    level: str
    scope: str
    as_of: str
    printed: str
    value: float | None
    expect: float | None
    why: Bilingual
    line: int


def load(path: Path) -> tuple[Correction, ...]:
    """All corrections of the file, in its order; DataError names file and line."""
    table = read_toml(path)
    table.only("corrections")
    return tuple(_correction(entry) for entry in table.tables("corrections"))


def check(
    path: Path,
    corrections: Sequence[Correction],
    observations: Mapping[str, Sequence[Observation]],
) -> None:
    """Hold every correction against the series; DataError once a series has changed under it."""
    for correction in corrections:
        if correction.indicator not in observations:
            what = f"unknown indicator {correction.indicator!r}"
            raise DataError(path, correction.line, what)
        holds = _official(correction, observations[correction.indicator])
        if holds != correction.expect:
            change = f"expect {_shown(correction.expect)}, but the series holds {_shown(holds)}"
            raise DataError(path, correction.line, f"{change}: is the correction still needed?")
        if correction.value is not None and correction.value == holds:
            raise DataError(path, correction.line, "the figure called wrong is the official one")


def _correction(table: Table) -> Correction:
    table.only(*_KEYS)
    origin = table.text("origin")
    if origin not in get_args(Origin):
        raise table.fail("origin", f"{origin!r} is none of {', '.join(get_args(Origin))}")
    as_of = table.text("as_of")
    if not periods.is_month(as_of):
        raise table.fail("as_of", f"{as_of!r} is not a month (YYYY-MM)")
    if origin == "publisher" and "expect" not in table.values:
        raise table.fail("expect", "a publisher's slip needs the figure the series holds")
    return Correction(
        origin=cast(Origin, origin),
        indicator=table.text("indicator"),
        geo=table.optional_text("geo") or "CN",
        area=table.optional_text("area") or "total",
        level=table.optional_text("level") or "",
        scope=table.optional_text("scope") or "",
        as_of=as_of,
        printed=table.text("printed"),
        value=table.number("value") if "value" in table.values else None,
        expect=table.number("expect") if "expect" in table.values else None,
        why=Bilingual(table.text("zh"), table.text("en")),
        line=table.above + 1,
    )


def _official(correction: Correction, observations: Sequence[Observation]) -> float | None:
    where = (correction.geo, correction.area, correction.level, correction.scope, correction.as_of)
    for seen in observations:
        if (seen.geo, seen.area, seen.level, seen.scope, seen.as_of) == where:
            return seen.value
    return None


def _shown(value: float | None) -> str:
    return "nothing" if value is None else f"{value:,.10g}"

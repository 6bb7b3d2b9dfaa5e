"""The indicators: what each one means, how texts write it, where its definition broke.

One TOML file each under data/indicators/, beside the CSV file that holds its observations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from indicators import periods
from indicators.datafiles import Table, read_toml
from indicators.units import Unit

FAMILIES = ("internet", "urban_rural", "gov_sites", "new_media", "services", "world")
AREAS = ("total", "urban", "rural")
LEVELS = ("", "province", "prefecture", "county", "township")
_KEYS = (
    "family", "order", "unit", "areas", "levels", "default_scope", "adds_to_100", "name", "short",
    "definition", "scopes", "breaks", "caveats", "expected_release", "texts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Break:
    """A dated change of definition or method: drawn as a vertical rule with its words.

    ``scope_before`` is the scope the plain name meant until then, "" where it has not changed.
    """

    as_of: str
    note: Bilingual
    source: str | None
    scope_before: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How texts write an indicator; the vocabulary of the quote grammar.

    ``labels`` name it properly; ``misnomers`` are wrong names in circulation (手机普及率 for
    mobile_share): a figure so called is this indicator, mislabelled. Further tables that the
    grammar needs are in ``grammar`` and are validated by indicators.quotes.
    """

    labels: tuple[str, ...]
    misnomers: tuple[str, ...]
    grammar: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. ``areas``, ``levels`` and ``scopes`` list the values its rows may have."""

    id: str
    family: str  # internet | urban_rural | gov_sites | new_media | services | world
    order: int  # place within the family
    unit: Unit
    name: Bilingual
    short: Bilingual  # at most ten characters in Chinese, for labels in charts
    definition: Bilingual
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    scopes: Mapping[str, Bilingual]  # scope id -> its name; "" is the unqualified scope
    default_scope: str
    breaks: tuple[Break, ...]
    caveats: tuple[Bilingual, ...]
    expected_release: Bilingual | None  # when the next figure is expected
    adds_to_100: bool  # urban and rural are shares of one whole (netizen_share)
    wording: Wording


def load(path: Path) -> Indicator:
    """The indicator a TOML file describes; its id is the file's stem. DataError if it is wrong."""
    table = read_toml(path)
    table.only(*_KEYS)
    scopes = _scopes(table)
    release = table.optional_table("expected_release")
    indicator = Indicator(
        id=path.stem,
        family=_one_of(table, "family", FAMILIES),
        order=table.integer("order"),
        unit=cast(Unit, _one_of(table, "unit", get_args(Unit))),
        name=bilingual(table.table("name")),
        short=bilingual(table.table("short")),
        definition=bilingual(table.table("definition")),
        areas=_some_of(table, "areas", AREAS, ("total",)),
        levels=_some_of(table, "levels", LEVELS, ("",)),
        scopes=scopes,
        default_scope=_default_scope(table, scopes),
        breaks=tuple(_break(entry, scopes) for entry in table.tables("breaks")),
        caveats=tuple(bilingual(entry) for entry in table.tables("caveats")),
        expected_release=bilingual(release) if release else None,
        adds_to_100=table.flag("adds_to_100"),
        wording=_wording(table),
    )
    if len(indicator.short.zh) > 10:
        raise table.table("short").fail("zh", "at most ten characters, it labels lines in charts")
    return indicator


def bilingual(table: Table) -> Bilingual:
    """A table with exactly the keys zh and en."""
    table.only("zh", "en")
    return Bilingual(table.text("zh"), table.text("en"))


def _one_of(table: Table, key: str, allowed: tuple[str, ...]) -> str:
    value = table.text(key)
    if value not in allowed:
        raise table.fail(key, f"{value!r} is none of {', '.join(allowed)}")
    return value


def _some_of(
    table: Table, key: str, allowed: tuple[str, ...], default: tuple[str, ...]
) -> tuple[str, ...]:
    values = table.texts(key) or default
    for value in values:
        if value not in allowed:
            raise table.fail(key, f"{value!r} is none of {', '.join(allowed)}")
    return values


def _scopes(table: Table) -> Mapping[str, Bilingual]:
    named = table.optional_table("scopes")
    if named is None:
        return {"": Bilingual("", "")}
    return {scope: bilingual(named.table(scope)) for scope in named.values}


def _default_scope(table: Table, scopes: Mapping[str, Bilingual]) -> str:
    scope = table.values.get("default_scope", "")
    if not isinstance(scope, str) or scope not in scopes:
        raise table.fail("default_scope", f"{scope!r} is no scope of this indicator")
    return scope


def _break(table: Table, scopes: Mapping[str, Bilingual]) -> Break:
    table.only("as_of", "zh", "en", "source", "scope_before")
    as_of = table.text("as_of")
    if not periods.is_month(as_of):
        raise table.fail("as_of", f"{as_of!r} is not a month (YYYY-MM)")
    note = Bilingual(table.text("zh"), table.text("en"))
    scope_before = table.optional_text("scope_before") or ""
    if scope_before and scope_before not in scopes:
        raise table.fail("scope_before", f"{scope_before!r} is no scope of this indicator")
    return Break(as_of, note, table.optional_text("source"), scope_before)


def _wording(table: Table) -> Wording:
    texts = table.table("texts")
    grammar = {k: v for k, v in texts.values.items() if k not in ("labels", "misnomers")}
    return Wording(texts.texts("labels"), texts.texts("misnomers"), grammar)

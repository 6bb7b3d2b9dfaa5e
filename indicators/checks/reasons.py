"""Reasons in words: the sentence of a rule, filled with names, figures, months and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast, get_args

from indicators import periods, units
from indicators.checks.official import Key
from indicators.checks.verdicts import Fact, Reason
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.units import Unit

_SERIES = frozenset({"series", "official_series", "true_series", "base_series"})
_MONTHS = frozenset(
    {"as_of", "published", "first_as_of", "last_as_of"}
    | {f"{prefix}_as_of" for prefix in ("official", "true", "base", "before", "after")}
)
_SOURCES = frozenset({f"{prefix}_source" for prefix in ("official", "true", "base")})
_VALUES = frozenset({"official", "base", "before", "after", "lowest", "highest"})
_MEANS = frozenset({"mean", "mean_other"})
_MOVED = frozenset({"computed", "recomputed"})
_WAYS = frozenset({"way"})


def render(reason: Reason, lang: Lang, library: Library) -> str:
    """The sentence ``rule.<id>`` in a language: what the text says, what the official series says.

    KeyError names a rule or placeholder that the string files lack.
    """
    words = {name: _word(name, reason.facts, lang, library) for name in reason.facts}
    for name, clause in _CLAUSES.items():
        key = clause(reason.facts)
        words[name] = text(lang, key, **words) if key else ""
    return text(lang, f"rule.{reason.rule}", **words)


def series_name(code: str, lang: Lang, library: Library) -> str:
    """What a series is called in a sentence: 农村互联网普及率, 政务微博账号数（新浪，机构）."""
    key = Key.parse(code)
    indicator = library.indicators[key.indicator]
    before = []
    if key.geo != "CN":
        before.append(library.places[key.geo].name(lang) if key.geo in library.places else key.geo)
    if key.area != "total" or (key.geo == "CN" and len(indicator.areas) > 1):
        before.append(text(lang, f"area.{key.area}").lower())
    if key.level:
        before.append(text(lang, f"level.{key.level}").lower())
    known = indicator.scopes.get(key.scope)
    scope = known[lang] if known and key.scope else key.scope
    if lang == "en":
        marks = [*before, *([scope] if scope else [])]
        return indicator.name.en + (f" ({', '.join(marks)})" if marks else "")
    # 城乡网民占比 of one area is 农村网民占比.
    name = indicator.name.zh.removeprefix("城乡") if before else indicator.name.zh
    return "".join(before) + name + (f"（{scope}）" if scope else "")


def _word(name: str, facts: Mapping[str, Fact], lang: Lang, library: Library) -> str:
    fact = facts[name]
    if name in _SERIES:
        return series_name(str(fact), lang, library)
    if name in _MONTHS:
        return periods.text(str(fact), lang)
    if name in _SOURCES:
        return _source(str(fact), lang, library)
    if name in _WAYS:
        return text(lang, f"rule.way_{fact}")
    if isinstance(fact, str):
        return fact.replace("、", ", ") if lang == "en" and name == "given" else fact
    return _number(name, float(fact), facts, lang, library)


def _number(
    name: str, value: float, facts: Mapping[str, Fact], lang: Lang, library: Library
) -> str:
    unit = cast(Unit, facts.get("unit", "index"))
    if name == "true":
        own = Key.parse(str(facts["true_series"])).indicator
        return units.text(value, library.indicators[own].unit, lang)
    if name in _VALUES:
        return units.text(value, unit, lang)
    if name == "proper":
        return units.text(value, "percent", lang)
    if name in _MEANS:
        return f"{value:.2f}%"
    if name in _MOVED:
        return _moved(value, _unit_moved(facts, library), lang)
    if name == "difference":
        return _difference(value, unit, lang)
    if name == "factor":
        return _factor(value, lang)
    return f"{value:g}"


def _unit_moved(facts: Mapping[str, Fact], library: Library) -> Unit:
    """The unit the words use; things counted in the unit of their indicator."""
    unit = str(facts["quantity_unit"])
    if unit in get_args(Unit):
        return cast(Unit, unit)
    return library.indicators[Key.parse(str(facts["series"])).indicator].unit


def _moved(value: float, unit: Unit, lang: Lang) -> str:
    """The size of a change: 20位 rather than 第20位."""
    if unit == "rank":
        return units.difference(value, unit, lang).lstrip("+")
    return units.text(value, unit, lang)


def _difference(value: float, unit: Unit, lang: Lang) -> str:
    """How far a number is off, without its sign; the sentence says both figures."""
    return units.difference(abs(value), unit, lang).lstrip("+±")


def _factor(value: float, lang: Lang) -> str:
    if lang == "en":
        return f"{value:,.0f}"
    return {1e4: "一万", 1e8: "一亿"}.get(value, f"{value:.0f}")


def _source(source_id: str, lang: Lang, library: Library) -> str:
    source = library.sources.get(source_id)
    if source is None:
        return source_id
    return source.title_en if lang == "en" else source.title_zh


def _when(facts: Mapping[str, Fact]) -> str | None:
    basis = facts.get("basis")
    return f"rule.when_{basis}" if "official_as_of" in facts and basis else None


def _claimed(facts: Mapping[str, Fact]) -> str | None:
    """What the series the words name was, where that is known and differs from the truth."""
    if facts.get("official_series") != facts.get("series") or "true" not in facts:
        return None
    return "rule.claimed" if facts["official_series"] != facts["true_series"] else None


def _neighbours(facts: Mapping[str, Fact]) -> str | None:
    sides = [side for side in ("before", "after") if side in facts]
    return f"rule.neighbours_{'_'.join(sides)}" if sides else None


def _moved_how(facts: Mapping[str, Fact]) -> str | None:
    return f"rule.moved_{facts['mode']}" if "mode" in facts else None


_CLAUSES: Mapping[str, Callable[[Mapping[str, Fact]], str | None]] = {
    "when": _when,
    "claimed": _claimed,
    "neighbours": _neighbours,
    "moved": _moved_how,
}

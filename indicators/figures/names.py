"""What a line is called beside the others of its chart: only what tells it apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.catalogue import Indicator
from indicators.figures.lines import Key
from indicators.places import Place
from indicators.strings import Lang, text


def line_names(
    keys: Sequence[Key], indicator: Indicator, places: Mapping[str, Place], lang: Lang
) -> dict[Key, str]:
    """A name for each line: its area, level, scope or place, as far as the lines differ in it."""
    differ = {part for part in ("geo", "area", "level", "scope") if _several(keys, part)}
    return {key: _name(key, differ, indicator, places, lang) for key in keys}


def scope_name(indicator: Indicator, scope: str, lang: Lang) -> str:
    """The name of a scope; the unqualified one is called so."""
    if scope in indicator.scopes:
        return indicator.scopes[scope][lang]
    return scope or text(lang, "chart.unqualified")


def _several(keys: Sequence[Key], part: str) -> bool:
    return len({getattr(key, part) for key in keys}) > 1


def _name(
    key: Key, differ: set[str], indicator: Indicator, places: Mapping[str, Place], lang: Lang
) -> str:
    names = []
    if "geo" in differ:
        names.append(places[key.geo].name(lang) if key.geo in places else key.geo)
    if "area" in differ:
        names.append(text(lang, f"area.{key.area}"))
    if "level" in differ and key.level:
        names.append(text(lang, f"level.{key.level}"))
    if "scope" in differ and (key.scope or not names):
        names.append(scope_name(indicator, key.scope, lang))
    return (" · " if lang == "en" else "·").join(names)

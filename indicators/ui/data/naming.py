"""One line of an indicator named in full: 网民规模 · 农村, 政府网站数 · 四川."""

from __future__ import annotations

from typing import Protocol

from indicators.catalogue import Indicator
from indicators.library import Library
from indicators.strings import Lang, text


class Place(Protocol):
    """What tells a line of an indicator from its others."""

    @property
    def geo(self) -> str: ...
    @property
    def area(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def scope(self) -> str: ...


def line_name(indicator: Indicator, line: Place, library: Library, lang: Lang) -> str:
    """The indicator, then its place, area, level and scope where they are not the plain ones."""
    parts = [indicator.short[lang]]
    if line.geo != "CN" and line.geo in library.places:
        parts.append(library.places[line.geo].name(lang))
    if line.area != "total":
        parts.append(text(lang, f"area.{line.area}"))
    if line.level:
        parts.append(text(lang, f"level.{line.level}"))
    if line.scope and line.scope in indicator.scopes:
        parts.append(indicator.scopes[line.scope][lang])
    return " · ".join(parts)

"""The quotes of a corpus in words: what they claim, of when, and what the official figure is."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from indicators import periods, units
from indicators.corpus import Passage, Repeated
from indicators.strings import Lang, text
from indicators.ui import load
from indicators.units import Unit


def ordered(ids: Collection[str]) -> list[str]:
    """Indicators in the order of the library, those it does not know behind them."""
    known = [id for id in load.library().indicators if id in ids]
    return known + sorted(set(ids) - set(known))


def name(id: str, lang: Lang) -> str:
    """The name of an indicator; its id where the library does not have it."""
    known = load.library().indicators.get(id)
    return known.name[lang] if known else id


def short(id: str, lang: Lang) -> str:
    """The same for a narrow place."""
    known = load.library().indicators.get(id)
    return known.short[lang] if known else id


def chosen(param: str, value: str, lang: Lang) -> str:
    """A choice of the address that this corpus has nothing for."""
    if param == "id":
        return name(value, lang)
    return text(lang, f"verdict.{value}") if param == "verdict" else value


def about(quote: Passage | Repeated, lang: Lang) -> str:
    """网民规模 · 农村: what the words claim, of where."""
    place = load.library().places.get(quote.geo)
    parts = [short(quote.indicator, lang)]
    parts += [text(lang, "reader.change")] if quote.kind == "change" else []
    parts += [text(lang, f"area.{quote.area}")] if quote.area in ("urban", "rural") else []
    parts += [place.name(lang)] if place and quote.geo != "CN" else []
    return " · ".join(parts)


def when(as_of: str | None, lang: Lang) -> str:
    """The month of a figure, or that none is known."""
    return periods.text(as_of, lang) if as_of else text(lang, "reader.undated")


def figure(value: float, unit: str, lang: Lang) -> str:
    """A value in base units as prose writes it."""
    return units.text(value, cast(Unit, unit), lang)


def official(quote: Passage, lang: Lang) -> str:
    """The official figure that a quote was held against, with its month and source; "" for none."""
    reference = quote.reference
    if reference is None:
        return ""
    library = load.library()
    indicator = library.indicators.get(str(reference["indicator"]))
    source = library.sources.get(str(reference["source"]))
    if indicator is None or source is None:
        return ""
    area = str(reference["area"])
    parts = [text(lang, f"area.{area}")] if area in ("urban", "rural") else []
    return text(
        lang,
        "corpus.official",
        name=" · ".join([indicator.short[lang], *parts]),
        when=periods.text(str(reference["as_of"]), lang),
        value=figure(cast(float, reference["value"]), indicator.unit, lang),
        source=source.title_en if lang == "en" else source.title_zh,
    )

"""The one sentence with which an indicator page answers: the latest figure, and who quotes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.gap import difference
from indicators.figures.lines import Line, key
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import evidence
from indicators.ui.subject import KEPT, Topic


@lru_cache(maxsize=KEPT)
def answer(topic: Topic) -> str:
    """The latest figure, or the latest pair of urban and rural ones, then the quotes by verdict."""
    return _figure(topic) + text(topic.here.lang, "topic.joint") + quoted(topic)


def _figure(topic: Topic) -> str:
    lang, indicator = topic.here.lang, topic.indicator
    name = indicator.name[lang]
    latest = newest(topic.lines, indicator)
    if latest is None:
        return text(lang, "topic.answer_none", indicator=name)
    if latest.area != "total":
        pair = _pair(topic)
        if pair:
            return pair
    value = units.text(latest.value, indicator.unit, lang)
    if "CN" not in topic.geos and not topic.here.geo:
        best = _best(topic)
        return text(lang, "topic.answer_best", indicator=name, place=best, value=value)
    series = topic.names[key(latest)] if latest.level or latest.scope or latest.geo != "CN" else ""
    return text(
        lang,
        "topic.answer_of" if series else "topic.answer",
        when=periods.text(latest.as_of, lang),
        indicator=name,
        value=value,
        series=series,
    )


def _best(topic: Topic) -> str:
    """The places that share the highest of the latest values."""
    lang = topic.here.lang
    last = [line.last for line in topic.lines]
    top = max(point.value for point in last)
    names = (topic.library.places[point.geo].name(lang) for point in last if point.value == top)
    return text(lang, "topic.and").join(names)


def _pair(topic: Topic) -> str | None:
    """Town and country at the latest date that has both, and for rates their difference."""
    lang, indicator = topic.here.lang, topic.indicator
    gap = difference(topic.lines)
    if gap is None:
        return None
    month = gap.last.as_of
    at = {p.area: p.value for line in topic.lines for p in line.points if p.as_of == month}
    shares = indicator.adds_to_100
    return text(
        lang,
        "topic.answer_shares" if shares else "topic.answer_gap",
        when=periods.text(month, lang),
        indicator=indicator.name[lang],
        urban=units.text(at["urban"], indicator.unit, lang),
        rural=units.text(at["rural"], indicator.unit, lang),
        gap=units.text(abs(gap.last.value), "point", lang),
    )


def quoted(topic: Topic) -> str:
    """How often texts quote the indicator, by verdict."""
    lang = topic.here.lang
    found = evidence.counts(topic.citations)
    if not found:
        return text(lang, "topic.never_quoted", texts=len(topic.library.documents))
    parts = (
        text(lang, "topic.count", verdict=text(lang, f"verdict.{kind}"), number=number)
        for kind, number in found.items()
    )
    return text(
        lang,
        "topic.quoted",
        texts=len({citation.slug for citation in topic.citations}),
        quotes=sum(found.values()),
        verdicts=text(lang, "topic.comma").join(parts),
    )


def newest(lines: Sequence[Line], indicator: Indicator) -> Observation | None:
    """The figure to name first: the latest, of the whole country and the default scope if any."""
    points = [line.last for line in lines]
    for fits in (
        [p for p in points if p.scope == indicator.default_scope and p.area == "total"],
        [p for p in points if p.scope == indicator.default_scope],
        points,
    ):
        if fits:
            return max(fits, key=lambda point: (point.as_of, point.value))
    return None

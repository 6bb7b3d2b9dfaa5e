"""The latest figure of each line of an indicator page, with its date, in words."""

from __future__ import annotations

from indicators import periods, units
from indicators.figures.lines import key
from indicators.figures.series import MOST_LINES
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import answers
from indicators.ui.subject import Topic


def facts(topic: Topic) -> list[tuple[str, str]]:
    """What and how much: the newest figure of each line, or the newest one where there are many
    lines; empty without figures."""
    newest = answers.newest(topic.lines, topic.indicator)
    if newest is None:
        return []
    all_of_them = len(topic.lines) <= MOST_LINES
    points = [line.last for line in topic.lines] if all_of_them else [newest]
    return [fact(topic, point) for point in points]


def fact(topic: Topic, point: Observation) -> tuple[str, str]:
    """One figure: its line and date, and its value."""
    return _term(topic, point), _value(topic, point)


def published(topic: Topic) -> list[tuple[str, str]]:
    """When the newest figure was published, as one more such pair; empty where unknown."""
    newest = answers.newest(topic.lines, topic.indicator)
    when = topic.library.sources[newest.source].published if newest else None
    lang = topic.here.lang
    return [(text(lang, "topic.published"), periods.text(when, lang))] if when else []


def _term(topic: Topic, point: Observation) -> str:
    lang, name = topic.here.lang, topic.names[key(point)]
    when = periods.text(point.as_of, lang)
    return text(lang, "topic.latest_of", series=name or text(lang, "topic.latest"), when=when)


def _value(topic: Topic, point: Observation) -> str:
    value = units.text(point.value, topic.indicator.unit, topic.here.lang)
    bound = point.status == "approximate"
    return text(topic.here.lang, "topic.about", value=value) if bound else value

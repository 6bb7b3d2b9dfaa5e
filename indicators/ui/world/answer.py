"""The one sentence with which the world page answers."""

from __future__ import annotations

from indicators import units
from indicators.egdi import INDEX, RANK
from indicators.strings import text
from indicators.ui import answers
from indicators.ui.subject import Topic


def sentence(topic: Topic) -> str:
    """China's newest figure, its rank where the indicator is the EGDI, and who quotes it."""
    lang, indicator = topic.here.lang, topic.indicator
    quoted = text(lang, "topic.joint") + answers.quoted(topic)
    latest = answers.newest(topic.lines, indicator)
    if latest is None:
        return text(lang, "topic.answer_none", indicator=indicator.name[lang]) + quoted
    value = units.text(latest.value, indicator.unit, lang)
    if lang == "en":
        value = value.removeprefix("rank ")  # the name says that it is a rank
    name, year = indicator.name[lang], latest.as_of[:4]
    told = text(lang, "world.answer", year=year, indicator=name, value=value)
    rank = _rank(topic, latest.as_of) if indicator.id == INDEX else None
    return told + (text(lang, "world.answer_rank", rank=rank) if rank else "") + quoted


def _rank(topic: Topic, as_of: str) -> str | None:
    ranks = topic.library.observations.get(RANK, ())
    return next((f"{s.value:.0f}" for s in ranks if s.geo == "CN" and s.as_of == as_of), None)

"""How the visitor has the figures told: as level, change, percent or index; the control for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from indicators import periods
from indicators.catalogue import Indicator
from indicators.figures.lines import Line
from indicators.figures.series import Chart
from indicators.figures.transforms import Transform, bases, by_editions, offered
from indicators.strings import text
from indicators.ui import problems, state
from indicators.ui.state import State
from indicators.ui.subject import KEPT, Topic

CHANGES = ("diff", "pct")


@dataclass(frozen=True, slots=True)
class Telling:
    """``base`` is the month of an index; ``editions``: changes are since the edition before."""

    transform: Transform
    base: str
    editions: bool


def of(here: State, lines: Sequence[Line], indicator: Indicator) -> Telling:
    """What the address asks for, as far as these lines can be told so; else their levels."""
    transform = here.tr if here.tr in offered(lines, indicator.unit) else "level"
    months = bases(lines)
    asked = here.t if here.t in months else None
    base = asked or (months[0] if months else "")
    return Telling(transform, base, bool(lines) and all(by_editions(line) for line in lines))


def draw(topic: Topic, pick_base: bool = True) -> None:
    """The control, where there is a choice; what the address asks for in vain is said."""
    here, lang = topic.here, topic.here.lang
    can, told = _choice(topic)
    if here.tr not in can:
        problems.say(text(lang, "problem.no_such_change", way=text(lang, f"tr.{here.tr}")))
    if len(can) > 1:
        since = "_edition" if told.editions else ""
        st.segmented_control(
            text(lang, "topic.tr"),
            can,
            format_func=lambda way: text(lang, f"tr.{way}{since if way in CHANGES else ''}"),
            key=state.show("tr", told.transform, topic.slug),
            on_change=state.follow,
            args=("tr", topic.slug),
            required=True,
        )
    if told.transform == "index" and pick_base:
        _base(topic, told)


@lru_cache(maxsize=KEPT)
def _choice(topic: Topic) -> tuple[tuple[Transform, ...], Telling]:
    """What there is to choose from, and what is chosen."""
    can = offered(topic.lines, topic.indicator.unit)
    return can, of(topic.here, topic.lines, topic.indicator)


def _base(topic: Topic, told: Telling) -> None:
    here, lang = topic.here, topic.here.lang
    if here.t and here.t != told.base:
        base = periods.text(told.base, lang)
        problems.say(text(lang, "problem.unknown_base", value=here.t, base=base))
    st.selectbox(
        text(lang, "topic.base"),
        sorted(bases(topic.lines)),
        format_func=lambda month: periods.text(month, lang),
        key=state.show("t", told.base, topic.slug),
        on_change=state.follow,
        args=("t", topic.slug),
        width=160,
    )


def notes(spec: Chart, lines: Sequence[Line]) -> list[str]:
    """In words what the chart shows instead of levels. ``lines`` are those before the telling."""
    lang, unit = spec.lang, spec.indicator.unit
    if spec.transform == "level":
        return []
    if spec.transform == "index":
        base = periods.text(spec.base, lang)
        drawn = {line.key for line in spec.lines}
        left = [spec.names[line.key] for line in lines if line.key not in drawn]
        names = text(lang, "provinces.list").join(filter(None, left))
        without = [text(lang, "told.without", names=names, base=base)] if names else []
        return [text(lang, "told.index", base=base), *without]
    since = "edition" if spec.editions else "year"
    found = [text(lang, f"told.{spec.transform}_{since}")]
    if unit == "percent":
        found.append(text(lang, f"told.{spec.transform}_percent"))
    if unit == "rank":
        found.append(text(lang, "told.rank"))
    return found

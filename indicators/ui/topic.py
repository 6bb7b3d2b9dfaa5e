"""An indicator page: a family of indicators, each with its chart, its quotes and its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from indicators import periods, units
from indicators.catalogue import Indicator
from indicators.figures.lines import Key, Line, split
from indicators.figures.names import line_names
from indicators.library import Library
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import chart, details, evidence, frame, load, problems, registry, state
from indicators.ui.load import Citation
from indicators.ui.markup import escape
from indicators.ui.state import State


@dataclass(frozen=True, slots=True)
class Topic:
    """What an indicator page is about, once the address has been read."""

    here: State
    slug: str
    library: Library
    members: tuple[Indicator, ...]
    indicator: Indicator
    lines: tuple[Line, ...]  # those of the chosen area
    names: Mapping[Key, str]
    citations: tuple[Citation, ...]


def draw(slug: str) -> None:
    """Draw the indicator page ``slug``."""
    here = state.current()
    topic = open_topic(here, slug)
    if topic is None:
        frame.title(here, slug)
        problems.say(text(here.lang, "topic.no_indicator"))
        return
    frame.title(here, slug, answer(topic))
    _picker(topic)
    _latest(topic)
    _controls(topic)
    _body(topic)
    details.draw(topic.indicator, topic.lines, topic.names, topic.library, here)


def open_topic(here: State, slug: str) -> Topic | None:
    """Read the address for this page: its indicator, area and quote; None without indicators."""
    library = load.library()
    family = registry.page(slug).family
    members = tuple(known for known in library.indicators.values() if known.family == family)
    if not members:
        return None
    indicator = next((known for known in members if known.id == here.id), members[0])
    if here.id and here.id != indicator.id:
        _elsewhere(here, library.indicators[here.id])
    area = here.area if here.area in indicator.areas else None
    lines = tuple(
        line
        for line in split(library.observations.get(indicator.id, ()))
        if area in (None, line.key.area)
    )
    names = line_names([line.key for line in lines], indicator, library.places, here.lang)
    citations = evidence.citing(indicator.id, area)
    return Topic(here, slug, library, members, indicator, lines, names, citations)


def _elsewhere(here: State, indicator: Indicator) -> None:
    """The address names an indicator of another page: say so, and lead there."""
    problems.say(text(here.lang, "topic.elsewhere", indicator=indicator.name[here.lang]))
    page = registry.of_family(indicator.family)
    if page:
        state.link(page.slug, indicator.name[here.lang], here.lang, id=indicator.id)


def answer(topic: Topic) -> str:
    """The one sentence that answers: the latest figure, and how texts quote the indicator."""
    lang = topic.here.lang
    name = topic.indicator.name[lang]
    latest = newest(topic.lines, topic.indicator)
    if latest is None:
        figure = text(lang, "topic.answer_none", indicator=name)
    else:
        value = units.text(latest.value, topic.indicator.unit, lang)
        when = periods.text(latest.as_of, lang)
        figure = text(lang, "topic.answer", when=when, indicator=name, value=value)
    return figure + text(lang, "topic.joint") + quoted(topic)


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
    """The figure to name first: the latest of the whole country in the default scope."""
    usual = [
        line for line in lines if line.key.scope == indicator.default_scope and line.key.geo == "CN"
    ]
    points = [line.last for line in usual or lines]
    whole = [point for point in points if point.area == "total"]
    return max(whole or points, key=lambda point: point.as_of, default=None)


def _picker(topic: Topic) -> None:
    if len(topic.members) < 2:
        return
    st.segmented_control(
        text(topic.here.lang, "topic.pick"),
        [known.id for known in topic.members],
        format_func=lambda id: topic.library.indicators[id].short[topic.here.lang],
        key=state.show("id", topic.indicator.id, topic.slug),
        on_change=state.follow,
        args=("id", topic.slug, ("area", "c", "geo", "t")),
        required=True,
    )


def _latest(topic: Topic) -> None:
    lang = topic.here.lang
    definition = f"<p>{escape(topic.indicator.definition[lang])}</p>"
    latest = newest(topic.lines, topic.indicator)
    facts = [] if latest is None else _facts(topic, latest)
    expected = topic.indicator.expected_release
    if expected:
        facts.append((text(lang, "topic.next"), expected[lang], ""))
    pairs = "".join(
        f'<div><dt>{escape(term)}</dt><dd class="{kind}">{escape(words)}</dd></div>'
        for term, words, kind in facts
    )
    st.html(f'{definition}<dl class="latest">{pairs}</dl>')


def _facts(topic: Topic, latest: Observation) -> list[tuple[str, str, str]]:
    lang = topic.here.lang
    source = topic.library.sources[latest.source]
    value = units.text(latest.value, topic.indicator.unit, lang)
    facts = [
        (text(lang, "topic.latest"), value, "figure"),
        (text(lang, "topic.as_of"), periods.text(latest.as_of, lang), ""),
    ]
    if source.published:
        facts.append((text(lang, "topic.published"), periods.text(source.published, lang), ""))
    return facts


def _controls(topic: Topic) -> None:
    here, indicator = topic.here, topic.indicator
    with st.container(horizontal=True, key="controls"):
        if len(indicator.areas) > 1:
            _choice(topic, "area", ["", *indicator.areas], here.area or "")
        _choice(topic, "view", ["chart", "table"], "table" if here.view == "table" else "chart")
        _choice(topic, "tr", list(state.TRANSFORMS), here.tr)


def _choice(topic: Topic, param: str, options: list[str], value: str) -> None:
    lang = topic.here.lang
    st.segmented_control(
        text(lang, f"topic.{param}"),
        options,
        format_func=lambda option: text(lang, f"{param}.{option or 'all'}"),
        key=state.show(param, value, topic.slug),
        on_change=state.follow,
        args=(param, topic.slug),
        required=True,
    )


def _body(topic: Topic) -> None:
    lang = topic.here.lang
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart.draw(topic.here, topic.indicator, topic.lines, topic.names, topic.citations)
    with right:
        st.html(f"<h2>{escape(text(lang, 'evidence.title'))}</h2>")
        if topic.citations:
            with st.container(key="evidence", height=520, border=False):
                evidence.draw(topic.here, topic.indicator, topic.citations, "evidence_list")
        else:
            never = text(lang, "evidence.none", texts=len(topic.library.documents))
            st.html(f'<p class="quiet">{escape(never)}</p>')

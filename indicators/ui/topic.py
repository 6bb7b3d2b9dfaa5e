"""An indicator page: a family of indicators, each with its chart, its quotes and its sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from indicators.strings import text
from indicators.ui import (
    answers,
    chart,
    details,
    embedded,
    evidence,
    frame,
    latest,
    pictures,
    problems,
    provinces,
    revised,
    state,
    telling,
)
from indicators.ui.markup import escape
from indicators.ui.subject import KEPT, Topic, open_topic


def draw(
    slug: str, *told: Callable[[Topic], str], drawn: Callable[[Topic, str], str] | None = None
) -> None:
    """Draw the indicator page ``slug``.

    What only this page has is ``told``, as HTML, or ``drawn``, which takes and gives back HTML as
    ``plots.show`` says.
    """
    here = state.current()
    topic = open_topic(here, slug)
    if topic is None:
        frame.title(here, slug)
        problems.say(text(here.lang, "topic.no_indicator"))
        return
    if st.context.is_embedded:
        embedded.draw(topic, chart.draw)
        return
    frame.title(here, slug, answers.answer(topic))
    picker(topic)
    st.html(_latest(topic))
    _controls(topic)
    _body(topic)
    below = provinces.draw(topic) + revised.told(topic) + "".join(part(topic) for part in told)
    if drawn:
        below = drawn(topic, below)
    pictures.draw(topic, details.draw(topic, below))


def picker(topic: Topic) -> None:
    """Which indicator of the family to show."""
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


@lru_cache(maxsize=KEPT)
def _latest(topic: Topic) -> str:
    """The definition, the latest figure of each line with its date, and the dates of release."""
    lang = topic.here.lang
    pairs = "".join(
        f"<div><dt>{escape(term)}</dt><dd>{escape(words)}</dd></div>"
        for term, words in latest.facts(topic) + latest.published(topic)
    )
    expected = topic.indicator.expected_release
    next_one = text(lang, "topic.next", when=expected[lang]) if expected else ""
    return (
        f"<p>{escape(topic.indicator.definition[lang])}</p>"
        + (f'<dl class="latest">{pairs}</dl>' if pairs else "")
        + (f'<p class="quiet">{escape(next_one)}</p>' if next_one else "")
    )


def _controls(topic: Topic) -> None:
    here = topic.here
    with st.container(horizontal=True, key="controls"):
        if "CN" in topic.geos and len(topic.geos) > 1:
            _place(topic)
        if len(topic.areas) > 1:
            _choice(topic, "area", ["", *topic.areas], here.area or "")
        view(topic)
        telling.draw(topic)


def view(topic: Topic) -> None:
    """Whether to see the chart or the table alone."""
    _choice(topic, "view", ["chart", "table"], "table" if topic.here.view == "table" else "chart")


def _place(topic: Topic) -> None:
    lang, places = topic.here.lang, topic.library.places
    st.selectbox(
        text(lang, "topic.geo"),
        sorted(topic.geos, key=lambda geo: (geo != "CN", geo)),
        format_func=lambda geo: places[geo].name(lang),
        key=state.show("geo", topic.here.geo or "CN", topic.slug),
        on_change=state.follow,
        args=("geo", topic.slug),
        width=180,
    )


def _choice(topic: Topic, param: str, options: list[str], value: str) -> None:
    lang = topic.here.lang
    st.segmented_control(
        text(lang, f"topic.{param}"),
        options,
        format_func=lambda option: text(lang, f"{param}.{option or 'all'}"),
        key=state.show(param, value if value in options else options[0], topic.slug),
        on_change=state.follow,
        args=(param, topic.slug),
        required=True,
    )


def _body(topic: Topic) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart.draw(topic)
    with right:
        quotes(topic)


def quotes(topic: Topic) -> None:
    """The sentences that quote the indicator, or that there are none."""
    if not topic.citations:
        st.html(unquoted(topic))
        return
    st.html(_quoting(topic))
    with st.container(key="evidence"):
        evidence.draw(topic.here, topic.indicator, topic.citations, "evidence_list")


def unquoted(topic: Topic) -> str:
    """That no sentence quotes the indicator, as HTML."""
    never = text(topic.here.lang, "evidence.none", texts=len(topic.library.documents))
    return f'{_quoting(topic)}<p class="quiet">{escape(never)}</p>'


def _quoting(topic: Topic) -> str:
    return f"<h2>{escape(text(topic.here.lang, 'evidence.title'))}</h2>"

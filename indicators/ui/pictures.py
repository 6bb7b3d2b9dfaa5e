"""Pictures to take away: the chart as PNG and SVG with its source, and the share card."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from indicators import periods, settings
from indicators.figures import lines
from indicators.series import Observation
from indicators.strings import text
from indicators.ui import (
    answers,
    chart,
    cite,
    latest,
    share_card,
    state,
    table,
    tiles,
)
from indicators.ui.offer import Offer, offer_html
from indicators.ui.share_card import Card, Figure
from indicators.ui.subject import KEPT, Topic


def draw(topic: Topic, above: str) -> None:
    """The buttons of an indicator page, where it has figures, with HTML ``above`` them."""
    newest = answers.newest(topic.lines, topic.indicator)
    buttons = _buttons(topic, newest, view_address(topic)) if newest else ""
    if above or buttons:
        st.html(above + buttons)


@lru_cache(maxsize=KEPT)
def _buttons(topic: Topic, newest: Observation, address: str | None) -> str:
    lang, name = topic.here.lang, topic.indicator.name[topic.here.lang]
    source = source_line(topic, newest)
    drawn = topic.here.view != "table" and not tiles.suits(topic.lines)
    offer = Offer(
        chart=chart.KEY if drawn else "",
        title=name,
        source=source,
        file=topic.indicator.id,
        card=share_card.draw(_card(topic, newest, source, address)),
    )
    return offer_html(offer, lang)


def view_address(topic: Topic) -> str | None:
    """The full address of this very view, where the browser has told its own."""
    shown = {name: value for name, value in state.query(topic.here).items() if name != "lang"}
    return cite.absolute(state.href(topic.slug, topic.here.lang, **shown))


def source_line(topic: Topic, newest: Observation) -> str:
    """Where the newest figure comes from and what month it is of."""
    lang = topic.here.lang
    title = table.source_title(topic.library.sources[newest.source], lang)
    return text(lang, "pictures.source", title=title, when=periods.text(newest.as_of, lang))


def _card(topic: Topic, newest: Observation, source: str, address: str | None) -> Card:
    """The whole country's newest figure where there is one; else the first two lines' newest."""
    lang = topic.here.lang
    main = [line for line in topic.lines if line.key == lines.key(newest)]
    led = main if newest.area == "total" else topic.lines[:2]
    quoted = answers.quoted(topic)
    months = sorted(point.as_of for line in led for point in line.points)
    return Card(
        project=settings.name(lang),
        title=topic.indicator.name[lang],
        figures=[Figure(*latest.fact(topic, line.last), lines.segments(line)) for line in led],
        span=(periods.text(months[0], lang), periods.text(months[-1], lang)),
        quoted=quoted[:1].upper() + quoted[1:],
        source=source,
        scan=text(lang, "pictures.scan"),
        address=address,
    )

"""An indicator's chart alone, for another site's frame: name, chart, source, the way here."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators.ui import answers, frame, pictures
from indicators.ui.markup import escape
from indicators.ui.subject import Topic


def draw(topic: Topic, chart: Callable[[Topic], object]) -> None:
    """Draw the name, what ``chart`` draws, where it comes from and the way to the whole view."""
    name = topic.indicator.name[topic.here.lang]
    st.html(f'<h1 class="small">{escape(name)}</h1>')
    chart(topic)
    newest = answers.newest(topic.lines, topic.indicator)
    source = pictures.source_line(topic, newest) if newest else ""
    st.html(frame.whole(topic.here, topic.slug, source))

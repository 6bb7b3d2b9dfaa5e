"""An indicator's chart alone, for another site's frame: name, chart, source, the way here."""

from __future__ import annotations

import streamlit as st

from indicators import settings
from indicators.strings import text
from indicators.ui import answers, chart, pictures, state
from indicators.ui.markup import escape
from indicators.ui.subject import Topic


def draw(topic: Topic) -> None:
    """Draw it; the link opens the whole view in a window of its own."""
    lang, name = topic.here.lang, topic.indicator.name[topic.here.lang]
    st.html(f'<h1 class="small">{escape(name)}</h1>')
    chart.draw(topic)
    newest = answers.newest(topic.lines, topic.indicator)
    source = f"{pictures.source_line(topic, newest)} · " if newest else ""
    shown = {key: value for key, value in state.query(topic.here).items() if key != "lang"}
    whole = state.href(topic.slug, lang, **shown).removeprefix("./")
    words = escape(text(lang, "frame.whole", name=settings.name(lang)))
    st.html(
        f'<p class="quiet">{escape(source)}<a href="{escape(whole or "?")}" target="_blank" '
        f'rel="noopener">{words}</a></p>'
    )

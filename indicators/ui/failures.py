"""When a page fails: the visitor is told in words, the log gets the trace without her words."""

from __future__ import annotations

import streamlit as st

from indicators import settings
from indicators.strings import text
from indicators.ui.web import addresses


def tell(_error: Exception) -> bool:
    """Say that a part of the page is missing; True keeps Streamlit from saying it in English.

    The language is taken from the address alone: whatever else failed, this must not.
    """
    # Not before the warm-up: the server is up sooner.
    from indicators.ui import problems

    offered = settings.current().languages
    asked = st.query_params.get("lang")
    lang = next((lang for lang in offered if lang == asked), offered[0])
    start = addresses.relative(addresses.START, lang)
    problems.say(text(lang, "app.failed"), start, settings.name(lang))
    return True

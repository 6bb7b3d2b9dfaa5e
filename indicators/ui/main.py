"""The main script of every run: the page's frame around the page that the address names.

It lies here, and not beside pages/, because a pages/ folder next to the main script breaks
deep links on a fresh server.
"""

import streamlit as st

from indicators.ui import warm

warm.wait()

from indicators.ui import frame, registry, state  # noqa: E402 - only now is everything loaded

here = state.current()
page = st.navigation(registry.pages(here.lang), position="hidden")
with frame.around(here, registry.slug(page)):
    page.run()

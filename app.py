"""The application: `streamlit run app.py` serves the pages, with the headers and the warm-up."""

import streamlit as st

from indicators.ui import failures, server

app = st.App(
    "indicators/ui/main.py",
    routes=server.routes(),
    middleware=server.middleware(),
    lifespan=server.lifespan,
    on_script_error=failures.tell,
)

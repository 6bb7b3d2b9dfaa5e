"""The layers of the server around Streamlit: headers, the HTML shell, assets, limits, a journal."""

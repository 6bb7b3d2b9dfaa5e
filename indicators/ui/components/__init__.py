"""Small components in the browser: HTML built with textContent only, clicks told to Python.

Each gets its data as a list of one: among the values of a plain dict Streamlit looks for tables,
and loads pandas to know one, 75 MiB that no page needs.
"""

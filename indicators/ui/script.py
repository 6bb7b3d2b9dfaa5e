"""What the buttons do that pages draw as plain HTML: one script, in the document from the start.

A component for each group of buttons would be an element, a script and a style more for every
chart, sent anew in every run.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_FILES = ("copy.js", "copying.js", "pictures.js")


def element() -> str:
    """The script element; its names are its own."""
    words = "".join((_HERE / name).read_text("utf-8") for name in _FILES)
    return f"<script>(() => {{{words}}})()</script>"

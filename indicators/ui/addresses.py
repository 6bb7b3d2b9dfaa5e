"""Where a file of the data lies on this server, as the visitor's browser reaches it."""

from __future__ import annotations

from indicators.ui import cite


def of(path: str) -> str:
    """The full address of a file under /api.

    It must be the full one: Streamlit takes a click on a relative address for a page of its own.
    """
    relative = f"./api/{path}"
    return cite.absolute(relative) or relative

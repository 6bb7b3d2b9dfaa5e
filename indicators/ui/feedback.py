"""Where a reader reports an error in a figure: the operator's address with what it is about."""

from __future__ import annotations

from urllib.parse import quote

from indicators import settings

LINK = "{link}"  # stays in the form: the browser puts the address of its view there


def form(title: str) -> str:
    """The address for a report on what is called ``title``; "" where none is set."""
    return settings.current().feedback.replace("{title}", quote(title, safe=""))

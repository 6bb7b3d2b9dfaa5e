"""Where a reader reports an error in a figure: the operator's address, filled in for the view."""

from __future__ import annotations

from urllib.parse import quote

from indicators import settings


def address(title: str, link: str) -> str:
    """The address for a report on what is called ``title`` at ``link``; "" where none is set."""
    form = settings.current().feedback
    return form.replace("{title}", quote(title, safe="")).replace("{link}", quote(link, safe=""))

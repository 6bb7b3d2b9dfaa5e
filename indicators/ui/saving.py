"""Below a chart: its picture to save, with title, source and address burnt in, the link of its view
to copy, and where to report an error in it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from indicators import periods, settings
from indicators.library import Library
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.ui import cite, feedback, state, table
from indicators.ui.components.pictures import Offer, show_pictures

NAMED = 3  # publications named in one picture


def below(chart: str, title: str, lang: Lang, source: str = "") -> None:
    """The buttons for the chart with this key; without a ``source`` it is our own count."""
    name = settings.name(lang)
    query = state.query(state.current())
    address = cite.absolute(f"?{urlencode(query)}" if query else "") or ""
    show_pictures(
        Offer(
            chart=chart,
            title=title,
            footer=(
                source or text(lang, "pictures.own", name=name),
                " · ".join(filter(None, (name, address))),
            ),
            card="",
            file=chart,
            address=address,
            report=feedback.address(title, address),
            lang=lang,
        ),
        key=f"save_{chart}",
    )


def sources(points: Iterable[Observation], library: Library, lang: Lang) -> str:
    """The publications some figures come from, the newest first, with the newest date."""
    ordered = sorted(points, key=lambda point: point.as_of, reverse=True)
    ids = list(dict.fromkeys(point.source for point in ordered))
    if not ids:
        return ""
    titles = [table.source_title(library.sources[id], lang) for id in ids[:NAMED]]
    listed = text(lang, "topic.comma").join(titles)
    if len(ids) > NAMED:
        listed = text(lang, "pictures.more", titles=listed, more=len(ids) - NAMED)
    when = periods.text(ordered[0].as_of, lang)
    return text(lang, "pictures.source", title=listed, when=when)

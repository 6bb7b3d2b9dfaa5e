"""Below a chart: its picture to save, with title, source and address burnt in, the link of its view
to copy, and where to report an error in it."""

from __future__ import annotations

from collections.abc import Iterable

from indicators import periods, settings
from indicators.library import Library
from indicators.series import Observation
from indicators.strings import Lang, text
from indicators.ui import table
from indicators.ui.offer import Offer, offer_html

NAMED = 3  # publications named in one picture


def buttons(chart: str, title: str, lang: Lang, source: str = "") -> str:
    """Those of the chart with this key, as HTML; without a ``source`` it is our own count."""
    own = text(lang, "pictures.own", name=settings.name(lang))
    return offer_html(Offer(chart, title, source or own, file=chart), lang)


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

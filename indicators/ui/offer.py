"""What can be taken away of a chart, as buttons: its picture with the source burnt in, the share
card, the link of the view; and where to report an error in it.

The browser makes the pictures, and knows the address of the view: the HTML of the buttons stays the
same from view to view, and what stands in one element with them stays as the visitor left it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from indicators import settings
from indicators.strings import Lang, text
from indicators.ui import feedback
from indicators.ui.markup import escape

_NEEDS = {"png": "chart", "svg": "chart", "card": "card", "link": "title"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken away. ``chart`` is the key of the chart on this page, "" where there is
    none to draw; ``source`` is the line below it, ``file`` a name without ending, ``card`` an SVG,
    "" where there is none."""

    chart: str
    title: str
    source: str
    file: str
    card: str = ""


def offer_html(offer: Offer, lang: Lang) -> str:
    """The buttons; small ones below a chart, larger ones with a share card."""
    told = {word: text(lang, f"pictures.{word}") for word in ("saved", "copied", "failed")}
    data = {**asdict(offer), "site": settings.name(lang), "told": told}
    label = f"{text(lang, 'pictures.label')} · {offer.title}"
    buttons = "".join(
        f'<button type="button" data-make="{kind}">'
        f"{escape(text(lang, f'pictures.{kind}'))}</button>"
        for kind, need in _NEEDS.items()
        if getattr(offer, need)
    )
    return (
        f'<div class="pictures{"" if offer.card else " small"}" role="group" '
        f'aria-label="{escape(label)}" data-offer="{_attribute(data)}">'
        f'{buttons}{_report(offer.title, lang)}<p role="status"></p></div>'
    )


def _report(title: str, lang: Lang) -> str:
    form = feedback.form(title)
    if not form:
        return ""
    words = escape(text(lang, "pictures.report"))
    return (
        f'<a href="{escape(form.replace(feedback.LINK, ""))}" data-report="{escape(form)}" '
        f'rel="noopener" target="_blank">{words}</a>'
    )


def _attribute(data: object) -> str:
    """Data as an attribute; browsers' purifiers drop one that seems to hold the end of a tag."""
    words = json.dumps(data, ensure_ascii=False)
    return escape(words.replace("<", "\\u003c").replace(">", "\\u003e"))

"""Pictures made in the browser: the drawn chart with its source burnt in, and a ready card."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from indicators.strings import Lang, text
from indicators.theme import FONT, LIGHT, palette
from indicators.ui.components.document import mode

_HERE = Path(__file__).parent
_WORDS = ("label", "png", "svg", "card", "link", "report", "saved", "copied", "failed")
_pictures = st.components.v2.component(
    "zhibiao.pictures",
    html='<div class="pictures" role="group"></div>',
    css=(_HERE / "pictures.css").read_text("utf-8"),
    js="".join((_HERE / name).read_text("utf-8") for name in ("copy.js", "pictures.js")),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken away. ``chart`` is the key of the chart on this page, "" where there is
    none to draw; ``footer`` its lines below; ``card`` an SVG; ``file`` a name without ending;
    ``address`` that of the view, ``report`` where to report an error, "" where there is none."""

    chart: str
    title: str
    footer: tuple[str, ...]
    card: str
    file: str
    address: str
    report: str
    lang: Lang


def show_pictures(offer: Offer, key: str = "pictures") -> None:
    """Draw the buttons; the pictures are made, and saved or shared, by the visitor's browser."""
    colours = palette(mode())
    look = {
        "font": FONT,
        "paper": colours.background,
        "ink": colours.text,
        "muted": colours.muted,
        "card": LIGHT.background,
    }
    words = {word: text(offer.lang, f"pictures.{word}") for word in _WORDS}
    _pictures(data=[{**asdict(offer), "words": words, "look": look}], key=key)

"""The buttons below a chart: what they carry reaches the browser's script whole."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from indicators import settings
from indicators.strings import LANGS, Lang, text
from indicators.ui import saving
from indicators.ui.offer import Offer, offer_html

CARD = '<svg><title>a "b" & c</title></svg>'


class Read(HTMLParser):
    """The attributes of every element, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.found.append(dict(attrs))

    def made(self) -> list[str | None]:
        return [one["data-make"] for one in self.found if "data-make" in one]


@pytest.mark.parametrize("lang", LANGS)
def test_an_offer_reaches_the_script_whole(lang: Lang) -> None:
    """Nothing in the attribute looks like the end of a tag, for which purifiers would drop it."""
    html = offer_html(Offer("chart", '普及率 <"50%">', "CNNIC", "file", CARD), lang)
    group = Read(html).found[0]
    told = str(group["data-offer"])
    assert not {"<", ">"} & set(told)
    data = json.loads(told)
    assert (data["card"], data["title"], data["chart"]) == (CARD, '普及率 <"50%">', "chart")
    assert data["site"] == settings.name(lang)
    assert data["told"]["saved"] == text(lang, "pictures.saved")


def test_only_what_is_there_is_offered() -> None:
    """Without a chart no picture of it, without a card no card; the link always."""
    assert Read(offer_html(Offer("", "t", "s", "f", CARD), "zh")).made() == ["card", "link"]
    small = Read(saving.buttons("chart", "t", "zh"))
    assert small.made() == ["png", "svg", "link"]
    own = text("zh", "pictures.own", name=settings.name("zh"))
    assert json.loads(str(small.found[0]["data-offer"]))["source"] == own


def test_a_report_is_prefilled(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its title; the place of the link is the browser's to fill. Unset, there is no link."""
    assert "data-report" not in saving.buttons("chart", "t", "en")
    form = "mailto:a@example.org?subject={title}&body={link}"
    given = settings.current()
    monkeypatch.setattr(settings, "current", lambda: replace(given, feedback=form))
    link = next(
        one for one in Read(saving.buttons("chart", "a&b", "en")).found if "data-report" in one
    )
    assert link["data-report"] == "mailto:a@example.org?subject=a%26b&body={link}"
    assert link["href"] == "mailto:a@example.org?subject=a%26b&body="

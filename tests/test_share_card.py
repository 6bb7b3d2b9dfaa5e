"""The share card: upright, complete, escaped, with a QR code that says the address."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import segno

from indicators.figures import labels, lines
from indicators.library import load
from indicators.ui import share_card
from indicators.ui.share_card import EDGE, HEIGHT, WIDTH, Card, Figure

SVG = "{http://www.w3.org/2000/svg}"
LINE = lines.segments(lines.split(load().observations["internet_users"])[0])
ADDRESS = "https://example.org/internet?id=internet_users&lang=en"
CARD = Card(
    project="指标有据",
    title="网民规模",
    figures=[Figure("全国（2025年12月）", "11.25亿人", LINE)],
    span=("1997年10月", "2025年12月"),
    quoted="本库有2篇文本引用它2次：一致 2。",
    source="来源：第57次《中国互联网络发展状况统计报告》，数据截至2025年12月",
    scan="扫码查看图表、原句与出处",
    address=ADDRESS,
)
LONG = replace(
    CARD,
    title="Individuals using the internet, a name far too long for one line of it, and for two lines too",
    figures=[Figure("Urban (Dec 2025)", "1,234,567,890 people", LINE)] * 2,
    quoted="Quotes found here: 22, in 5 of the texts (Agrees 9, Mislabelled 2, Superseded 11).",
    source="Source: " + "a very long title of a publication " * 9,
)


def texts(card: Card) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(share_card.draw(card)).iter(f"{SVG}text"))


def test_everything_is_said_on_it() -> None:
    """Every word of the card stands on it, however its lines were broken."""
    written = "".join(part.text or "" for part in texts(CARD))
    for words in (CARD.project, CARD.title, CARD.quoted, CARD.source, CARD.scan, *CARD.span):
        assert words in written
    assert "11.25亿人" in written


@pytest.mark.parametrize("card", [CARD, LONG])
def test_no_line_leaves_the_card(card: Card) -> None:
    """Every line of text fits between the edges, and none lies on another of its column."""
    places = []
    for part in texts(card):
        size, x, y = (float(part.attrib[name]) for name in ("font-size", "x", "y"))
        reach = labels.em(part.text or "") * size
        left = x - reach if part.attrib["text-anchor"] == "end" else x
        assert left >= EDGE - 1
        assert left + reach <= WIDTH - EDGE + size
        assert y <= HEIGHT - EDGE + 1
        places.append((left, y, size))
    column = sorted((y, size) for left, y, size in places if left == EDGE)
    for (above, _), (below, size) in pairwise(column):
        assert below - above >= size


def test_the_code_says_the_address() -> None:
    """The dark squares of the code are those of the address; without one, or with one too long to scan, there is none."""
    path = next(
        part
        for part in ElementTree.fromstring(share_card.draw(CARD)).iter(f"{SVG}path")
        if part.get("class") == "code"
    )
    drawn = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path.attrib["d"])}
    wanted = segno.make(ADDRESS, error="m").matrix
    assert drawn == {(x, y) for y, row in enumerate(wanted) for x, dark in enumerate(row) if dark}
    for address in (None, ADDRESS + "&q=" + "9" * 10_000):
        assert 'class="code"' not in share_card.draw(replace(CARD, address=address))


def test_words_are_escaped() -> None:
    """Markup in a name stays a name."""
    drawn = share_card.draw(replace(CARD, title="<script>alert(1)</script>&"))
    assert "<script" not in drawn
    assert "".join(part.text or "" for part in ElementTree.fromstring(drawn).iter(f"{SVG}text"))


def test_a_line_never_begins_with_a_closing_sign() -> None:
    """A comma or a closing bracket stays with what it closes, at every width."""
    for width in range(3, 30):
        for line in labels.wrapped(CARD.source, width).split("<br>"):
            assert line[0] not in labels.CLOSING

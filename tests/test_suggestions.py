"""Suggestions: the right figure, the right name or the right month, written as the text writes."""

from __future__ import annotations

import pytest

from indicators import library, reading, suggestions
from indicators.suggestions import marked_text, suggest

PUBLISHED = "2019-10"
# The text, and its marked-up copy. Written for this test; figures of the 39th to 44th CNNIC reports.
EXAMPLES = [
    (
        "截至2017年12月，我国网民规模达9.2亿人，互联网普及率为65.8%。",
        "截至2017年12月，我国网民规模达{--9.2亿人--}{++7.72亿人++}，互联网普及率为{--65.8%--}{++55.8%++}。",
    ),
    (
        "截至2017年12月，我国网民规模达7.72万人。",
        "截至2017年12月，我国网民规模达{--7.72万人--}{++7.72亿人++}。",
    ),
    (
        "截至2017年12月，我国手机普及率为97.5%。",
        "截至2017年12月，我国{--手机普及率--}{++手机网民占比++}为97.5%。",
    ),
    (
        "截至2017年12月，城镇互联网普及率为73.0%，农村互联网普及率为27.0%。",
        "截至2017年12月，{--城镇互联网普及率--}{++城镇网民占比++}为73.0%，{--农村互联网普及率--}{++农村网民占比++}为27.0%。",
    ),
    (
        "截至2018年12月，城镇和农村互联网普及率分别为73.3%和26.7%。",
        "截至2018年12月，城镇和农村互联网普及率分别为{--73.3%--}{++74.6%++}和{--26.7%--}{++38.4%++}。",
    ),
    (
        "截至2016年12月，我国网民规模达7.72亿。",
        "截至2016年12月，我国网民规模达{--7.72亿--}{++7.31亿++}。",
    ),
    ("2018年10月，网民规模达8.02亿。", "{--2018年10月--}{++2018年6月++}，网民规模达8.02亿。"),
    (
        "目前我国互联网普及率为55.8%。",
        "目前我国互联网普及率为{--55.8%--}{++61.2%（截至2019年6月）++}。",
    ),
    (
        "截至2017年12月，我国互联网普及率较2016年底提升了4.6个百分点。",
        "截至2017年12月，我国互联网普及率较2016年底提升了{--4.6个百分点--}{++2.6个百分点++}。",
    ),
    (
        "截至2018年12月，我国互联网普及率较2017年底提升了3.8%。",
        "截至2018年12月，我国互联网普及率较2017年底提升了{--3.8%--}{++3.8个百分点++}。",
    ),
    ("截至2017年12月，我国网民规模达7.72亿。", "截至2017年12月，我国网民规模达7.72亿。"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "marked"), EXAMPLES)
def test_a_text_is_marked_up(text: str, marked: str) -> None:
    """What does not hold is changed as little as will do; what holds is left alone."""
    shelf = library.default()
    read = reading.read(text, shelf, PUBLISHED)
    assert marked_text(read.clean.text, suggest(read, shelf)) == marked


@pytest.mark.parametrize(("text", "marked"), EXAMPLES)
def test_a_corrected_text_holds(text: str, marked: str) -> None:
    """Reading the corrected text again finds nothing more to correct, and each change has a source."""
    shelf = library.default()
    read = reading.read(text, shelf, PUBLISHED)
    found = suggest(read, shelf)
    assert all(one.source in shelf.sources for one in found)
    kept = (p.text for p in suggestions.pieces(read.clean.text, found) if p.kind != "removed")
    again = reading.read("".join(kept), shelf, PUBLISHED)
    assert suggest(again, shelf) == ()
    assert marked.count("{++") == len(found)


def test_a_suggestion_is_copied_with_its_sentence() -> None:
    """The sentence as it would read."""
    shelf = library.default()
    read = reading.read("前一句。截至2017年12月，我国网民规模达9.2亿人。后一句。", shelf, PUBLISHED)
    (one,) = suggest(read, shelf)
    sentence = suggestions.corrected(read.clean.text, read.findings[0].quote.sentence, one)
    assert sentence == "截至2017年12月，我国网民规模达7.72亿人。"

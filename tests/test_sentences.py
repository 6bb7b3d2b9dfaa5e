"""Sentences of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import sentences

EXAMPLES = [
    ("网民7.72亿。普及率55.8%。", ["网民7.72亿。", "普及率55.8%。"]),
    ("他说：“够了！”然后走了。", ["他说：“够了！”", "然后走了。"]),
    ("一句；还是一句。", ["一句；还是一句。"]),
    ("标题\n\n正文。", ["标题", "正文。"]),
    (
        "China had 989 million. The rate was 70.4%.",
        ["China had 989 million.", "The rate was 70.4%."],
    ),
    ("指数为0.7948，排名第45。", ["指数为0.7948，排名第45。"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    """Full stops with their quotes and line ends end a sentence; ；and decimal points do not."""
    assert [text[a:b] for a, b in sentences.split(text)] == expected


@given(st.text(alphabet="网民。！？\n”’ .a1A；", max_size=60))
def test_sentences_cover_all_but_blanks(text: str) -> None:
    """Nothing but white space lies outside the sentences, and they do not overlap."""
    spans = sentences.split(text)
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)

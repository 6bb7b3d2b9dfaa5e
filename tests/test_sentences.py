"""Sentences and outlines."""

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
HEADINGS = [
    ("一、引言", 1),
    ("第二章 方法", 1),
    ("（二）现状", 2),
    ("3. 对策", 3),
    ("2.1 数据来源", 2),
    ("第一,强化数据共享。各部门应当", 4),
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


@pytest.mark.parametrize(("text", "depth"), HEADINGS)
def test_numbered_headings_are_found(text: str, depth: int) -> None:
    """Each way of numbering has its depth."""
    (heading,) = sentences.outline(text)
    assert (heading.depth, heading.start) == (depth, 0)
    assert text.startswith(heading.title)


@pytest.mark.parametrize(
    "text", ["2017年12月，网民7.72亿。", "3.13亿人！", "普通的一段话。", "1" * 100]
)
def test_prose_is_no_heading(text: str) -> None:
    """A sentence that begins with a figure or a date heads nothing."""
    assert sentences.outline(text) == ()

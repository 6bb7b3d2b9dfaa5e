"""The outline of a text: found from its numbering, equal to one made by hand for each text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import library, outline, reading

BY_HAND = sorted((Path(__file__).parent / "outlines").glob("*.toml"))


def drawn(text: str) -> str:
    """The outline as lines, two blanks deeper for each level."""
    return "".join(f"{'  ' * (h.level - 1)}{h.title}\n" for h in outline.find(text).headings)


@pytest.mark.parametrize("file", BY_HAND, ids=lambda file: file.stem)
def test_the_outline_of_a_text_equals_one_made_by_hand(file: Path) -> None:
    """The outlines in tests/outlines/ were made by reading the texts."""
    document = library.default().documents[file.stem]
    text = reading.read(document.raw, library.default(), document.month).clean.text
    made: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    assert drawn(text) == made["headings"]
    assert list(outline.find(text).lost) == made["lost"]


BODY = "正文在这里说明理由。\n"
# A text whose lines in [] are its outline, two blanks deeper for each level.
OUTLINES = [
    ("第一章 总则", ["第一章 总则", BODY, "第一节 目的", BODY, "第二章 分则", BODY],
     ["第一章 总则", "  第一节 目的", "第二章 分则"]),
    ("blanks, full-width and mixed brackets", ["一 、引言", BODY, "（一)背景", BODY, "(二）方法", BODY, "二、结论", BODY],
     ["一 、引言", "  （一)背景", "  (二）方法", "二、结论"]),
    ("decimals below 1.", ["1. 总则", BODY, "1.1 目的", BODY, "1.2. 范围", BODY, "2. 分则", BODY],
     ["1. 总则", "  1.1 目的", "  1.2. 范围", "2. 分则"]),
    ("no blank behind a decimal", ["2.1数据来源", BODY, "2.2数据处理", BODY], ["2.1数据来源", "2.2数据处理"]),
    ("circled numbers", ["(1)平台", BODY, "①门户", BODY, "②终端", BODY, "(2)数据", BODY],
     ["(1)平台", "  ①门户", "  ②终端", "(2)数据"]),
    ("a heading was lost", ["一、背景", BODY, "三、对策", BODY, "四、展望", BODY], ["一、背景", "三、对策", "四、展望"]),
    ("the first heading was lost", ["二、现状", BODY, "三、对策", BODY], ["二、现状", "三、对策"]),
    ("headings glued to the line before", ["一、背景。" + BODY[:-1] + "二、对策。" + BODY],
     ["一、背景", "二、对策"]),
    ("titles before their text", ["一、背景：" + "互联互通" * 12 + "。", "二、对策：" + "互联互通" * 12 + "。"],
     ["一、背景", "二、对策"]),
    ("points of an argument", ["第一，共享数据。各部门的数据应当共享；第二，再造流程。流程应当重新设计。"],
     ["第一，共享数据", "第二，再造流程"]),
    ("points by 首先", ["首先，共享数据。各部门的数据应当共享。", "其次，再造流程。流程应当重新设计。"],
     ["首先，共享数据", "其次，再造流程"]),
    ("parts called by name", ["引 言", BODY, "1 含义", BODY, "2 路径", BODY, "结束语", BODY, "参考文献:", "1. 某书", "2. 某文"],
     ["引 言", "1 含义", "2 路径", "结束语", "参考文献"]),
    ("a printed table of contents", ["一、背景……1", "二、对策……3", "一、背景", BODY, "二、对策", BODY],
     ["一、背景", "二、对策"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"), [(lines, expected) for _, lines, expected in OUTLINES],
    ids=[name for name, _, _ in OUTLINES],
)  # fmt: skip
def test_each_way_of_numbering_is_read(lines: list[str], expected: list[str]) -> None:
    """Levels follow the kinds of numbers, whatever a scrape did to blanks, brackets and lines."""
    text = "\n".join(line.rstrip("\n") for line in lines)
    assert drawn(text).splitlines() == expected


PROSE = [
    ("a date", "2017年12月，网民7.72亿。\n普及率55.8%。"),
    ("a figure", "3.13亿人！\n7.72 亿网民。"),
    ("cities", "一、二线城市的网民规模增长。\n三、四线城市也在增长。"),
    ("a list of clauses", "一是晒出权力清单；\n二是公开流程；三是统一标准。"),
    ("a list in a sentence", "包括：1、门户网站；2、移动应用；3、自助终端。"),
    ("a list of things", "1. 身份证\n2. 户口本\n3. 照片\n交齐以后即可办理。"),
    ("the rows of a table", "1 北京 75.0\n2 上海 74.1\n3 广东 72.4"),
    ("a count", "3 个省已经开通。\n5 项服务可以网上办理，余下的明年开通。"),
    ("words of order in a paragraph", "首先，建立清单，向社会公布。其次，强化标准。最后，畅通渠道。公众是主体，应当参与。"),
    ("one point without a second", "第一，共享数据。各部门的数据应当共享。"),
    ("a long run", "1" * 100),
    ("nothing", ""),
]  # fmt: skip


@pytest.mark.parametrize("text", [text for _, text in PROSE], ids=[name for name, _ in PROSE])
def test_prose_lists_and_tables_head_nothing(text: str) -> None:
    """A number that opens a line or a clause is not yet a heading."""
    assert drawn(text) == ""


def test_numbers_above_a_heading_that_are_not_there_are_named() -> None:
    """3.1.1 says that there was a 3 and a 3.1; 三、 is one."""
    assert outline.find(f"3.1.1 背景\n{BODY}").lost == ("3", "3.1")
    assert outline.find(f"二、背景\n{BODY}三、现状\n{BODY}3.1 规模\n{BODY}").lost == ()


def test_a_section_ends_where_one_of_its_level_or_above_begins() -> None:
    """Sections lie in their parents and cover the text from the first heading on."""
    text = f"{BODY}一、甲\n{BODY}(一)乙\n{BODY}(二)丙\n{BODY}二、丁\n{BODY}"
    found = outline.sections(outline.find(text), len(text))
    assert [(s.heading.title, s.parent) for s in found] == [
        ("一、甲", -1),
        ("(一)乙", 0),
        ("(二)丙", 0),
        ("二、丁", -1),
    ]
    first, inner, last_inner, second = found
    assert (first.end, second.end) == (second.start, len(text))
    assert inner.end == last_inner.start
    assert last_inner.end == first.end


SIGNS = "一二三、（(1)）.2 第章节是,。；\n#①首先引言甲乙"


@given(st.text(alphabet=SIGNS, max_size=80))
def test_any_text_has_an_outline(text: str) -> None:
    """Headings stand in their order, none inside another, each one level deeper at most."""
    headings = outline.find(text).headings
    assert all(a.end <= b.start for a, b in pairwise(headings))
    assert all(text[h.start : h.end] == h.title and h.title.strip() for h in headings)
    levels = [0, *(h.level for h in headings)]
    assert all(1 <= b <= a + 1 for a, b in pairwise(levels))

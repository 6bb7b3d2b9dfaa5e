"""Clean text comes through byte for byte unchanged, whatever its layout."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.cleaning import clean

# Texts that look like damage in one point and are none.
SOUND = (
    "为什么?因为平台没有打通。真的?!那么,怎么办?",
    "他问：“谁来办?谁来管?”没有人回答。",
    "函数f(x)与接口(API)、标注(tone-less)以及(an)都不动。",
    "乾隆年间，樊於期与魏徵、皇後宫的写法各有讲究，著名的著作也是。",
    "“國”字的简化写作“国”。",
    "瀍(chán)河区的人口不多。",
    "你(nǐ)好(hǎo)吗(ma)？我(wǒ)很(hěn)好(hǎo)。",
    "王鹏 李 伟 黎文娟\n(河北省电子信息技术研究院 河北 石家庄 050000)",
    "摘 要\n关 键 词：政务服务\n作 者：陈月",
    "农村网民3.26亿 普及率66.5%\n\n2023年12月，农村网民达到3.26亿人。",
    "年份 网民 普及率\n2013 6.18 45.8%\n2014 6.49 47.9%\n2015 6.88 50.3%",
    "指标 | 2020年3月 | 2020年12月\n网民规模 | 9.04亿 | 9.89亿",
    "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
    "要点：\n- 加强领导，明确责任\n- 完善制度，形成合力\n1. 5亿元\n2. 3亿元",
    "图1\n2020年12月，全国网民9.89亿。\n表2\n2021年，10.32亿。",
    "\u3000\u3000首行缩进的段落。\n\u3000\u3000第二段 with Latin words 在中间。",
    "价格从$5涨到$6，p<0.05且a<b，R&D投入增加。",
    "● 网民规模\u3000９．８９亿\n● 普及率\u3000７０．４％",
    "家庭 👨\u200d👩\u200d👧 与 C++、.GOV.CN、e-Government。",
    "第一行\r\n第二行\r\n\r\n第三行",
    "[摘要]放眼世界,信息化已经进入新的发展阶段。\n[DOI] 10.12252/j.issn.2096-6261.2019.12.640",
    "短视频广告推广与投诉处理研究\n\n正文从这里开始。",
    "相关推荐算法研究\n\n正文从这里开始。",
    "北京市 天津市 上海市 重庆市 石家庄市 太原市 沈阳市 长春市\n72 68 81 90 55 43 60 51\n单位：个。",
    "正文。\n责任编辑：王鹏 来源：本报 日期：2017年12月",
    "第一段\n\n· 要点一\n· 要点二\n\n— 12 —\n\n第二段。",
    "",
    "7.72亿",
)

WORDS = tuple(
    re.findall(
        r"\S+",
        "政务服务 网民 规模 普及率 城镇 农村 发展 建设 我国 平台 数据 共享 提高 达到 实现 推进 政府 网站 用户 数量 微博 管理 能力 水平 问题 群众 企业 办理 事项 "
        "审批 改革 创新 部门 地区 基础 设施 覆盖 目前 其中 以及 同时 乾隆 於陵 皇后 里程 面粉 干部 台风 的 和 在 了 与 为 从 把 对",
    )
)
FIGURES = (
    "7.72亿",
    "55.8%",
    "14474个",
    "2017年12月",
    "第41次",
    "5.9个百分点",
    "84 094个",
    "$5",
    "3 项",
)
LATIN = (
    " CNNIC ",
    " the Internet ",
    "API",
    "5G",
    ".GOV.CN",
    "(an)",
    "(he)",
    "(API)",
    "(tone-less)",
)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
clauses = st.lists(
    st.one_of(words, words, st.sampled_from(FIGURES), st.sampled_from(LATIN)),
    min_size=1,
    max_size=4,
).map("".join)
ends = st.sampled_from(("。", "。", "。", "？", "！", "；", "?", "?!", "……", "."))
sentences = st.tuples(
    st.lists(clauses, min_size=1, max_size=4), st.sampled_from("，、,"), ends
).map(lambda parts: parts[1].join(parts[0]) + parts[2])
paragraphs = st.tuples(
    st.sampled_from(("", "\u3000\u3000", "    ")), st.lists(sentences, min_size=1, max_size=4)
).map(lambda parts: parts[0] + "".join(parts[1]))
poems = st.lists(words, min_size=2, max_size=6).map("\n".join)
lists = st.tuples(
    st.sampled_from(("{}. ", "（{}）", "- ", "● ", "{}、")),
    st.lists(clauses, min_size=2, max_size=5),
).map(lambda parts: "\n".join(parts[0].format(n) + item for n, item in enumerate(parts[1], 1)))
cells = st.one_of(st.sampled_from(WORDS), st.sampled_from(FIGURES), st.integers(0, 9999).map(str))
tables = st.tuples(
    st.sampled_from((" | ", "\t", "\u3000", " ", "  ")),
    st.lists(st.lists(cells, min_size=2, max_size=5), min_size=2, max_size=5),
).map(lambda parts: "\n".join(parts[0].join(row) for row in parts[1]))
headings = st.tuples(st.sampled_from(("一、", "（二）", "3.1 ", "")), words).map("".join)
documents = st.tuples(
    st.sampled_from(("\n", "\n\n", "\r\n")),
    st.lists(st.one_of(paragraphs, poems, lists, tables, headings), min_size=1, max_size=6),
).map(lambda parts: parts[0].join(parts[1]))


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_is_left_as_it_is(text: str) -> None:
    """What only looks like damage is kept, and nothing is doubted."""
    result = clean(text)
    assert result.text == text
    assert not result.repairs


@settings(max_examples=150)
@given(documents)
def test_any_clean_document_is_left_as_it_is(text: str) -> None:
    """Prose, poems, lists, tables and headings in simplified Chinese keep every character."""
    result = clean(text)
    assert result.text == text
    assert not result.uncertain
    assert list(result.starts) == list(range(len(text)))

"""The whole repair: the library's texts come out clean, each kind of damage goes, offsets hold."""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.cleaning import CleanText, clean

TEXTS = sorted((Path(__file__).parents[1] / "data" / "texts").glob("*.txt"))
RESIDUE = re.compile("[\u4e00-\u9fff]\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\\)")

# Damaged text of each kind and what it says.
KINDS = (
    ("pinyin", "政務(wù)服務(wù)用戶(hù)達(dá)到", "政务服务用户达到"),
    ("pinyin", "关(guān)于开(kāi)展统(tǒng)计(jì)工作", "关于开展统计工作"),
    ("pinyin", "關(guan) 於(yu) 開(kai) 展", "关于开展"),
    ("pinyin", "政務（wù）服務（wù）", "政务服务"),
    ("shift", "占比62.9%?;ヂ?lián)網(wǎng)應(yīng)用", "占比62.9%。互联网应用"),
    ("traditional", "目前中國互聯網普及率為77.5%", "目前中国互联网普及率为77.5%"),
    ("traditional", "隨著用戶增加，著名平臺體現著優勢", "随着用户增加，著名平台体现着优势"),
    (
        "traditional",
        "全國在线政务服务用户規模达到，網民規模稳定",
        "全国在线政务服务用户规模达到，网民规模稳定",
    ),
    ("markup", "<p>政府网站1<b>4474</b>个；</p><p>微博</p>", "政府网站14474个；\n微博"),
    ("markup", "网民<!--广告-->9.89亿<script>var a='<b>1</b>';</script>。", "网民9.89亿。"),
    ("markup", "<table><tr><td>网民</td><td>9.89亿</td></tr></table>", "网民\t9.89亿\t\n"),
    ("entity", "&ldquo;互联网&rdquo;占70.4&#37;，5&nbsp;亿&emsp;", "“互联网”占70.4%，5 亿\u2003"),
    ("invisible", "农\u200b村网\ufeff民3.\u206026亿\xad，普及\u200d率", "农村网民3.26亿，普及率"),
    ("blank", "普及率\xa0达到\xa070.4%", "普及率 达到 70.4%"),
    ("radical", "截至12⽉，⽹⺠⽤⼿机上⽹", "截至12月，网民用手机上网"),
    ("width", "规模为8．09亿，占31．３％", "规模为8.09亿，占31.3%"),
    ("latex", r"普及率仅有$2 3 . 7 \%$，而城镇$5 9 . 1 \%$", "普及率仅有23.7%，而城镇59.1%"),
    ("latex", r"超过了 $6 0 \% ^ { [ 2 ] }$ 。", "超过了 60%^[2] 。"),
    (
        "blank",
        "手机网民为6. 5 6 亿，升 至9 5 .1 %，变化2 . 6 个百 分 点",
        "手机网民为6.56亿，升至95.1%，变化2.6个百分点",
    ),
    (
        "blank",
        "全国共有机构微 博14 0 8 3 7 个，抖音号2 6 0 98 个",
        "全国共有机构微博140837个，抖音号26098个",
    ),
    (
        "blank",
        "推进“互联 网+政 务服务”，打 破部门，建立一 种机制，形成合 力。",
        "推进“互联网+政务服务”，打破部门，建立一种机制，形成合力。",
    ),
    (
        "break",
        "国务院公布普查结果。截\n至2015年11月底，共有政府\n网站84\n094个，整合的工\n作仍在继续。",
        "国务院公布普查结果。截至2015年11月底，共有政府网站84094个，整合的工作仍在继续。",
    ),
    (
        "page",
        "普及率为51.\n7%；而在同一时间，\n·118·\n电子政务观察\u3000\u3000第2期\u3000（总第87期）\n网民占比上升。",
        "普及率为51.7%；而在同一时间，网民占比上升。",
    ),
    (
        "spam",
        "日韩产品区别,在线观看国语版高清,久久精品综合视频\n政务服务\n网民规模稳步增长。\n下一篇：通知\n主站蜘蛛池模板: 阳原县| 梅州市| 郁南县\n",
        "政务服务\n网民规模稳步增长。\n",
    ),
    (
        "spam",
        "网民规模稳步增长。\n阳原县 梅州市 郁南县 宜宾县 天长市 武胜县 故城县 横峰县 夏河县\n",
        "网民规模稳步增长。\n",
    ),
)


@pytest.fixture(scope="module")
def library() -> dict[str, CleanText]:
    """Every text of the library, repaired."""
    return {path.stem[:3]: clean(path.read_text("utf-8")) for path in TEXTS}


@pytest.mark.parametrize(("kind", "damaged", "right"), KINDS)
def test_each_kind_of_damage_is_undone(kind: str, damaged: str, right: str) -> None:
    """A damaged text comes out right, and the report names the damage."""
    result = clean(damaged)
    assert result.text == right
    assert kind in result.counts()


def test_no_damage_is_left_in_the_library(library: dict[str, CleanText]) -> None:
    """No pinyin, no traditional character, no line of spam stays in any text."""
    converter = opencc.OpenCC("t2s")
    for slug, result in library.items():
        assert not RESIDUE.findall(result.text), slug
        assert converter.convert(result.text) == result.text, slug
        assert not re.search("蜘蛛池|在线观看|在线咨询|返回顶部|<menu", result.text), slug


def test_seven_lines_of_spam_were_dropped(library: dict[str, CleanText]) -> None:
    """Each dropped line is reported, so that a reader can say how many there were."""
    assert sum(result.counts().get("spam", 0) for result in library.values()) == 7


def test_the_clean_text_of_the_library_is_untouched(library: dict[str, CleanText]) -> None:
    """Of the five texts one is clean, and nothing is done to it."""
    assert library["003"].text == library["003"].raw


def test_a_figure_with_its_damaged_classifier_is_found_in_the_raw_text() -> None:
    """The raw surface of a figure takes in the bracket that was dropped from it."""
    raw = "域名47941個(gè);微信"
    result = clean(raw + "服務(wù)達(dá)到")
    start = result.text.index("47941个")
    assert raw[slice(*result.raw_span(start, start + 6))] == "47941個(gè)"


def check_offsets(result: CleanText) -> None:
    """Offsets run in order, lie in the raw text, and what was not repaired stands where they say."""
    assert len(result.starts) == len(result.ends) == len(result.text)
    assert all(
        0 <= a <= b <= len(result.raw) for a, b in zip(result.starts, result.ends, strict=True)
    )
    assert list(result.starts) == sorted(result.starts)
    repaired = {index for repair in result.repairs for index in range(repair.start, repair.end)}
    for sign, start in zip(result.text, result.starts, strict=True):
        assert (
            start in repaired
            or start == len(result.raw)
            or result.raw[start] == sign
            or sign == "\n"
        )
    for repair in result.repairs:
        assert result.raw[repair.start : repair.end] == repair.before


def test_offsets_of_the_library_hold(library: dict[str, CleanText]) -> None:
    """Every character of a repaired text leads back to its place in the raw text."""
    for result in library.values():
        check_offsets(result)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([damaged for _, damaged, _ in KINDS]), min_size=1, max_size=4))
def test_offsets_of_any_mixture_hold(damaged: list[str]) -> None:
    """Several kinds of damage in one text do not disturb each other's offsets."""
    check_offsets(clean("\n".join(damaged)))


@settings(max_examples=40)
@given(st.sampled_from([damaged for _, damaged, _ in KINDS]))
def test_repairing_twice_changes_nothing_more(damaged: str) -> None:
    """A repaired text is clean."""
    once = clean(damaged).text
    assert clean(once).text == once

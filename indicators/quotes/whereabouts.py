"""What areas, levels, places and accounts' owners do to the walk."""

from __future__ import annotations

import re

from indicators.quotes import frames, names
from indicators.quotes.quote import Area
from indicators.quotes.tokens import Token
from indicators.quotes.walk import Walk

# 计入新疆生产建设兵团后: a place counted in, and not spoken of.
_ADDING = frozenset(("计入", "含", "包括", "包含", "加上", "连同"))
_WORLD = "WLD"
_CHINA = frozenset(("中国", "我国"))
# What 全球 is then said of is how far China came in it: 世界上最大的, 全球范围内首个.
_SUPERLATIVE = re.compile("(?:上|范围内?)?(?:规模|人数|数量)?(?:最(?![新近终])|首)")
_EXCEEDING = frozenset(("超过", "超", "超过了", "逾"))
_RANKS = ("第", "首位", "首", "前列", "前茅", "之首", "各省", "领先", "排名", "名次", "位次")
# What makes the name of a place part of another name: 北京时间.
_COMPOUNDS = re.compile(
    "时间|合作|大学|学院|日报|晚报|晨报|证券|交易所|移动|电信(?!基础)|联通|宣言|会议|峰会|论坛|奥运|世博|路|街"
)


def read_area(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    if walk.clause.share_open:
        return
    if walk.clause.figured and walk.kind_at(index - 1) == "dwelling":
        return
    if token.name == "total" and _is_a_field(walk, index):
        return
    if _is_compared_with(walk, index):
        return
    walk.clause.hinted = True
    walk.clause.placed = True
    if token.name == "total":
        walk.leave_sample()
    if token.name == "total" and walk.frame.subgroup:
        walk.frame = walk.frame._replace(other=False, subgroup=False)
    walk.local = walk.local and token.name != "total"
    areas: dict[str, Area] = {"urban": "urban", "rural": "rural"}
    place = walk.frame.geo
    walk.frame = frames.with_area(walk.frame, areas.get(token.name, "total"))
    if walk.surface(token).endswith("合计"):  # the sum over a place speaks of no other place
        walk.frame = walk.frame._replace(geo=place, holder=_summed(walk))


def _summed(walk: Walk) -> str | None:
    """其中机构若干；前一年合计: the holders that were added up before one of them was told."""
    holder = walk.frame.holder
    for reading in walk.recent:
        before = reading.frame.holder
        if holder and before and reading.frame.group == walk.frame.group and "+" in before:
            return before if holder in before.split("+") else holder
    return holder


def _is_a_field(walk: Walk, index: int) -> bool:
    """居全国第一 ranks a place among others and speaks of no total; 中国第43位 is China's rank."""
    if walk.surface(walk.tokens[index]) in _CHINA and walk.kind_at(index + 1) == "quantity":
        return False
    following = walk.tokens[index + 1] if index + 1 < len(walk.tokens) else None
    return following is not None and _ranks(walk, following)


def _is_no_whole(walk: Walk, world: Token, following: Token) -> bool:
    """Whether 全球 says no more than how China stands in it: 居世界前列, 全球最大的."""
    if _ranks(walk, following) or _SUPERLATIVE.match(walk.lowered, world.end):
        return True
    return following.kind == "text" and following.start == world.end


def _is_part_of_a_name(walk: Walk, index: int) -> bool:
    """阿拉伯世界, 网络世界."""
    before = walk.tokens[index - 1] if index else None
    named = before is not None and before.kind == "text" and before.end == walk.tokens[index].start
    return named and walk.surface(walk.tokens[index]) == "世界"


def _is_compared_with(walk: Walk, index: int) -> bool:
    """Whether a place is only compared with: 比城镇低, 低于发达国家."""
    behind = index + 2 if walk.kind_at(index + 1) == "label" else index + 1
    if walk.kind_at(index + 1) == "open" or walk.kind_at(behind) == "quantity":
        return False
    before = walk.kind_at(index - 1)
    compared = before == "gap" or (before == "compared" and walk.clause.comparing)
    if index and walk.surface(walk.tokens[index - 1]) in _EXCEEDING:  # 超过全球平均水平
        compared = compared or walk.kind_at(index + 1) == "gap_noun"
    walk.clause.comparing = walk.clause.comparing or compared
    return compared


def _ranks(walk: Walk, token: Token) -> bool:
    return walk.surface(token).startswith(_RANKS)


def read_level(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    walk.clause.hinted = walk.clause.levels = True
    walk.frame = walk.frame._replace(level=token.name)


def read_geo(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    following = walk.tokens[index + 1] if index + 1 < len(walk.tokens) else None
    if _COMPOUNDS.match(walk.lowered, token.end):
        return
    if token.name == _WORLD and walk.clause.share_open and walk.frame.geo == "CN":
        walk.frame = walk.frame._replace(whole=_WORLD)  # 占全球网民的五分之一
        return
    if _is_compared_with(walk, index) or walk.surface(walk.tokens[index - 1]) in _ADDING:
        return
    if token.name == _WORLD and _is_part_of_a_name(walk, index):
        return
    if token.name == _WORLD and following is not None and _is_no_whole(walk, token, following):
        return
    walk.clause.hinted = walk.clause.placed = True
    if not walk.domestic and token.name != _WORLD and not token.name.startswith("CN-"):
        walk.frame = walk.frame._replace(home=token.name)
    part = walk.total_told and token.name.startswith("CN-")
    walk.frame = walk.frame._replace(
        geo=token.name, geo_part=part, area="total", area_state="fresh"
    )


def read_platform(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    walk.frame = walk.frame._replace(platform=token.name)


def read_holder(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    walk.frame = walk.frame._replace(holder=names.joined(walk, index, token.name))


def read_source(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    walk.frame = walk.frame._replace(source=token.name, source_near=True)
    if token.name:
        walk.source_what_came_before(token.name)


def read_local(walk: Walk, _index: int) -> None:
    walk.local = True

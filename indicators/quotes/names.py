"""What names do to the walk: of indicators, of their subjects and measures, of other things."""

from __future__ import annotations

import re
from collections.abc import Mapping

from indicators.quotes import frames, lexicon
from indicators.quotes.walk import Walk

_LOCATIVES = frozenset(("里头", "里面", "中间", "中", "里", "内", "之中", "当中"))
_ADDING = frozenset(("连同", "加上", "含", "包含", "包括", "计入"))
_AND = frozenset(("及", "和", "与", "、"))
_TOGETHER = ("合计", "共", "总计", "总数", "总共", "加总", "之和")
# Particles that link what stands left of them to a name and are no part of a word: 应用.
_LINKS = frozenset("为达至到占其且而但于在有是与和及即使令让将已又也")
_VERBS = frozenset("用有")  # particles that end a verb: 领用, 持有
_EXCLUDING = frozenset(("不含", "不包括", "不包含", "除", "扣除", "剔除", "除去"))
_PEOPLE = frozenset("人民众口姓员生们")
# What makes another statistic of a subject: 在线办事率, 政务外网接入量.
_RATED = re.compile("率(?!先)|量(?![子化])|额(?![外度])")
_WORLD = "WLD"
_HEADS = frozenset(lexicon.WORDS["other_head"])


def read_label(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    group = walk.vocabulary.group_of[token.name]
    if walk.clause.share_open:
        walk.clause.share_open = False
        if walk.frame.whole is None:
            walk.frame = walk.frame._replace(whole=group)
            walk.clause.whole = token.name
        return
    if _is_world_share(walk, index):
        walk.frame = walk.frame._replace(geo=walk.frame.home, whole=_WORLD, share=True)
        return
    if _is_half(walk, index):
        walk.frame = walk.frame._replace(whole=group, share=True)
        return
    if _qualifies(walk, index):
        return
    if _is_predicate(walk, index):
        read_other(walk, index)
        return
    tied = _is_qualified(walk, index)
    other, surface = walk.clause.other or tied, walk.surface(token)
    named = frames.with_label(walk.frame, token, surface, walk.vocabulary, other)
    if _is_locative(walk, index):
        walk.clause.partial = True
        if not walk.frame.speaks or (walk.frame.group, group) not in walk.vocabulary.shares:
            walk.frame = named._replace(indicator=None)
        if walk.frame.area != "total" and walk.frame.area_state in ("fresh", "main"):
            walk.frame = walk.frame._replace(area_state="whole")  # 农村网民中，手机上网的占 …
        if walk.clause.changing and not walk.clause.figured:  # 新增网民中，手机上网的占 …
            walk.frame = walk.frame._replace(other=True, subgroup=True, area_state="whole")
        return
    if walk.clause.copula and walk.clause.pointing and not walk.clause.named and not walk.ahead:
        return
    holder = walk.vocabulary.holders.get(surface)
    walk.clause.partial = False
    walk.frame = named._replace(holder=joined(walk, index, holder))
    walk.named()


def read_within(walk: Walk, index: int) -> None:
    """A name only where its whole is spoken of: 网民中，手机用户 …; elsewhere another thing."""
    token = walk.tokens[index]
    around = walk.vocabulary.within.get(token.name, frozenset())
    if hangs(walk, index):
        return
    if walk.surface(token).endswith("用户") and walk.kind_at(index + 1) == "measure":
        read_other(walk, index)  # 手机用户规模: of all who have a telephone
    elif walk.frame.group in around and not walk.frame.other:
        read_label(walk, index)
    else:
        read_other(walk, index)


def _is_qualified(walk: Walk, index: int) -> bool:
    """超过百万粉丝的政务微博 are some of them: unknown words tied to the name by 的."""
    if walk.ahead or index < 2 or walk.surface(walk.tokens[index - 1]) != "的":
        return False
    if walk.clause.chained:
        return True
    return walk.kind_at(index - 2) == "text" and walk.tokens[index].name in walk.vocabulary.parts


def _is_predicate(walk: Walk, index: int) -> bool:
    """用它上网的, 服务上网的步子: 上网 is what other words do, and names nobody."""
    if index == 0 or not walk.surface(walk.tokens[index]).startswith("上网的"):
        return False
    before = walk.tokens[index - 1]
    touches = before.end == walk.tokens[index].start and before.kind in ("text", "measure")
    return touches and walk.lowered[before.end - 1] not in _PEOPLE


def _is_world_share(walk: Walk, index: int) -> bool:
    """相当于全球网民总量的四分之一: the name is the whole of a share that is not ours to tell."""
    if index + 2 >= len(walk.tokens) or walk.surface(walk.tokens[index + 1]) != "的":
        return False
    figure, before = walk.tokens[index + 2].quantity, walk.tokens[index - 1]
    return figure is not None and figure.unit == "percent" and before.name == _WORLD


def _is_half(walk: Walk, index: int) -> bool:
    """不足网民的一半: the name is the whole of a share."""
    if index + 2 >= len(walk.tokens) or walk.surface(walk.tokens[index + 1]) != "的":
        return False
    return walk.surface(walk.tokens[index + 2]).startswith(("一半", "半数", "多数", "大多数"))


def _qualifies(walk: Walk, index: int) -> bool:
    """使用过在线政务服务的网民 are the users of the topic before 的."""
    token = walk.tokens[index]
    if walk.kind_at(index - 2) != "topic" or walk.surface(walk.tokens[index - 1]) != "的":
        return False
    for id in walk.vocabulary.members.get(walk.frame.group or "", ()):
        if walk.vocabulary.indicators[id].unit == walk.vocabulary.indicators[token.name].unit:
            walk.frame = walk.frame._replace(indicator=id)
            walk.named()
            return True
    return False


def joined(walk: Walk, index: int, holder: str | None) -> str | None:
    """Whose accounts: 连同公务人员 adds to those before, any other name takes their place."""
    before = walk.frame.holder
    if holder is None or before in (None, holder):
        return holder
    near = {walk.surface(walk.tokens[i]) for i in range(max(0, index - 2), index)}
    behind = (walk.surface(token) for token in walk.tokens[index + 1 : index + 4])
    together = near & _AND and any(word.startswith(_TOGETHER) for word in behind)
    return f"{before}+{holder}" if near & _ADDING or together else holder


def _is_locative(walk: Walk, index: int) -> bool:
    """Whether 里 or 中 follows: 在全部网民里 names a whole and no subject."""
    if walk.kind_at(index + 1) != "function":
        return False
    if walk.ahead and "share" not in (walk.kind_at(index + 2), walk.kind_at(index + 3)):
        return False
    return walk.surface(walk.tokens[index + 1]) in _LOCATIVES


def read_topic(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    if _RATED.match(walk.lowered, token.end):
        read_other(walk, index)
        return
    level = walk.frame.level if walk.clause.levels else None
    surface, other = walk.surface(token), walk.clause.other
    walk.frame = frames.with_topic(walk.frame, token, surface, other, level)
    walk.named()


def read_measure(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    by_group = walk.vocabulary.measures[token.name]
    known = walk.frame.speaks and (walk.frame.group or "") in by_group
    alone = token.name in walk.vocabulary.alone and len(by_group) == 1
    if known and not alone and _is_of_another(walk, index):
        read_other(walk, index)
        return
    if not known and not walk.clause.other and not walk.awaiting and not hangs(walk, index):
        known = _take_up(walk, by_group)
    if not known and token.name in walk.vocabulary.alone and not walk.clause.other:
        if hangs(walk, index):
            read_other(walk, index)
            return
        walk.frame = walk.frame._replace(group=next(iter(by_group)), other=False, label="")
        known = True
    if known and not walk.clause.other:
        if not walk.clause.share_open:
            surface = walk.surface(token)
            rate = walk.vocabulary.indicators[by_group[walk.frame.group or ""]].unit == "percent"
            if rate and len(walk.areas_told) > 1 and walk.frame.area_state == "part":
                walk.frame = walk.frame._replace(area="total", area_state="main")
            walk.frame = frames.with_measure(walk.frame, token, surface, walk.vocabulary)
            walk.named()
    elif token.name in _HEADS:
        read_other(walk, index)


def hangs(walk: Walk, index: int) -> bool:
    """Whether unknown text holds the word from the left: 燃气普及率, 充电桩的普及率."""
    if walk.kind_at(index - 1) == "text":
        return True
    if walk.kind_at(index - 1) != "function" or walk.kind_at(index - 2) != "text":
        return False
    return walk.surface(walk.tokens[index - 1]) == "的" or _is_inside(walk, index - 1)


def _is_inside(walk: Walk, index: int) -> bool:
    """Whether a particle is the end of an unknown word: 用 in 领用."""
    particle = walk.tokens[index]
    touches = walk.tokens[index - 1].end == particle.start
    return touches and particle.end - particle.start == 1 and walk.surface(particle) not in _LINKS


def _is_of_another(walk: Walk, index: int) -> bool:
    """Whether a measure belongs to unknown text: 用户活跃规模, 社保卡领用人数."""
    if walk.kind_at(index - 1) == "text":
        return True
    held = walk.kind_at(index - 1) == "function" and walk.kind_at(index - 2) == "text"
    return held and walk.surface(walk.tokens[index - 1]) in _VERBS and _is_inside(walk, index - 1)


def _take_up(walk: Walk, by_group: Mapping[str, str]) -> bool:
    """Takes up again a subject of before that the measure belongs to: …域名若干，用户达1690万."""
    for reading in walk.recent:
        group = reading.frame.group
        if group in by_group and not walk.frame.other:
            fresh = walk.frame if walk.frame.area_state in ("fresh", "topic") else reading.frame
            walk.frame = reading.frame._replace(
                area=fresh.area,
                area_state=fresh.area_state,
                share=False,
                whole=None,
            )
            return True
    return False


def read_other(walk: Walk, index: int) -> None:
    if walk.clause.copula and not walk.clause.named:
        return
    if index and walk.surface(walk.tokens[index - 1]) in _EXCLUDING:
        return
    walk.clause.other = walk.clause.chained = True
    walk.frame = walk.frame._replace(share=False, other=True)

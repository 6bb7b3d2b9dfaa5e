"""What each kind of word does to the walk; a new kind of word is a function and a row below."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from indicators import numerals
from indicators.quotes import dates, frames, lexicon, pairs
from indicators.quotes.quote import Area
from indicators.quotes.tokens import Token
from indicators.quotes.walk import NOW, Walk

_LOCATIVES = frozenset(("里头", "里面", "中间", "中", "里", "内", "之中", "当中"))
_RANKS = ("第", "首", "前", "之首", "各省", "领先")
_ADDING = frozenset(("连同", "加上", "含", "包含", "包括", "计入", "及", "和", "与"))
# An unknown name of a town or county: 江宁区 is read as one only with 市, 县 or 镇 at its end.
_TOWN = re.compile(r"(?:^|.)[\u4e00-\u9fff]{2,4}(?:(?<![上超股夜闹城都门])市|[县镇])$")
_HEADS = frozenset(lexicon.OTHER_HEADS)
_POINTING = re.compile(r" ?(?:这|以上|上述|上面|前述)")
_AVERAGED = re.compile(r"(?:近|连续|最近|过去)?((?<![0-9])[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[次年期]")
_AVERAGE_REACH = 60


def read(walk: Walk, index: int) -> None:
    """Takes in the token at ``index``, which is no quantity."""
    token = walk.tokens[index]
    if token.kind in ("function", "reporting", "copula") and walk.surface(token) != "的":
        walk.clause.chained = False
    handler = _HANDLERS.get(token.kind)
    if handler is not None:
        handler(walk, token, index)
    walk.note_weight(index)


def _comma(walk: Walk, token: Token, index: int) -> None:
    walk.next_clause()


def _stop(walk: Walk, token: Token, index: int) -> None:
    walk.next_sentence()
    if not _POINTING.match(walk.lowered, token.end):
        walk.undated.clear()


def _open(walk: Walk, token: Token, index: int) -> None:
    walk.saved.append(walk.frame)
    walk.next_clause()
    walk.clause.bracketed = walk.kind_at(index - 1) in ("text", "function")


def _close(walk: Walk, token: Token, index: int) -> None:
    if walk.saved:
        walk.frame = walk.saved.pop()
    walk.next_clause()


def _blank(walk: Walk, token: Token, index: int) -> None:
    following = walk.lowered[token.end : token.end + 1]
    latin = following.isascii() and following.isalpha()
    if walk.kind_at(index - 1) == "quantity" and not latin:
        walk.next_clause()


def _text(walk: Walk, token: Token, index: int) -> None:
    walk.clause.unknown += token.end - token.start
    walk.clause.other = False
    if _TOWN.search(walk.lowered, token.start, token.end):
        walk.local = True
    if not walk.clause.named:
        walk.sentence_unknown += token.end - token.start


def _label(walk: Walk, token: Token, index: int) -> None:
    group = walk.vocabulary.group_of[token.name]
    if walk.clause.share_open:
        walk.frame = replace(walk.frame, whole=group)
        walk.clause.share_open = False
        return
    if _is_half(walk, index):
        walk.frame = replace(walk.frame, whole=group, share=True)
        return
    if _qualifies(walk, token, index):
        return
    tied = _is_qualified(walk, index)
    other, surface = walk.clause.other or tied, walk.surface(token)
    named = frames.with_label(walk.frame, token, surface, walk.vocabulary, other)
    if _is_locative(walk, index):
        if not walk.frame.speaks:
            walk.frame = replace(named, indicator=None)
        return
    holder = walk.vocabulary.holders.get(surface)
    walk.frame = replace(named, holder=_joined(walk, index, holder))
    walk.named()


def _is_qualified(walk: Walk, index: int) -> bool:
    """超过百万粉丝的政务微博 are some of them: unknown words tied to the name by 的."""
    if walk.ahead or index < 2 or walk.surface(walk.tokens[index - 1]) != "的":
        return False
    if walk.clause.chained:
        return True
    return walk.kind_at(index - 2) == "text" and walk.tokens[index].name in walk.vocabulary.parts


def _is_half(walk: Walk, index: int) -> bool:
    """不足网民的一半: the name is the whole of a share."""
    if index + 2 >= len(walk.tokens) or walk.surface(walk.tokens[index + 1]) != "的":
        return False
    return walk.surface(walk.tokens[index + 2]).startswith(("一半", "半数", "多数", "大多数"))


def _qualifies(walk: Walk, token: Token, index: int) -> bool:
    """使用过在线政务服务的网民 are the users of the topic before 的."""
    if walk.kind_at(index - 2) != "topic" or walk.surface(walk.tokens[index - 1]) != "的":
        return False
    for id in walk.vocabulary.members.get(walk.frame.group or "", ()):
        if walk.vocabulary.indicators[id].unit == walk.vocabulary.indicators[token.name].unit:
            walk.frame = replace(walk.frame, indicator=id)
            walk.named()
            return True
    return False


def _joined(walk: Walk, index: int, holder: str | None) -> str | None:
    """Whose accounts: 连同公务人员 adds to those before, any other name takes their place."""
    before = walk.frame.holder
    if holder is None or before in (None, holder):
        return holder
    adds = any(walk.surface(walk.tokens[i]) in _ADDING for i in range(max(0, index - 2), index))
    return f"{before}+{holder}" if adds else holder


def _within(walk: Walk, token: Token, index: int) -> None:
    """A name only where its whole is being spoken of: 网民中，手机用户 …; elsewhere another thing."""
    around = walk.vocabulary.within.get(token.name, frozenset())
    if _hangs(walk, index):
        return
    if walk.frame.group in around and not walk.frame.other:
        _label(walk, token, index)
    else:
        _other(walk, token, index)


def _is_locative(walk: Walk, index: int) -> bool:
    """Whether 里 or 中 follows: 在全部网民里 names a whole and no subject."""
    if walk.ahead or walk.kind_at(index + 1) != "function":
        return False
    return walk.surface(walk.tokens[index + 1]) in _LOCATIVES


def _topic(walk: Walk, token: Token, index: int) -> None:
    walk.frame = frames.with_topic(walk.frame, token, walk.surface(token), walk.clause.other)
    walk.named()


def _measure(walk: Walk, token: Token, index: int) -> None:
    by_group = walk.vocabulary.measures[token.name]
    known = walk.frame.speaks and (walk.frame.group or "") in by_group
    alone = token.name in walk.vocabulary.alone
    if known and not alone and walk.kind_at(index - 1) == "text":
        _other(walk, token, index)
        return
    if not known and not walk.clause.other and not walk.awaiting and not _hangs(walk, index):
        known = _take_up(walk, by_group)
    if not known and alone and not walk.clause.other:
        if _hangs(walk, index):
            _other(walk, token, index)
            return
        walk.frame = replace(walk.frame, group=next(iter(by_group)), other=False, label="")
        known = True
    if known and not walk.clause.other:
        if not walk.clause.share_open:
            surface = walk.surface(token)
            walk.frame = frames.with_measure(walk.frame, token, surface, walk.vocabulary)
            walk.named()
    elif token.name in _HEADS:
        _other(walk, token, index)


def _hangs(walk: Walk, index: int) -> bool:
    """Whether unknown text holds the word from the left: 燃气普及率, 充电桩的普及率."""
    if walk.kind_at(index - 1) == "text":
        return True
    particle = (
        walk.kind_at(index - 1) == "function" and walk.surface(walk.tokens[index - 1]) == "的"
    )
    return particle and walk.kind_at(index - 2) == "text"


def _take_up(walk: Walk, by_group: Mapping[str, str]) -> bool:
    """Takes up again a subject of before that the measure belongs to: …域名若干，用户达1690万."""
    for reading in walk.recent:
        group = reading.frame.group
        if group in by_group and not walk.frame.other:
            fresh = walk.frame if walk.frame.area_state in ("fresh", "topic") else reading.frame
            walk.frame = replace(
                reading.frame,
                area=fresh.area,
                area_state=fresh.area_state,
                share=False,
                whole=None,
            )
            return True
    return False


def _other(walk: Walk, token: Token, index: int) -> None:
    if walk.clause.copula and not walk.clause.named:
        return
    walk.clause.other = walk.clause.chained = True
    walk.frame = replace(walk.frame, share=False, other=True)


def _copula(walk: Walk, token: Token, index: int) -> None:
    walk.clause.copula = True


def _reporting(walk: Walk, token: Token, index: int) -> None:
    walk.sentence_unknown -= walk.clause.unknown
    walk.clause.unknown = 0
    walk.clause.other = False
    walk.frame = replace(walk.frame, other=walk.clause.was_other)


def _local(walk: Walk, token: Token, index: int) -> None:
    walk.local = True


def _sample(walk: Walk, token: Token, index: int) -> None:
    walk.sampled = True


def _share(walk: Walk, token: Token, index: int) -> None:
    walk.clause.share_open = False
    walk.clause.hinted = True
    if _points_back(walk, index):
        return
    other = walk.frame.other or (_hangs(walk, index) and not walk.clause.named)
    walk.frame = replace(walk.frame, share=True, other=other)


def _points_back(walk: Walk, index: int) -> bool:
    """这一比例 is the percentage told last; an area just said stays."""
    if walk.kind_at(index - 1) != "function":
        return False
    if not walk.surface(walk.tokens[index - 1]).startswith(("这", "该", "此")):
        return False
    for reading in walk.recent:
        if walk.vocabulary.indicators[reading.indicator].unit == "percent":
            fresh = walk.frame.area_state == "fresh"
            area = walk.frame.area if fresh else reading.frame.area
            walk.frame = replace(
                reading.frame, area=area, indicator=reading.indicator, share=False, whole=None
            )
            walk.named()
            return True
    return False


def _dwelling(walk: Walk, token: Token, index: int) -> None:
    if not walk.clause.figured:
        walk.frame = replace(walk.frame, share=True, whole=None)
        walk.clause.hinted = True


def _share_verb(walk: Walk, token: Token, index: int) -> None:
    walk.clause.share_open = True
    walk.clause.hinted = True
    walk.frame = replace(walk.frame, share=True, whole=None)


def _population(walk: Walk, token: Token, index: int) -> None:
    walk.clause.share_open = False
    walk.clause.hinted = True
    walk.frame = replace(walk.frame, whole="population")


def _area(walk: Walk, token: Token, index: int) -> None:
    if walk.clause.share_open:
        return
    if walk.clause.figured and walk.kind_at(index - 1) == "dwelling":
        return
    if token.name == "total" and _is_a_field(walk, index):
        return
    walk.clause.hinted = True
    walk.clause.placed = True
    if token.name == "total" and walk.frame.subgroup:
        walk.frame = replace(walk.frame, other=False, subgroup=False)
    walk.local = walk.local and token.name != "total"
    areas: dict[str, Area] = {"urban": "urban", "rural": "rural"}
    walk.frame = frames.with_area(walk.frame, areas.get(token.name, "total"))


def _is_a_field(walk: Walk, index: int) -> bool:
    """居全国第一 ranks a place among others and speaks of no total."""
    following = walk.tokens[index + 1] if index + 1 < len(walk.tokens) else None
    return following is not None and walk.surface(following).startswith(_RANKS)


def _level(walk: Walk, token: Token, index: int) -> None:
    walk.clause.hinted = walk.clause.levels = True
    walk.frame = replace(walk.frame, level=token.name)


def _geo(walk: Walk, token: Token, index: int) -> None:
    following = walk.tokens[index + 1] if index + 1 < len(walk.tokens) else None
    if following is not None and following.kind == "text" and following.start == token.end:
        return
    walk.clause.hinted = walk.clause.placed = True
    walk.frame = replace(walk.frame, geo=token.name, area="total", area_state="fresh")


def _source(walk: Walk, token: Token, index: int) -> None:
    walk.frame = replace(walk.frame, source=token.name)


def _platform(walk: Walk, token: Token, index: int) -> None:
    walk.frame = replace(walk.frame, platform=token.name)


def _holder(walk: Walk, token: Token, index: int) -> None:
    walk.frame = replace(walk.frame, holder=_joined(walk, index, token.name))


def _former_or_latter(walk: Walk, token: Token, index: int) -> None:
    pair = pairs.pair(walk, index, read)
    if pair is not None:
        chosen = pair[0] if token.kind == "former" else pair[1]
        walk.frame = replace(chosen, area_state="fresh", share=False, whole=None)
        walk.clause.hinted = True


def _date(walk: Walk, token: Token, index: int) -> None:
    if token.when is None or token.role == "ignored":
        return
    moment = dates.resolve(token.when, walk.told, walk.published, walk.library)
    if token.role == "published":
        walk.told = walk.told or moment.month
        return
    walk.clause.hinted = True
    if token.role == "start":
        walk.start = moment
    elif token.role == "since":
        walk.clause.since = moment
    elif token.role == "base":
        walk.clause.base, walk.clause.base_touches = moment, True
        walk.clause.based = True
    elif token.role == "from":
        walk.clause.start, walk.clause.base_touches = moment, True
        walk.clause.starting = True
    else:
        if _in_brackets_behind_a_figure(walk, index):
            walk.date_the_last(moment)
            return
        walk.clause.dated = True
        walk.moment, walk.moment_sentence = moment, walk.sentence
        walk.told = moment.month or moment.inferred or walk.told
        walk.date_what_came_before(moment)


def _in_brackets_behind_a_figure(walk: Walk, index: int) -> bool:
    """6.88亿（2015年12月）增长到 …: the date is of that figure alone, if another holds before."""
    if walk.moment is None or walk.ahead:
        return False
    return (
        walk.kind_at(index - 1) == "open"
        and walk.kind_at(index - 2) == "quantity"
        and walk.kind_at(index + 1) == "close"
    )


def _current(walk: Walk, token: Token, index: int) -> None:
    if walk.moment_sentence != walk.sentence:
        walk.moment, walk.moment_sentence = NOW, walk.sentence


def _average(walk: Walk, token: Token, index: int) -> None:
    reach = max(0, token.start - _AVERAGE_REACH)
    spans = _AVERAGED.findall(walk.lowered, reach, token.start)
    number = numerals.parse(spans[-1]) if spans else None
    walk.average_of = int(number.value) if number else walk.average_of
    walk.clause.unknown = 0


def _change(walk: Walk, token: Token, index: int) -> None:
    walk.clause.hinted = True
    walk.clause.base_touches = False


def _from(walk: Walk, token: Token, index: int) -> None:
    walk.clause.starting = True


def _gap(walk: Walk, token: Token, index: int) -> None:
    walk.clause.compares = True


def _gap_noun(walk: Walk, token: Token, index: int) -> None:
    walk.clause.gap = True


def _each(walk: Walk, token: Token, index: int) -> None:
    walk.clause.each = True


def _respective(walk: Walk, token: Token, index: int) -> None:
    walk.clause.respective = True


_HANDLERS: dict[str, Callable[[Walk, Token, int], None]] = {
    "comma": _comma,
    "stop": _stop,
    "open": _open,
    "close": _close,
    "blank": _blank,
    "text": _text,
    "label": _label,
    "topic": _topic,
    "within": _within,
    "measure": _measure,
    "other": _other,
    "copula": _copula,
    "reporting": _reporting,
    "sample": _sample,
    "local": _local,
    "share": _share,
    "share_verb": _share_verb,
    "dwelling": _dwelling,
    "population": _population,
    "area": _area,
    "level": _level,
    "geo": _geo,
    "source": _source,
    "platform": _platform,
    "holder": _holder,
    "former": _former_or_latter,
    "latter": _former_or_latter,
    "date": _date,
    "current": _current,
    "average": _average,
    "change": _change,
    "change_to": _change,
    "from": _from,
    "gap": _gap,
    "gap_noun": _gap_noun,
    "each": _each,
    "respective": _respective,
}

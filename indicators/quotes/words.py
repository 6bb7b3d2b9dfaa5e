"""What each kind of word does to the walk; a new kind of word is a function and a row below."""

from __future__ import annotations

import re
from collections.abc import Callable

from indicators.quotes import frames, names, pairs, shares, times, whereabouts
from indicators.quotes.walk import WEIGHTLESS, Walk

# An unknown name of a town or county: 江宁区 is read as one only with 市, 县 or 镇 at its end.
_TOWN = re.compile(r"(?:^|.)[\u4e00-\u9fff]{2,4}(?:(?<![上超股夜闹城都门])市|[县镇])$")
# A word of Latin letters weighs as much as two Han characters.
_LATIN_WORD = 2
_COMPARING = frozenset(("比", "较", "相较", "比起", "较之", "than"))
_UNCHAINING = frozenset(("function", "reporting", "copula"))
_CHAINING = frozenset(("的", "在", "年", "月", "期间", "以来"))  # 团购在前半年的网民规模
_UNOPENED = frozenset(("blank", "mark", "comma", "stop", "open"))
_PRONOUNS = ("这", "那", "该", "此")
_POINTING = re.compile(r" ?(?:这|以上|上述|上面|前述|[（(](?:截至|截止|数据|统计|以上|注))")


def read(walk: Walk, index: int) -> None:
    """Takes in the token at ``index``, which is no quantity."""
    token, clause = walk.tokens[index], walk.clause
    kind = token.kind
    if clause.chained and kind in _UNCHAINING and walk.surface(token) not in _CHAINING:
        clause.chained = False
    if not clause.opened and kind not in _UNOPENED:
        clause.opened = True
        clause.pointing = walk.surface(token).startswith(_PRONOUNS)
    handler = _HANDLERS.get(kind)
    if handler is not None:
        handler(walk, index)
    if kind not in WEIGHTLESS:
        walk.note_weight(index)


def _comma(walk: Walk, index: int) -> None:
    forecast = walk.clause.forecast and walk.surface(walk.tokens[index]) in ("，", ",")
    walk.next_clause()
    if walk.surface(walk.tokens[index]) in ("；", ";"):
        walk.frame = walk.frame._replace(led=False)
    walk.clause.forecast = forecast  # 预计规模将达8.1亿，普及率将达58%


def _stop(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    walk.next_sentence()
    if not _POINTING.match(walk.lowered, token.end):
        walk.undated.clear()


def _open(walk: Walk, index: int) -> None:
    walk.saved.append((walk.frame, walk.clause))
    walk.next_clause()
    before = walk.tokens[index - 1] if index else None
    if before is not None and before.kind == "label" and walk.saved[-1][0].share:
        inside = frames.with_label(walk.frame, before, walk.surface(before), walk.vocabulary, False)
        walk.frame, walk.clause.named = inside, True  # 占域名总数（5094万个）: of the whole
    last = index - 1
    while walk.kind_at(last) == "mark":  # “非常高水平”（0.75-1）
        last -= 1
    walk.clause.bracketed = walk.kind_at(last) in ("text", "function", "gap")


def _close(walk: Walk, _index: int) -> None:
    if walk.saved:
        inside, told = walk.frame, walk.clause.figured
        walk.frame, walk.clause = walk.saved.pop()
        holder = walk.frame.holder if told else inside.holder  # 政务微博（机构与公务人员合计）
        walk.frame = walk.frame._replace(holder=holder)
        if not walk.clause.figured:  # behind a figure, a source is of what came before
            walk.frame = walk.frame._replace(source=inside.source, source_near=inside.source_near)
    else:
        walk.next_clause()


def _blank(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    following = walk.lowered[token.end : token.end + 1]
    latin = following.isascii() and following.isalpha()
    if walk.kind_at(index - 1) == "quantity" and not latin:
        walk.next_clause()


def _text(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    latin = walk.lowered[token.start].isascii()
    length = _LATIN_WORD if latin else token.end - token.start
    walk.clause.unknown += length
    walk.clause.other = False
    if _TOWN.search(walk.lowered, token.start, token.end):
        walk.local = True
    if not walk.clause.named:
        walk.sentence_unknown += length


def _copula(walk: Walk, _index: int) -> None:
    walk.clause.copula = True


def _announcing(walk: Walk, _index: int) -> None:
    walk.clause.copula = True


def _reporting(walk: Walk, _index: int) -> None:
    walk.sentence_unknown -= walk.clause.unknown
    walk.clause.unknown = 0
    walk.clause.other = False
    walk.frame = walk.frame._replace(other=walk.clause.was_other)


def _sample(walk: Walk, _index: int) -> None:
    walk.sampled, walk.sample_sentence = True, walk.sentence


def _former_or_latter(walk: Walk, index: int) -> None:
    """Takes up the subject 前者 or 后者 points at: its area, its date, or all of it."""
    kind = walk.tokens[index].kind
    pair = walk.pair if kind == "latter" and walk.pair else pairs.find(walk, index, read)
    walk.pair = pair
    walk.clause.hinted = walk.clause.paired = True
    if pair is None:
        return
    which = 0 if kind == "former" or (kind == "one" and walk.next_of_two == 0) else 1
    walk.next_of_two = 1 - which if kind == "one" else 0
    member = pair[which]
    frame = member.frames[0]
    if walk.clause.share_open:
        walk.frame = walk.frame._replace(whole=frame.group)
        walk.clause.share_open = False
        return
    if member.moment is not None:
        walk.moment, walk.moment_sentence = member.moment, walk.sentence
        walk.members = pair
        return
    head = walk.frame if walk.awaiting and walk.frame.speaks else frame
    walk.frame = head._replace(
        area=frame.area, geo=frame.geo, level=frame.level, area_state="fresh", share=False,
        whole=None,
    )  # fmt: skip


def _correction(walk: Walk, _index: int) -> None:
    walk.clause.correcting = True


def _change(walk: Walk, index: int) -> None:
    walk.clause.hinted = True
    walk.clause.base_touches = False
    if index and walk.surface(walk.tokens[index - 1]) == "每":  # 每提高10个百分点: supposed
        walk.clause.gap = True


def _change_noun(walk: Walk, _index: int) -> None:
    walk.clause.hinted = walk.clause.of_change = True


def _compared(walk: Walk, index: int) -> None:
    if walk.surface(walk.tokens[index]) in _COMPARING:
        walk.clause.comparing = True


def _forecast(walk: Walk, _index: int) -> None:
    walk.clause.forecast = True


def _from(walk: Walk, _index: int) -> None:
    walk.clause.starting = True


def _gap(walk: Walk, _index: int) -> None:
    walk.clause.compares = True


def _gap_noun(walk: Walk, _index: int) -> None:
    walk.clause.gap = True


def _each(walk: Walk, _index: int) -> None:
    walk.clause.each = True


def _respective(walk: Walk, _index: int) -> None:
    walk.clause.respective = walk.clause.hinted = True


_HANDLERS: dict[str, Callable[[Walk, int], None]] = {
    "comma": _comma,
    "stop": _stop,
    "open": _open,
    "close": _close,
    "blank": _blank,
    "text": _text,
    "label": names.read_label,
    "topic": names.read_topic,
    "within": names.read_within,
    "measure": names.read_measure,
    "other": names.read_other,
    "other_head": names.read_other,
    "copula": _copula,
    "reporting": _reporting,
    "sample": _sample,
    "local": whereabouts.read_local,
    "share": shares.read_share,
    "share_verb": shares.read_share_verb,
    "dwelling": shares.read_dwelling,
    "population": shares.read_population,
    "area": whereabouts.read_area,
    "level": whereabouts.read_level,
    "geo": whereabouts.read_geo,
    "source": whereabouts.read_source,
    "platform": whereabouts.read_platform,
    "holder": whereabouts.read_holder,
    "former": _former_or_latter,
    "latter": _former_or_latter,
    "one": _former_or_latter,
    "correction": _correction,
    "announcing": _announcing,
    "date": times.read_date,
    "current": times.read_current,
    "average": times.read_average,
    "change": _change,
    "change_to": _change,
    "change_noun": _change_noun,
    "compared": _compared,
    "forecast": _forecast,
    "from": _from,
    "gap": _gap,
    "gap_noun": _gap_noun,
    "each": _each,
    "respective": _respective,
}

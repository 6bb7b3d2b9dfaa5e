"""Reading the figures of a paragraph: by what stands behind each, else by the frame before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.quantities import Quantity
from indicators.quotes import (
    attach,
    behind,
    clauses,
    drafting,
    followers,
    frames,
    parallels,
    resolve,
    words,
)
from indicators.quotes.frames import Frame
from indicators.quotes.resolve import Reading
from indicators.quotes.tokens import Token
from indicators.quotes.vocabulary import ELSEWHERE
from indicators.quotes.walk import Member, Walk
from indicators.units import COUNTED

# A figure and the blanks around it.
_ALONE = 3
# A correction is not further from what it corrects.
_FAR = 20.0
# 距离 as a measure of itself is rare beside these figures.
_DISTANT = re.compile(r"(?<![脱分隔偏远背])(?:距离?|离)(?:约|近)?$")
# A note below a table or list dates what stands above it.
_NOTE = re.compile(r" ?(?:注|数据来源|资料来源|来源|说明|数据截至|统计时间)")


def paragraph(walk: Walk, tokens: Sequence[Token], goes_on: bool = False) -> None:
    """Walks through the tokens of one line; ``goes_on``: the sentence began in the line before."""
    walk.tokens = tokens
    walk.local = False
    walk.alone = len(tokens) <= _ALONE and sum(token.kind != "blank" for token in tokens) == 1
    walk.saved.clear()
    if goes_on:
        walk.next_clause()
    else:
        if not (tokens and _NOTE.match(walk.lowered, tokens[0].start)):
            walk.undated.clear()
        if walk.clause.opened or walk.clause.named or not walk.sentence:
            walk.next_sentence()
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "quantity":
            index = _list(walk, index)
        else:
            if token.start >= walk.read_to:
                words.read(walk, index)
            index += 1


def _list(walk: Walk, index: int) -> int:
    """Reads the figures that stand together from ``index`` on; the index behind them."""
    walk.figure_sentence = walk.sentence
    indices = parallels.coordinated(walk.tokens, index, walk.clause.respective)
    for position, member in zip(indices, parallels.deal(walk, indices), strict=True):
        quantity = walk.tokens[position].quantity
        if member is not None and quantity is not None:
            _figure(walk, position, quantity, member)
    walk.clause.changing = False
    walk.clause.base_touches = False
    walk.clause.figured = True
    if any(unit == "percent" for unit in _units(walk, indices)):
        walk.clause.share_open = False
    walk.frame = frames.used(walk.frame)
    return indices[-1] + 1


def _units(walk: Walk, indices: Sequence[int]) -> list[str]:
    return [quantity.unit for i in indices if (quantity := walk.tokens[i].quantity) is not None]


def _figure(walk: Walk, index: int, quantity: Quantity, member: Member) -> None:
    for frame in member.frames:
        reading = _read(walk, index, quantity, frame)
        if reading is not None and reading.frame.geo == ELSEWHERE:
            continue
        if reading is None or _is_of_a_sample(walk, reading) or _is_a_part(walk, index, reading):
            continue
        drafting.keep_time(walk, member)
        walk.awaiting = False
        walk.add(drafting.draft(walk, quantity, reading, member.moment))


def _is_of_a_sample(walk: Walk, reading: Reading) -> bool:
    known = walk.vocabulary.indicators[reading.indicator]
    return walk.sampled and known.unit not in ("person", "percent")


def _is_a_part(walk: Walk, index: int, reading: Reading) -> bool:
    """Whether the clause tells a part of what the indicator counts: 国务院部门 … 政府网站894个."""
    known = walk.vocabulary.indicators[reading.indicator]
    if walk.clause.levels and known.levels == ("",) and known.unit in COUNTED:
        return True
    words_here = walk.vocabulary.excludes[reading.indicator]
    if not words_here:
        return False
    start = index
    while start and walk.tokens[start - 1].kind not in ("stop", "quantity"):
        start -= 1
    before = walk.lowered[walk.tokens[start].start : walk.tokens[index].start]
    return any(word in before for word in words_here)


def _same_at_two_dates(walk: Walk) -> bool:
    """Whether the last two percentages told are of one indicator and area."""
    rates = [
        (reading.indicator, reading.frame.area, reading.frame.geo)
        for reading in walk.recent
        if walk.vocabulary.indicators[reading.indicator].unit == "percent"
    ]
    return len(rates) > 1 and rates[0] == rates[1]


def _read(walk: Walk, index: int, quantity: Quantity, frame: Frame) -> Reading | None:
    """What the figure quotes in this frame."""
    if walk.local or walk.alone or _is_foretold(walk) or _is_away(walk, quantity):
        return None
    if clauses.counts_owners(walk.lowered, quantity):
        return None
    changes = _changes(walk, index, quantity)
    whole = walk.clause.whole
    if whole is not None and resolve.is_compatible(whole, quantity, walk.vocabulary):
        return _whole(walk, whole, frame)
    reading = behind.read(walk, index, quantity, frame, changes)
    if reading is not None:
        return reading
    compares = walk.clause.comparing and walk.clause.compares and not walk.clause.based
    if compares and not changes:
        return None  # 比城镇低35.6%
    if walk.clause.correcting and not changes and not walk.clause.named:
        return _corrected(walk, quantity)
    if not clauses.may_attach(walk.clause, walk.sentence_unknown, walk.awaiting):
        return None
    level = followers.level_behind(walk.lowered, walk.tokens, index)
    if level is not None:
        frame = walk.frame = frame._replace(level=level)
    following = walk.tokens[index + 1 : index + 4]
    if clauses.counts_something_else(walk.lowered, walk.clause, quantity, following):
        if quantity.unit == "percent":
            walk.frame = walk.frame._replace(other=True)
        return None
    if changes:
        return _change(walk, quantity, frame)
    return attach.as_level(walk, quantity, frame, walk.recent)


def _changes(walk: Walk, index: int, quantity: Quantity) -> bool:
    """Whether the figure is a change by its unit or the words around it."""
    told = walk.clause.changing or walk.clause.of_change or quantity.unit in ("times", "point")
    return told or followers.is_called_a_change(walk.lowered, walk.tokens, index)


def _change(walk: Walk, quantity: Quantity, frame: Frame) -> Reading | None:
    """The change a figure states of what is being spoken of."""
    if quantity.unit == "point" and _is_a_distance(walk):
        return None
    if quantity.unit == "times":
        compared = walk.clause.copula and walk.clause.placed
        if compared or frame.whole == "population":
            return None  # 是农村的两倍, 美国人口总量的2倍
    change = resolve.change(frame, quantity, walk.recent, walk.vocabulary)
    if change is None:
        return None
    indicator = resolve.with_source(change.indicator, change.frame, walk.vocabulary)
    return replace(change, indicator=indicator)


def _is_foretold(walk: Walk) -> bool:
    """预计达8.1亿, but not the 95.1% of 由2016年的95.1%提升至 … in the same words."""
    return walk.clause.forecast and not walk.clause.base_touches


def _is_away(walk: Walk, quantity: Quantity) -> bool:
    """Whether a figure is only what another falls short of: 离80分的门槛还差."""
    return _DISTANT.search(walk.lowered, max(0, quantity.start - 3), quantity.start) is not None


def _corrected(walk: Walk, quantity: Quantity) -> Reading | None:
    """应为0.8119 puts right the figure told before that it comes nearest to."""
    best, nearest = None, _FAR
    for reading, value in zip(walk.recent, walk.recent_values, strict=True):
        if reading.kind == "level" and value > 0 and quantity.value > 0:
            ratio = max(value / quantity.value, quantity.value / value)
            compatible = resolve.is_compatible(reading.indicator, quantity, walk.vocabulary)
            if compatible and _digits(value) == _digits(quantity.value):
                return reading
            if compatible and ratio < nearest:
                best, nearest = reading, ratio
    return best


def _digits(value: float) -> list[str]:
    """The digits of a value in order of size: transposed digits are the same."""
    return sorted(f"{value:.10g}".replace(".", "").strip("0"))


def _whole(walk: Walk, indicator: str, frame: Frame) -> Reading:
    """占全体网民9.04亿的38.2%: a figure of the whole stands inside its share."""
    walk.clause.whole = None
    group = walk.vocabulary.group_of[indicator]
    whole = frame._replace(group=group, indicator=indicator, area="total", share=False, whole=None)
    return Reading(indicator, "level", whole)


def _is_a_distance(walk: Walk) -> bool:
    """Points between areas or to a mean are no change: 差距, 高出 …, unless of a date."""
    if walk.clause.paired and not walk.clause.gap and _same_at_two_dates(walk):
        return False
    clause = walk.clause
    elliptic = clause.base is not None and not clause.comparing  # 农村38.4%，高3.0个百分点
    return clause.gap or (clause.compares and not clause.based and not elliptic)

"""What dates do to the walk: those told, those compared with, now, and means over several."""

from __future__ import annotations

import re

from indicators import numerals
from indicators.quotes import dates
from indicators.quotes.dateforms import When
from indicators.quotes.walk import NOW, Walk

_AVERAGED = re.compile(
    r"(?:近|连续|最近|过去)?((?<![0-9])[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[次年期]"
)
_AVERAGE_REACH = 60


def read_date(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    if token.when is None or token.role == "ignored":
        return
    told = None if _counts_from_publication(walk, token.when) else walk.told
    moment = dates.resolve(token.when, told, walk.published, walk.library)
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
            if walk.moment is not None and not walk.moment_in_brackets:
                return
            walk.moment_in_brackets = True
        else:
            walk.moment_in_brackets = False
        walk.clause.dated, walk.passing = True, False
        walk.moment, walk.moment_sentence = moment, walk.sentence
        walk.told = moment.month or moment.inferred or walk.told
        walk.date_what_came_before(moment)


def _counts_from_publication(walk: Walk, when: When) -> bool:
    """去年底 …，较前年底 …: where the date before counts from publication, so does this one."""
    before = walk.moment
    counted = before is not None and before.basis == "relative" and before.month is None
    return counted and when.reference == "now" and walk.published is not None


def _in_brackets_behind_a_figure(walk: Walk, index: int) -> bool:
    """6.88亿（2015年12月）增长到 …: the date is of that figure alone, if another holds before."""
    if walk.ahead:
        return False
    return (
        walk.kind_at(index - 1) == "open"
        and walk.kind_at(index - 2) == "quantity"
        and walk.kind_at(index + 1) == "close"
    )


def read_current(walk: Walk, _index: int) -> None:
    if walk.moment_sentence != walk.sentence:
        walk.moment, walk.moment_sentence = NOW, walk.sentence


def read_average(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    reach = max(0, token.start - _AVERAGE_REACH)
    spans = _AVERAGED.findall(walk.lowered, reach, token.start)
    number = numerals.parse(spans[-1]) if spans else None
    walk.average_of = int(number.value) if number else walk.average_of
    walk.clause.unknown = 0

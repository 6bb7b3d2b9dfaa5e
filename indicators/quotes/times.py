"""What dates do to the walk: those told, those compared with, now, and means over several."""

from __future__ import annotations

import re

from indicators import numerals
from indicators.quotes import dates
from indicators.quotes.dateforms import When
from indicators.quotes.dates import Moment
from indicators.quotes.walk import NOW, Walk

_AVERAGED = re.compile(
    r"(?:近|连续|最近|过去)?((?<![0-9])[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[次年期]"
)
_AVERAGE_REACH = 60
_PASSING = frozenset(("现有", "最新"))  # said of one thing: 现有行政村已 …
_UP_TO = re.compile("截[至止]到? ?$")


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
    if token.role == "event":
        walk.told = walk.told or moment.month
        walk.event = moment
        return
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
        walk.told = moment.month or walk.told  # 由2023年6月的 … 到12月的
    else:
        _date_figures(walk, index, token.when, moment)


def _date_figures(walk: Walk, index: int, when: When, moment: Moment) -> None:
    """A date of the figures behind it, or of the one before it in brackets."""
    if _in_brackets_behind_a_figure(walk, index):
        walk.date_the_last(moment)
        if walk.moment is not None and not walk.moment_in_brackets:
            return
        walk.moment_in_brackets = True
    else:
        walk.moment_in_brackets = False
    walk.clause.dated, walk.passing, walk.event = True, False, None
    start = walk.tokens[index].start
    if _UP_TO.search(walk.lowered, max(0, start - 4), start):
        walk.clause.forecast = False
    walk.moment, walk.moment_sentence = moment, walk.sentence
    if not _opens_a_title(walk, index):  # 《2013年…报告》, read in a year of its own: 去年底
        walk.told = moment.month or moment.inferred or walk.told
        walk.told_of_now = when.reference == "now" and moment.month is None
    walk.date_what_came_before(moment)


def _counts_from_publication(walk: Walk, when: When) -> bool:
    """去年底 …，较前年底 …: where the date before counts from publication, so does this one."""
    return walk.told_of_now and when.reference == "now" and walk.published is not None


def _opens_a_title(walk: Walk, index: int) -> bool:
    return index > 0 and walk.surface(walk.tokens[index - 1]) in ("《", "〈")


def _in_brackets_behind_a_figure(walk: Walk, index: int) -> bool:
    """6.88亿（2015年12月）增长到 …: the date is of that figure alone, if another holds before."""
    if walk.ahead:
        return False
    return (
        walk.kind_at(index - 1) == "open"
        and walk.kind_at(index - 2) == "quantity"
        and walk.kind_at(index + 1) == "close"
    )


def read_current(walk: Walk, index: int) -> None:
    if walk.moment_sentence != walk.sentence:
        walk.interrupted = walk.moment if walk.surface(walk.tokens[index]) in _PASSING else NOW
        walk.moment, walk.moment_sentence = NOW, walk.sentence


def read_average(walk: Walk, index: int) -> None:
    token = walk.tokens[index]
    reach = max(0, token.start - _AVERAGE_REACH)
    spans = _AVERAGED.findall(walk.lowered, reach, token.start)
    number = numerals.parse(spans[-1]) if spans else None
    walk.average_of = int(number.value) if number else walk.average_of
    walk.clause.unknown = 0

"""When a figure is of: the month told, the span of a change, the day an office counted on."""

from __future__ import annotations

import re

from indicators import numerals, periods
from indicators.quantities import Quantity
from indicators.quotes.dates import Moment
from indicators.quotes.resolve import Reading
from indicators.quotes.walk import TIMELESS, Draft, Member, Walk

# What offices count on any day: lists of items, sites registered.
_ADMINISTERED = frozenset(("item", "category", "site", "portal"))
_YEARS = re.compile(
    r"(?<![0-9第.年近])(?P<years>[0-9]{1,2}|[两二三四五六七八九十]{1,3})年(?:间|来|内|里|时间)?[,，]?"
    r"[^,，。；;0-9年均\n]{0,10}$"
)
_SPAN_REACH = 20


def draft(walk: Walk, quantity: Quantity, reading: Reading, own: Moment | None) -> Draft:
    """The quote of a figure, as far as its clause tells when; ``own``: a date told of it alone."""
    clause = walk.clause
    moment = own or _counted_on(walk, reading) or walk.moment
    if walk.average_of is not None:
        moment = TIMELESS
    elif reading.kind == "change" and own is None and not clause.dated:
        moment = _end_of_change(walk, reading.indicator, moment)
    since = clause.base or clause.start or clause.since or _span(walk, quantity, moment)
    return Draft(
        quantity=quantity,
        reading=reading,
        moment=moment,
        inherited=walk.moment_sentence != walk.sentence,
        since=since.month if since and reading.kind == "change" else None,
        average_of=walk.average_of,
    )


def keep_time(walk: Walk, member: Member) -> None:
    """A date without a name, earlier than the main one, dates its own figures only.

    2011年12月普及率383‰，2011年6月362‰，网民数 … is of 2011-12 again.
    """
    now, main = walk.moment, walk.main
    if member.moment is not None or now is None or now.month is None:
        return
    earlier = main is not None and main.month is not None and now.month < main.month
    walk.passing = earlier and walk.clause.dated and not walk.clause.named
    if not walk.passing:
        walk.main = now


def _span(walk: Walk, quantity: Quantity, end: Moment | None) -> Moment | None:
    """五年增长了43.7% counts from five years before its end."""
    told = _YEARS.search(walk.lowered, max(0, quantity.start - _SPAN_REACH), quantity.start)
    number = numerals.parse(told["years"]) if told else None
    if number is None or end is None or end.month is None:
        return None
    return Moment(periods.shift(end.month, -12 * int(number.value)), None, "relative")


def _counted_on(walk: Walk, reading: Reading) -> Moment | None:
    """3月17日 dates what was counted on it; surveys are of whole months, whatever day they fill."""
    unit = walk.vocabulary.indicators[reading.indicator].unit
    return walk.event if unit in _ADMINISTERED else None


def _end_of_change(walk: Walk, indicator: str, moment: Moment | None) -> Moment | None:
    """A change ends at the latest of the months its levels were told of."""
    months = [month for known, month in walk.stated[-4:] if known == indicator]
    if moment is None and months:
        return Moment(max(months), None, "inherited")
    if moment is None or moment.month is None:
        return moment
    latest = max([*months, moment.month])
    return moment if latest == moment.month else Moment(latest, None, "inherited")

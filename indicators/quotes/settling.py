"""Settling what only the whole passage tells: the month of headlines, of 目前, of reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from indicators.quotes.dates import Moment
from indicators.quotes.quote import Basis, Quote
from indicators.quotes.walk import NOW, Draft, Walk

_ENDED = re.compile(r"[。！？!?；;：:，,][”’」』）)\"']*\s*$")
_LONGEST_HEADLINE = 100
_RESOURCES = frozenset(("domain", "site", "account", "item", "portal"))
Span = tuple[int, int]


def settle(walk: Walk, sentences: Sequence[Span], lines: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotes of the drafts, each with its date as far as the passage tells it."""
    drafts = sorted(walk.drafts, key=lambda draft: draft.quantity.start)
    headline = _headline(walk.lowered, lines)
    return tuple(_quote(walk, drafts, index, sentences, headline) for index in range(len(drafts)))


def _headline(lowered: str, lines: Sequence[Span]) -> Span:
    """The span of the first line where it is a headline over a text, else an empty span."""
    if len(lines) > 1:
        start, end = lines[0]
        body = lowered[lines[1][0] : lines[-1][1]]
        short = end - start <= _LONGEST_HEADLINE
        if short and not _ENDED.search(lowered[start:end]) and "。" in body:
            return start, end
    return 0, 0


def _quote(
    walk: Walk,
    drafts: Sequence[Draft],
    index: int,
    sentences: Sequence[Span],
    headline: Span,
) -> Quote:
    draft = drafts[index]
    reading, frame = draft.reading, draft.reading.frame
    in_headline = headline[0] <= draft.quantity.start < headline[1]
    moment = _moment(walk, drafts, index, in_headline)
    basis: Basis = moment.basis
    if draft.inherited and basis == "stated":
        basis = "inherited"
    told = moment.month or moment.inferred
    indicator = walk.vocabulary.indicators[reading.indicator]
    return Quote(
        quantity=draft.quantity,
        sentence=_sentence(draft, sentences),
        label=frame.label,
        misnomer=frame.misnomer,
        indicator=reading.indicator,
        kind=reading.kind,
        geo="CN" if indicator.unit == "rank" and frame.geo == "WLD" else frame.geo,
        area=frame.area,
        level=frame.level if indicator.levels != ("",) else None,
        scope=_scope(walk, draft),
        as_of=moment.month,
        basis=basis,
        inferred=moment.inferred,
        current=draft.moment is NOW
        or (not told and draft.moment is None and not in_headline)
        or (basis == "none" and moment is not draft.moment and not in_headline),
        since=draft.since,
        average_of=draft.average_of,
    )


def _moment(walk: Walk, drafts: Sequence[Draft], index: int, in_headline: bool) -> Moment:
    """The month of a quote; where the words before it tell none, what can be inferred."""
    draft = drafts[index]
    moment = draft.moment
    if moment is None and in_headline:
        return Moment(None, _body_month(drafts, index), "headline")
    if moment is None or moment is NOW:
        return Moment(None, _latest(walk, draft), "none")
    if moment.basis == "report" and moment.report is not None:
        return Moment(None, _report_month(walk, draft, moment.report), "report")
    return moment


def _body_month(drafts: Sequence[Draft], index: int) -> str | None:
    """The month of the same figure in the body below a headline, else the first month told."""
    own = drafts[index].reading
    months: list[str] = []
    for draft in drafts[index + 1 :]:
        month = draft.moment.month or draft.moment.inferred if draft.moment else None
        if month is None:
            continue
        if draft.reading.indicator == own.indicator and draft.reading.frame.area == own.frame.area:
            return month
        months.append(month)
    return months[0] if months else None


def _latest(walk: Walk, draft: Draft) -> str | None:
    """The survey a text of this month of publication would quote as the state of now."""
    if walk.published is None:
        return None
    frame, published = draft.reading.frame, walk.published[:7]
    months = [
        observation.as_of
        for observation in walk.library.observations.get(draft.reading.indicator, ())
        if observation.geo == frame.geo
        and observation.area == frame.area
        and (source := walk.library.sources.get(observation.source)) is not None
        and source.published is not None
        and source.published[:7] <= published
    ]
    return max(months, default=None)


def _report_month(walk: Walk, draft: Draft, number: int) -> str | None:
    """The survey month of a numbered report, that of its resources for domains and sites."""
    unit = walk.vocabulary.indicators[draft.reading.indicator].unit
    for source in walk.library.sources.values():
        if source.series == "cnnic" and source.number == number:
            return (source.resources_as_of if unit in _RESOURCES else None) or source.as_of
    return None


def _scope(walk: Walk, draft: Draft) -> str | None:
    """The scope the words tell: whose accounts, on which platform; None where they do not."""
    frame = draft.reading.frame
    indicator = walk.vocabulary.indicators[draft.reading.indicator]
    if frame.holder is None:
        return None
    scope = f"{frame.platform or walk.vocabulary.platforms.get(indicator.id, '')}/{frame.holder}"
    return scope if scope in indicator.scopes else None


def _sentence(draft: Draft, sentences: Sequence[Span]) -> Span:
    index = bisect_right(sentences, (draft.quantity.start, 1 << 60)) - 1
    return sentences[index] if index >= 0 else (draft.quantity.start, draft.quantity.end)

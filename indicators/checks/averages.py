"""Means over several surveys: a quoted average, of its own series or of another's."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.checks.agreement import Figure, agreement
from indicators.checks.case import Case, conclude, described
from indicators.checks.labels import complement
from indicators.checks.official import Key, Line, Official
from indicators.checks.verdicts import Verdict, VerdictKind

FEWEST, MOST = 2, 20
# A text of this length around a mean may tell up to when it was taken.
_TEXT = 20_000


def judge(case: Case) -> Verdict | None:
    """A mean over ``average_of`` surveys, or a pair of rates that add to 100 and fit no survey."""
    own = _mean(case, case.key, None) if case.quote.average_of else None
    if own:
        return _agreeing(case, own)
    other = complement(case)
    if other is None:
        return None
    for share in case.library.indicators.values():
        if not share.adds_to_100 or share.id == case.key.indicator:
            continue
        found = _mean(case, case.key._replace(indicator=share.id, scope=""), other.area)
        if found:
            return _mislabelled(case, found)
    return None


def _sizes(case: Case) -> tuple[int, ...]:
    stated = case.quote.average_of
    if stated:
        return (stated,) if FEWEST <= stated <= MOST else ()
    return tuple(range(6, 2, -1)) if case.basis != "dated" else ()


def _mean(case: Case, key: Key, partner: str | None) -> Line | None:
    """The surveys whose mean the quantity is, the latest such; with a partner area, of both."""
    for size in _sizes(case):
        for window in _windows(case, key, size):
            if not agreement(case.quantity, mean(window)):
                continue
            if partner is None or _partner_agrees(case, key, partner, window):
                return window
    return None


def _partner_agrees(case: Case, key: Key, partner: str, window: Line) -> bool:
    twin = key._replace(area=partner)
    others = [case.figures.at(twin, one.as_of) for one in window]
    other = complement(case)
    found = tuple(one for one in others if one)
    return bool(other and len(found) == len(window) and agreement(other.quantity, mean(found)))


def mean(window: Line) -> Figure:
    """The mean of some figures, as precise as they are printed."""
    value = sum(one.figure.value for one in window) / len(window)
    return Figure(value, min(one.figure.step for one in window) / len(window))


def _windows(case: Case, key: Key, size: int) -> Iterator[Line]:
    """Runs of surveys, and year-end surveys up to the last one, newest first.

    Up to the last month the text's own figures name or its date, whichever is earlier: a page may
    reprint an article years later.
    """
    line = case.figures.known(key, case.published)
    horizon = _horizon(case)
    if horizon:
        line = tuple(one for one in line if one.as_of <= horizon)
    for end in range(len(line), size - 1, -1):
        last = line[end - 1]
        yield line[end - size : end]
        yearly = [one for one in line[: end - 1] if one.as_of.endswith("-12")]
        if len(yearly) >= size - 1 and last not in yearly:
            yield (*yearly[len(yearly) - size + 1 :], last)


def _horizon(case: Case) -> str | None:
    nearby = case.context.around(case.quantity, _TEXT, _TEXT)
    named = max((quote.as_of for quote in nearby if quote.as_of), default=None)
    return min(filter(None, (named, case.published)), default=None)


def _agreeing(case: Case, window: Line) -> Verdict:
    kind = VerdictKind(agreement(case.quantity, mean(window)) or VerdictKind.ROUNDED)
    return conclude(case, kind, "match_average", window[-1], **_spanned(window))


def _mislabelled(case: Case, window: Line) -> Verdict:
    other = complement(case)
    assert other is not None
    facts = described(window[-1], "true") | _spanned(window)
    facts |= {"other_surface": other.quantity.surface, "mean_other": 100 - mean(window).value}
    facts |= _meanwhile(case, window)
    rule = "mislabelled_average_of" if "lowest" in facts else "mislabelled_average"
    return conclude(case, VerdictKind.MISLABELLED, rule, window[-1], **facts)


def _spanned(window: Line) -> dict[str, str | float | int]:
    return {
        "surveys": len(window),
        "first_as_of": window[0].as_of,
        "last_as_of": window[-1].as_of,
        "mean": round(mean(window).value, 2),
    }


def _meanwhile(case: Case, window: Line) -> dict[str, str | float | int]:
    """What the series the words name really was in those years."""
    first, last = window[0].as_of, window[-1].as_of
    true: list[Official] = [
        one for one in case.figures.line(case.key) if first <= one.as_of <= last
    ]
    values = [one.observation.value for one in true]
    return {"lowest": min(values), "highest": max(values)} if values else {}

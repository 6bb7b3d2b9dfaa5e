"""Quoted changes, checked against the difference, ratio or growth of two official figures."""

from __future__ import annotations

from collections.abc import Iterator

from indicators import periods
from indicators.checks import direction, movement
from indicators.checks.agreement import digits, printed_band
from indicators.checks.case import Case, conclude, described
from indicators.checks.movement import Movement
from indicators.checks.official import Official
from indicators.checks.verdicts import Fact, Verdict, VerdictKind
from indicators.quantities import Quantity

# The 45th survey was put off to 2020-03: texts call it the end of 2019, a quarter away.
_QUARTER = 3
_USUAL_SPANS = (12, 6)
# A change may be told of a level this many characters before it.
_EARSHOT = 300


def judge(case: Case) -> Verdict:
    """A change against the figures at its two ends; only the unit may explain a miss."""
    end = case.official
    if end is None:
        return _no_figures(case)
    for last in (end, *case.figures.others(end)):
        for start in _starts(case, last):
            for change in _readings(case, start, last):
                if change.agrees(case.quantity):
                    return _agreeing(case, start, last, change)
    stated = next(_starts(case, end), None) if _stated(case, end) else None
    if stated is None:
        return _no_figures(case)
    return _unit_error(case, stated, end) or _missing(case, stated, end)


def _starts(case: Case, end: Official) -> Iterator[Official]:
    """The figures a change may start from.

    The months the words may name; else those of levels told before it, then the usual spans.
    """
    for month in _stated(case, end) or [*_told(case, end), *_usual(end)]:
        exact = case.figures.at(case.key, month, case.published)
        if exact:
            yield exact
            yield from case.figures.others(exact)
            continue
        target = periods.ordinal(month)
        for near in case.figures.around(case.key, month):
            if near and near.month < end.month and abs(near.month - target) <= _QUARTER:
                yield near


def _stated(case: Case, end: Official) -> list[str]:
    """The months a change may start from, as its words say it: 较2016年底, 全年, 五年间."""
    since = [case.quote.since] if case.quote.since else []
    span = direction.span(case.context.text, case.quantity)
    return [*since, periods.shift(end.as_of, -span)] if span else since


def _told(case: Case, end: Official) -> Iterator[str]:
    """The earlier months for which the text before has a level of the same thing, nearest first."""
    quote = case.quote
    subject = (quote.indicator, quote.area, quote.geo)
    for other in reversed(case.context.around(quote.quantity, _EARSHOT, after=-1)):
        month = other.as_of or other.inferred
        alike = (other.indicator, other.area, other.geo) == subject and other.kind == "level"
        if alike and month and month < end.as_of:
            yield month


def _usual(end: Official) -> Iterator[str]:
    return (periods.shift(end.as_of, -span) for span in _USUAL_SPANS)


def _readings(case: Case, start: Official, end: Official) -> Iterator[Movement]:
    return movement.readings(
        case.context.text,
        case.quantity,
        _series_unit(case) == "percent",
        start.figure.measured,
        end.figure.measured,
    )


def _agreeing(case: Case, start: Official, end: Official, change: Movement) -> Verdict:
    said = direction.of(case.context.text, case.quantity)
    if change.mode != "multiple" and _series_unit(case) != "rank" and change.opposes(said):
        way = "rose" if change.value > 0 else "fell"
        return _verdict(case, VerdictKind.WRONG, "wrong_direction", start, end, change, way=way)
    exact = case.quantity.approx in ("exact", "about") and _precise(case.quantity, change)
    kind = VerdictKind.MATCH if exact else VerdictKind.ROUNDED
    return _verdict(case, kind, f"{kind.value}_change", start, end, change)


def _precise(quantity: Quantity, change: Movement) -> bool:
    if "番" in quantity.surface:  # 翻一番 is a figure of speech for about twice
        return False
    if change.mode == "multiple" or quantity.unit == "rank":
        return True
    fine = 0.1 if quantity.unit in ("percent", "point") else 0.0
    width = change.band.high - change.band.low
    return quantity.step <= max(fine, width) or digits(quantity) >= 100


def _unit_error(case: Case, start: Official, end: Official) -> Verdict | None:
    """2.6% for 2.6个百分点, and the other way round."""
    unit, ends = case.quantity.unit, (start.figure.measured, end.figure.measured)
    points, percent = movement.difference(*ends), movement.growth(*ends)
    if unit == "percent" and _series_unit(case) == "percent":
        rule, meant, literal = "unit_percent_for_points", points, percent
    elif unit == "point":
        rule, meant, literal = "unit_points_for_percent", percent, points
    else:
        return None
    if not printed_band(case.quantity).meets(meant.band.folded()):
        return None
    meant_unit = "point" if meant.mode == "difference" else "percent"
    facts: dict[str, Fact] = {"quantity_unit": meant_unit, "proper": round(abs(literal.value), 2)}
    return _verdict(case, VerdictKind.UNIT_ERROR, rule, start, end, meant, **facts)


def _missing(case: Case, start: Official, end: Official) -> Verdict:
    change = next(
        _readings(case, start, end),
        movement.difference(start.figure.measured, end.figure.measured),
    )
    if start.firm and end.firm:
        return _verdict(case, VerdictKind.WRONG, "wrong_change", start, end, change)
    return _verdict(
        case, VerdictKind.NO_REFERENCE, "no_reference_change_approximate", start, end, change
    )


def _no_figures(case: Case) -> Verdict:
    return conclude(case, VerdictKind.NO_REFERENCE, "no_reference_change", None)


def _verdict(
    case: Case,
    kind: VerdictKind,
    rule: str,
    start: Official,
    end: Official,
    change: Movement,
    **facts: Fact,
) -> Verdict:
    computed = abs(change.value)
    told: dict[str, Fact] = described(start, "base") | {
        "computed": round(computed, 6),
        "mode": change.mode,
        "quantity_unit": _unit(case),
    }
    verdict = conclude(case, kind, rule, end, **(told | facts))
    missed = round(abs(case.quantity.value) - computed, 6)
    return Verdict(kind, verdict.reason, verdict.reference, missed)


def _unit(case: Case) -> str:
    """The unit the change is written in, one of units.Unit."""
    unit = case.quantity.unit
    return unit if unit in ("percent", "point", "times", "rank") else _series_unit(case)


def _series_unit(case: Case) -> str:
    return case.library.indicators[case.key.indicator].unit

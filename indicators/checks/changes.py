"""Quoted changes, checked against the difference, ratio or growth of two official figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicators import periods
from indicators.checks import direction
from indicators.checks.agreement import Band, claimed_band, digits, printed_band
from indicators.checks.case import Case, conclude, described
from indicators.checks.official import Official
from indicators.checks.verdicts import Fact, Verdict, VerdictKind
from indicators.quantities import Quantity

# The 45th survey was put off to 2020-03: texts call it the end of 2019, a quarter away.
_QUARTER = 3
_USUAL_SPANS = (12, 6)
_MULTIPLE = "times"


@dataclass(frozen=True, slots=True)
class Change:
    """What the official figures say of a change: its sign, its size in a unit, its room."""

    mode: str  # diff | pct | times
    value: float  # signed
    band: Band

    def agrees(self, quantity: Quantity) -> bool:
        claim = claimed_band(quantity)
        return claim.meets(self.band) or claim.low <= abs(self.value) <= claim.high


def judge(case: Case) -> Verdict:
    """A change against the figures at its two ends; only the unit may explain a miss."""
    end = case.official
    if end is None:
        return _no_figures(case)
    for start in _starts(case, end):
        for change in _readings(case, start, end):
            if change.agrees(case.quantity):
                return _agreeing(case, start, end, change)
    stated = next(_starts(case, end), None) if case.quote.since else None
    if stated is None:
        return _no_figures(case)
    return _unit_error(case, stated, end) or _missing(case, stated, end)


def _starts(case: Case, end: Official) -> Iterator[Official]:
    """The figure a change starts from: as the words say, or a year or half a year before."""
    since = case.quote.since
    months = [since] if since else [periods.shift(end.as_of, -span) for span in _USUAL_SPANS]
    for month in months:
        exact = case.figures.at(case.key, month)
        if exact:
            yield exact
            continue
        target = periods.ordinal(month)
        for near in case.figures.around(case.key, month):
            if near and near.month < end.month and abs(near.month - target) <= _QUARTER:
                yield near


def _readings(case: Case, start: Official, end: Official) -> Iterator[Change]:
    """The change in the unit the words use."""
    unit, series_unit = case.quantity.unit, case.library.indicators[case.key.indicator].unit
    if unit == "percent":
        yield growth(start, end)
    elif unit == _MULTIPLE:
        yield multiple(start, end)
        if direction.counts_growth_only(case.context.text, case.quantity):
            yield multiple(start, end, whole=False)
    elif unit != "point" or series_unit == "percent":
        yield difference(start, end)


def difference(start: Official, end: Official) -> Change:
    """End minus start: points for percentages, the base unit for counts, places for ranks."""
    value = end.figure.value - start.figure.value
    return Change("diff", value, (end.figure.band - start.figure.band).folded())


def growth(start: Official, end: Official) -> Change:
    """Relative change in percent."""
    if start.figure.band.low <= 0:
        return Change("pct", 0.0, Band(0.0, 0.0))
    value = (end.figure.value / start.figure.value - 1) * 100
    ratio = end.figure.band / start.figure.band
    return Change("pct", value, Band(ratio.low * 100 - 100, ratio.high * 100 - 100).folded())


def multiple(start: Official, end: Official, whole: bool = True) -> Change:
    """How many times the start the end is (whole), or by how many times it grew."""
    if start.figure.band.low <= 0:
        return Change(_MULTIPLE, 0.0, Band(0.0, 0.0))
    less = 0 if whole else 1
    ratio = end.figure.band / start.figure.band
    value = end.figure.value / start.figure.value - less
    return Change(_MULTIPLE, value, Band(ratio.low - less, ratio.high - less))


def _agreeing(case: Case, start: Official, end: Official, change: Change) -> Verdict:
    said = direction.of(case.context.text, case.quantity)
    rises = change.value > 0
    ranked = case.library.indicators[case.key.indicator].unit == "rank"
    if change.mode != _MULTIPLE and not ranked and said and (said > 0) != rises:
        way = "rose" if rises else "fell"
        return _verdict(case, VerdictKind.WRONG, "wrong_direction", start, end, change, way=way)
    exact = case.quantity.approx == "exact" and _precise(case.quantity, change)
    kind = VerdictKind.MATCH if exact else VerdictKind.ROUNDED
    return _verdict(case, kind, f"{kind.value}_change", start, end, change)


def _precise(quantity: Quantity, change: Change) -> bool:
    if change.mode == _MULTIPLE or quantity.unit == "rank":
        return True
    fine = 0.1 if quantity.unit in ("percent", "point") else 0.0
    width = change.band.high - change.band.low
    return quantity.step <= max(fine, width) or digits(quantity) >= 100


def _unit_error(case: Case, start: Official, end: Official) -> Verdict | None:
    """2.6% for 2.6个百分点, and the other way round."""
    unit, series_unit = case.quantity.unit, case.library.indicators[case.key.indicator].unit
    printed = printed_band(case.quantity)
    if unit == "percent" and series_unit == "percent":
        change = difference(start, end)
        rule = "unit_percent_for_points"
    elif unit == "point":
        change = growth(start, end)
        rule = "unit_points_for_percent"
    else:
        return None
    if not printed.meets(change.band):
        return None
    other = growth(start, end) if unit == "percent" else difference(start, end)
    facts: dict[str, Fact] = {"proper": round(other.value, 2)}
    return _verdict(case, VerdictKind.UNIT_ERROR, rule, start, end, change, **facts)


def _missing(case: Case, start: Official, end: Official) -> Verdict:
    change = next(_readings(case, start, end), difference(start, end))
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
    change: Change,
    **facts: Fact,
) -> Verdict:
    computed = abs(change.value)
    told: dict[str, Fact] = described(start, "base") | {
        "computed": round(computed, 6),
        "mode": change.mode,
        "quantity_unit": _unit(case),
    }
    verdict = conclude(case, kind, rule, end, **told, **facts)
    difference = round(abs(case.quantity.value) - computed, 6)
    return Verdict(kind, verdict.reason, verdict.reference, difference)


def _unit(case: Case) -> str:
    """The unit the change is written in, one of units.Unit."""
    unit = case.quantity.unit
    if unit in ("percent", "point", "times", "rank"):
        return unit
    return case.library.indicators[case.key.indicator].unit

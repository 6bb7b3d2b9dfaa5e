"""Explanations by label: the number belongs to another indicator, area, level, scope or place."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.checks.agreement import Band, digits, printed_band, singles_out
from indicators.checks.case import Case, conclude, described, with_key
from indicators.checks.official import Key, Official
from indicators.checks.verdicts import Verdict, VerdictKind
from indicators.quotes import Quote
from indicators.units import Unit

# Numbers of these units are taken for one another; other units only for their own kind.
_KIN = (frozenset({"domain", "site", "portal"}),)
# A number this fine falls on another series' figure by chance too rarely to worry.
FINE, VERY_FINE = 100, 1000
# The two halves of a pair stand within so many characters of each other.
_EARSHOT = 300
OTHER_AREA = {"urban": "rural", "rural": "urban"}


def mislabelled(case: Case) -> Verdict | None:
    """The number is the official figure of something else at the same time."""
    month = case.month or (case.official.as_of if case.official else None)
    if month is None or digits(case.quantity) < FINE:
        return None
    for rule, key in _others(case):
        found = with_key(case, key).official if case.month else case.figures.at(key, month)
        if found and singles_out(case.quantity, found.figure) and _telling(case, rule):
            return conclude(
                case,
                VerdictKind.MISLABELLED,
                rule,
                case.official or found,
                **described(found, "true"),
            )
    return None


def misnomer(case: Case, verdict: Verdict) -> Verdict:
    """A true number under a wrong name (手机普及率 for the share of mobile netizens)."""
    if not case.quote.misnomer or verdict.reference is None:
        return verdict
    if not verdict.kind.agrees:
        return verdict
    facts = dict(verdict.reason.facts) | {"true_series": case.key.code}
    facts |= {"true": verdict.reference.value, "true_as_of": verdict.reference.as_of}
    return case.verdict(VerdictKind.MISLABELLED, "misnomer", **facts)


def _telling(case: Case, rule: str) -> bool:
    """Whether agreement proves anything where the claimed series has no figure for the month."""
    fine = digits(case.quantity)
    if rule == "mislabelled_scope":
        return True
    if rule == "mislabelled_place":
        return fine >= VERY_FINE or (case.official is not None and case.quantity.unit == "count")
    return case.official is not None or fine >= VERY_FINE or case.unlikely()


def _others(case: Case) -> Iterator[tuple[str, Key]]:
    """The series a number may have been taken from, likeliest first, each with its rule."""
    key = case.key
    own = case.figures.by_indicator.get(key.indicator, ())
    same_place = [other for other in own if other.geo == key.geo and other != key]
    for name in ("scope", "area", "level"):
        for other in same_place:
            if _differs_only_in(name, key, other):
                yield f"mislabelled_{name}", other
    for indicator in _kin(case):
        for other in case.figures.by_indicator.get(indicator, ()):
            if other.geo == key.geo and other.area in (key.area, "total"):
                yield "mislabelled_series", other
    for other in own:
        if _differs_only_in("geo", key, other):
            yield "mislabelled_place", other


def _differs_only_in(name: str, key: Key, other: Key) -> bool:
    return other != key and other._replace(**{name: getattr(key, name)}) == key


def _kin(case: Case) -> Iterator[str]:
    unit = case.library.indicators[case.key.indicator].unit
    for indicator in case.library.indicators.values():
        if indicator.id != case.key.indicator and _alike(unit, indicator.unit):
            yield indicator.id


def _alike(unit: Unit, other: Unit) -> bool:
    return unit == other or any(unit in kin and other in kin for kin in _KIN)


def complement(case: Case) -> Quote | None:
    """The other half of a pair of area percentages that add to 100, if the passage has one.

    Urban and rural rates of penetration have no reason to add to 100; shares of one whole do.
    """
    area = OTHER_AREA.get(case.key.area)
    if area is None or case.quantity.unit != "percent":
        return None
    for other in case.context.around(case.quantity, _EARSHOT, _EARSHOT):
        alike = (other.indicator, other.geo, other.area) == (case.key.indicator, case.key.geo, area)
        if alike and other.kind == "level" and _adds_to_100(case, other):
            return other
    return None


def _adds_to_100(case: Case, other: Quote) -> bool:
    same_time = (other.as_of, other.inferred) == (case.quote.as_of, case.quote.inferred)
    total = printed_band(case.quantity) + printed_band(other.quantity)
    fine = case.quantity.step <= 0.1 and other.quantity.step <= 0.1
    return same_time and fine and Band(total.low, total.high).low <= 100 <= total.high


def shares_of_one_whole(case: Case) -> Verdict | None:
    """Two area rates that add to 100 are the composition of netizens, under the wrong name."""
    if case.library.indicators[case.key.indicator].adds_to_100:
        return None
    other = complement(case)
    if other is None:
        return None
    for share in _wholes(case):
        found = _survey_of(case, share, other)
        if found:
            facts = described(found, "true") | {"other_surface": other.quantity.surface}
            return conclude(
                case, VerdictKind.MISLABELLED, "mislabelled_share", case.official or found, **facts
            )
    return None


def _wholes(case: Case) -> Iterator[str]:
    for indicator in case.library.indicators.values():
        if indicator.adds_to_100 and indicator.unit == "percent":
            yield indicator.id


def _survey_of(case: Case, share: str, other: Quote) -> Official | None:
    """The survey, the newest if several, in which both halves are the shares."""
    key = case.key._replace(indicator=share, scope="")
    twin = key._replace(area=other.area)
    for found in reversed(case.figures.known(key, case.published)):
        partner = case.figures.at(twin, found.as_of)
        if (
            singles_out(case.quantity, found.figure)
            and (partner is None or singles_out(other.quantity, partner.figure))
            and (case.month is None or case.month == found.as_of)
        ):
            return found
    return None

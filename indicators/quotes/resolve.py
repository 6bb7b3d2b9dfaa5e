"""Which indicator of the frame's group a quantity is: by its unit, the measure named, the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicators.quantities import Quantity
from indicators.quotes.frames import Frame
from indicators.quotes.vocabulary import Vocabulary
from indicators.units import COUNTED, Unit

# Which classifiers a thing is counted with; a figure with another one counts something else.
_CLASSIFIERS: dict[str, frozenset[str]] = {
    "person": frozenset(("", "人", "名", "位", "个")),
    "account": frozenset(("", "个", "家")),
    "domain": frozenset(("", "个")),
    "site": frozenset(("", "个", "家")),
    "portal": frozenset(("", "个", "家")),
    "item": frozenset(("", "项", "个", "种", "件")),
    "category": frozenset(("个", "类", "种")),
    "province": frozenset(("", "个", "省")),
}
_GREATEST_INDEX = 1000
# The group that is the whole of a share where the words name none: 农村占28.4%.
_PEOPLE = "netizens"
# Things of which there are more: 两家 counts something else.
_MANY = frozenset(("account", "site", "domain"))
_FEW = 10
Kind = Literal["level", "change"]


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator a quantity was read as, in its frame."""

    indicator: str
    kind: Kind
    frame: Frame


def is_compatible(indicator: str, quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Whether a level of the indicator can be written with the quantity's unit."""
    unit: Unit = vocabulary.indicators[indicator].unit
    if unit in COUNTED:
        whole = quantity.value.is_integer() or quantity.unit == "count"
        if quantity.unit not in ("count", "number") or not whole:
            return False
        if quantity.value < vocabulary.least.get(indicator, 0):
            return False
        few = unit in _MANY and quantity.value < _FEW and quantity.value.is_integer()
        return not few and quantity.classifier in _CLASSIFIERS[unit]
    if unit == "percent":
        return quantity.unit == "percent"
    if unit == "index":
        bare = quantity.unit == "number" and quantity.high is None and quantity.classifier in "分"
        return bare and quantity.value <= vocabulary.most.get(indicator, _GREATEST_INDEX)
    return unit == quantity.unit


def level(
    frame: Frame, quantity: Quantity, recent: tuple[Reading, ...], vocabulary: Vocabulary
) -> str | None:
    """The indicator whose level the quantity states, or None."""
    if not frame.speaks:
        return None
    told_share = frame.share or frame.whole == "population"
    if quantity.unit == "percent" and told_share and _has_shares(frame, vocabulary):
        return _share(frame, vocabulary)
    if frame.indicator and is_compatible(frame.indicator, quantity, vocabulary):
        if frame.indicator in vocabulary.needs_area and frame.area == "total":
            return next(iter(vocabulary.shares.get((frame.group or "", "population"), ())), None)
        return frame.indicator
    members = [
        id
        for id in vocabulary.members.get(frame.group or "", ())
        if is_compatible(id, quantity, vocabulary)
        and (id not in vocabulary.needs_area or frame.area != "total")
        and id not in vocabulary.instead_of.values()
    ]
    if len(members) == 1:
        return members[0]
    for reading in recent:
        if reading.kind == "level" and reading.indicator in members:
            return reading.indicator
    return None


def _has_shares(frame: Frame, vocabulary: Vocabulary) -> bool:
    return any(part == frame.group for part, _ in vocabulary.shares)


def _share(frame: Frame, vocabulary: Vocabulary) -> str | None:
    """The indicator that is this part of this whole; 农村占28.4% takes netizens for the whole."""
    part = frame.group or ""
    all_of_them = part == _PEOPLE and frame.area == "total"
    whole = frame.whole or ("population" if all_of_them else _PEOPLE)
    for id in vocabulary.shares.get((part, whole), ()):
        if id not in vocabulary.needs_area or frame.area != "total":
            return id
    return None


def with_source(indicator: str, frame: Frame, vocabulary: Vocabulary) -> str:
    """The same measure by the organisation the sentence names, which has its own series.

    Words that are not ITU's alone (上网人口占比) mean its series abroad and CNNIC's at home.
    """
    for usual, instead in vocabulary.instead_of.items():
        told = frame.source == instead and (frame.source_near or frame.geo != "CN")
        if indicator == usual and told:
            return instead
        if (
            indicator == instead
            and not told
            and frame.geo == "CN"
            and frame.label in vocabulary.at_home
        ):
            return usual
    return indicator


def change(
    frame: Frame, quantity: Quantity, recent: tuple[Reading, ...], vocabulary: Vocabulary
) -> Reading | None:
    """The indicator whose change the quantity states, in its frame, or None."""
    if not frame.speaks:
        return None
    if quantity.unit == "point":
        return _percentage(frame, recent, vocabulary)
    if quantity.unit in ("count", "rank", "number"):
        indicator = level(frame._replace(share=False), quantity, recent, vocabulary)
        return Reading(indicator, "change", frame) if indicator else None
    if frame.indicator is not None:
        return Reading(frame.indicator, "change", frame)
    members = vocabulary.members.get(frame.group or "", ())
    for reading in recent:
        if reading.indicator in members:
            return Reading(reading.indicator, "change", reading.frame)
    return Reading(members[0], "change", frame) if len(members) == 1 else None


def _percentage(
    frame: Frame, recent: tuple[Reading, ...], vocabulary: Vocabulary
) -> Reading | None:
    """Points are points of a percentage: the one named here, else the last one stated."""
    if frame.indicator and vocabulary.indicators[frame.indicator].unit == "percent":
        return Reading(frame.indicator, "change", frame)
    indicator = _share(frame, vocabulary) if frame.share else None
    if indicator is not None:
        return Reading(indicator, "change", frame)
    for reading in recent:
        if vocabulary.indicators[reading.indicator].unit == "percent":
            return Reading(reading.indicator, "change", reading.frame)
    return None

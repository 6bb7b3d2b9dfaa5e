"""Corrected wording for figures that do not hold: the right figure, the right name, a newer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

from indicators import periods, units
from indicators.checks import Fact, VerdictKind, series_name
from indicators.library import Library
from indicators.reading import Finding, Reading
from indicators.units import Unit

Kind = Literal["figure", "name", "date", "note"]
PieceKind = Literal["kept", "removed", "added"]
_REACH = 160  # characters before a figure in which its name or its date may stand
_FAULTS = frozenset(VerdictKind) - {
    VerdictKind.MATCH,
    VerdictKind.ROUNDED,
    VerdictKind.NO_REFERENCE,
}
_PRINTED = re.compile(
    r"(?P<number>[0-9][0-9.,]*) ?(?P<scale>万亿|亿|千万|百万|万|千)?(?P<rest>\D*)"
)
_SCALES = {"万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3}
_AREA_WORDS = re.compile(r"(?:全国|城镇|城市|农村|乡村)(?:地区|居民)?的?$")
_MOVED_UNITS = frozenset({"percent", "point", "times", "rank"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """text[start:end] of the repaired text (= ``before``, maybe empty) should read ``after``.

    ``source`` is the id of the publication it rests on, ``as_of`` the month of its figure.
    """

    claim: str
    kind: Kind
    start: int
    end: int
    before: str
    after: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the marked-up copy."""

    kind: PieceKind
    text: str


def suggest(reading: Reading, library: Library) -> tuple[Suggestion, ...]:
    """One suggestion for each figure that does not hold, in the text's order, none overlapping."""
    found: list[Suggestion] = []
    text = reading.clean.text
    names = Counter(_name_at(finding, text) for finding in reading.findings)
    for finding in reading.findings:
        if finding.verdict.kind in _FAULTS:
            # A name that several figures share cannot be changed for one of them.
            alone = names[_name_at(finding, text)] == 1
            fitting = (
                one
                for one in _options(finding, text, library, alone)
                if not any(_overlap(one, other) for other in found)
            )
            found += [one] if (one := next(fitting, None)) else []
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def pieces(text: str, suggestions: Sequence[Suggestion]) -> Iterator[Piece]:
    """The text with every suggestion marked: what goes, and what comes in its place."""
    done = 0
    for one in suggestions:
        yield Piece("kept", text[done : one.start])
        yield Piece("removed", text[one.start : one.end])
        yield Piece("added", one.after)
        done = one.end
    yield Piece("kept", text[done:])


def marked_text(text: str, suggestions: Sequence[Suggestion]) -> str:
    """The marked-up copy as plain text, in CriticMarkup: {--old--}{++new++}."""
    forms = {"kept": "{}", "removed": "{{--{}--}}", "added": "{{++{}++}}"}
    return "".join(
        forms[piece.kind].format(piece.text) for piece in pieces(text, suggestions) if piece.text
    )


def corrected(text: str, span: tuple[int, int], suggestion: Suggestion) -> str:
    """The sentence that a suggestion changes, as it would read; ``span`` is the sentence's.

    A name that stands in a sentence before makes the stretch longer.
    """
    start, end = min(span[0], suggestion.start), max(span[1], suggestion.end)
    return (text[start : suggestion.start] + suggestion.after + text[suggestion.end : end]).strip()


def _overlap(one: Suggestion, other: Suggestion) -> bool:
    return one.start < other.end and other.start < one.end


def _name_at(finding: Finding, text: str) -> int:
    """Where the name of a figure stands before it; -1 where it is not there in one piece."""
    label, start = finding.quote.label, finding.quote.quantity.start
    return text.rfind(label, max(0, start - _REACH), start) if label else -1


def _options(finding: Finding, text: str, library: Library, alone: bool) -> Iterator[Suggestion]:
    """What could be said instead, the best first; ``alone`` where its name is its own."""
    kind, facts = finding.verdict.kind, finding.verdict.reason.facts
    if kind is VerdictKind.MISLABELLED and alone:
        yield from _renamed(finding, text, library)
    if finding.quote.kind == "change":
        yield from _changed(finding)
    elif _is_known(facts):
        yield _figure(finding)
    if kind is VerdictKind.WRONG_DATE:
        yield from _redated(finding, text)
    yield from _noted(finding, library)


def _is_known(facts: Mapping[str, Fact]) -> bool:
    """Whether there is an official figure of what the words claim, for when they claim it."""
    same = "official" in facts and facts.get("official_series") == facts.get("series")
    return same and facts.get("as_of") in (None, facts["official_as_of"])


def _made(
    finding: Finding, kind: Kind, span: tuple[int, int], before: str, after: str, prefix: str
) -> Suggestion:
    facts = finding.verdict.reason.facts
    return Suggestion(
        finding.claim,
        kind,
        *span,
        before,
        after,
        str(facts.get(f"{prefix}_source", "")),
        str(facts.get(f"{prefix}_as_of", "")),
    )


def _figure(finding: Finding) -> Suggestion:
    """The official figure of what the words claim, written as the text writes figures."""
    quantity, reason = finding.quote.quantity, finding.verdict.reason
    unit = cast(Unit, reason.facts["unit"])
    value = float(reason.facts["official"])
    anew = finding.verdict.kind is VerdictKind.UNIT_ERROR
    after = written(value, unit, "" if anew else quantity.surface)
    if anew and unit in units.COUNTED and not quantity.surface.endswith(units.classifier(unit)):
        after = after.removesuffix(units.classifier(unit))
    if finding.verdict.kind is VerdictKind.OUTDATED:
        after += f"（截至{periods.text(str(reason.facts['official_as_of']), 'zh')}）"
    span = (quantity.start, quantity.end)
    return _made(finding, "figure", span, quantity.surface, after, "official")


def written(value: float, unit: Unit, like: str) -> str:
    """A value in the manner of another figure: 7.72亿 like 9.2亿人 is 7.72亿人."""
    form = _PRINTED.fullmatch(like)
    if form is None or (unit == "percent") != form["rest"].startswith(("%", "％")):
        return units.text(value, unit, "zh")
    # 亿 with two decimals and percentages with one, as the reports print them.
    decimals = 1 if unit in ("percent", "point") else 2 if "亿" in (form["scale"] or "") else 4
    number = f"{value / _SCALES.get(form['scale'] or '', 1.0):,.{decimals}f}"
    number = number if decimals == 1 else number.rstrip("0").rstrip(".")
    number = number if "," in form["number"] else number.replace(",", "")
    return number + (form["scale"] or "") + form["rest"]


def _renamed(finding: Finding, text: str, library: Library) -> Iterator[Suggestion]:
    """The right name in place of the wrong one, where that stands before the figure."""
    facts = finding.verdict.reason.facts
    place, label = _name_at(finding, text), finding.quote.label
    if place < 0 or "true_series" not in facts:
        return
    area = _AREA_WORDS.search(text, max(0, place - 8), place)
    start, end = area.start() if area else place, place + len(label)
    name = series_name(str(facts["true_series"]), "zh", library)
    if name not in text[start:end]:
        prefix = "true" if "true_source" in facts else "official"
        yield _made(finding, "name", (start, end), text[start:end], name, prefix)


def _changed(finding: Finding) -> Iterator[Suggestion]:
    """The change as the official figures give it."""
    facts, quantity = finding.verdict.reason.facts, finding.quote.quantity
    if "computed" not in facts or finding.verdict.reason.rule == "wrong_direction":
        return
    unit = str(facts.get("quantity_unit", ""))
    counted = unit not in _MOVED_UNITS
    named = cast(Unit, facts["unit"] if counted or unit not in get_args(Unit) else unit)
    after = written(abs(float(facts["computed"])), named, quantity.surface)
    span = (quantity.start, quantity.end)
    yield _made(finding, "figure", span, quantity.surface, after, "official")


def _redated(finding: Finding, text: str) -> Iterator[Suggestion]:
    """The right month in place of the wrong one, where that is written out before the figure."""
    facts, quantity = finding.verdict.reason.facts, finding.quote.quantity
    if "as_of" not in facts or "true_as_of" not in facts:
        return
    year, month = periods.split(str(facts["as_of"]))
    ends = r"(?:年?底|年?末)?" if month == 12 else "(?:底|末)?"
    form = re.compile(rf"{year}年(?:0?{month}月{ends}" + (r"|底|末)" if month == 12 else ")"))
    start = max(0, quantity.start - _REACH)
    found = list(form.finditer(text, start, quantity.start))
    if found:
        after = periods.text(str(facts["true_as_of"]), "zh")
        yield _made(finding, "date", found[-1].span(), found[-1][0], after, "true")


def _noted(finding: Finding, library: Library) -> Iterator[Suggestion]:
    """Words in brackets after the figure that say what it is, where nothing simpler will do."""
    facts, quantity = finding.verdict.reason.facts, finding.quote.quantity
    place = (quantity.end, quantity.end)
    if "true_series" in facts and ("true_as_of" in facts or "last_as_of" in facts):
        month = periods.text(str(facts.get("true_as_of") or facts["last_as_of"]), "zh")
        name = series_name(str(facts["true_series"]), "zh", library)
        yield _made(finding, "note", place, "", f"（{month}{name}）", "true")
    elif "base" in facts and "official" in facts:
        unit = cast(Unit, facts["unit"])
        first, last = (
            periods.text(str(facts[f"{prefix}_as_of"]), "zh")
            + units.text(float(facts[prefix]), unit, "zh")
            for prefix in ("base", "official")
        )
        yield _made(finding, "note", place, "", f"（官方数字：{first}，{last}）", "official")

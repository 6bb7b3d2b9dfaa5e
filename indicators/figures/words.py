"""A chart in words, for those who cannot see it: range, trend, gaps, and its quotes by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from indicators import periods
from indicators.checks import VerdictKind
from indicators.figures.lines import Line, bounds, is_broken, segments
from indicators.figures.marks import Mark
from indicators.figures.panels import shown
from indicators.figures.series import Chart, axis_words
from indicators.figures.transforms import value_words
from indicators.series import Observation
from indicators.strings import Lang, text

MOST = 6  # lines told one by one; whoever listens to more has the table


def describe(chart: Chart) -> str:
    """What the chart shows: each line from its first to its last figure, then the quotes."""
    lang, name = chart.lang, chart.indicator.name[chart.lang]
    if not any(line.points for line in chart.lines):
        return text(lang, "chart.alt_empty", indicator=name)

    def value(number: float) -> str:
        return value_words(number, chart.indicator, chart.transform, lang)

    drawn = shown(chart)
    lines = [
        told(
            line, chart.names[line.key] or chart.indicator.short[lang], value, lang, chart.downwards
        )
        for line in drawn[:MOST]
    ]
    if len(drawn) > MOST:
        lines.append(text(lang, "chart.alt_more", number=len(drawn) - MOST))
    return text(
        lang,
        "chart.alt",
        indicator=name,
        axis=axis_words(chart),
        lines=text(lang, "chart.alt_next").join(lines),
        quotes=_quotes(chart.marks, lang),
    )


def told(
    line: Line, name: str, value: Callable[[float], str], lang: Lang, downwards: bool = False
) -> str:
    """A line as a clause: first and last figure, which way, the peak and the low, the gaps.

    ``value`` writes a figure; ``downwards`` says that the smallest figure is the highest, as
    among ranks. The line has at least one point.
    """
    first, last = line.points[0], line.last
    facts = {
        "name": name,
        "start": value(first.value),
        "first": periods.text(first.as_of, lang),
        "end": value(last.value),
        "last": periods.text(last.as_of, lang),
    }
    if len(line.points) == 1:
        return text(lang, "chart.alt_single", **facts)
    parts = [text(lang, f"chart.alt_{_way(first.value, last.value, downwards)}", **facts)]
    for extreme, point in _extremes(line, downwards):
        when, peak = periods.text(point.as_of, lang), value(point.value)
        parts.append(text(lang, f"chart.alt_{extreme}", when=when, value=peak))
    if is_broken(line):
        parts.append(text(lang, "chart.alt_gaps", number=len(segments(line)) - 1))
    if uncertain := bounds(line):
        parts.append(text(lang, "chart.alt_bounds", number=len(uncertain)))
    return "".join(parts)


def _way(first: float, last: float, downwards: bool) -> str:
    if first == last:
        return "same"
    return "rise" if (last > first) != downwards else "fall"


def _extremes(line: Line, downwards: bool) -> list[tuple[str, Observation]]:
    """The highest and the lowest figure, where they are neither the first nor the last."""
    ends = {line.points[0].value, line.last.value}
    least = min(line.points, key=lambda point: point.value)
    most = max(line.points, key=lambda point: point.value)
    high, low = (least, most) if downwards else (most, least)
    return [
        (name, point) for name, point in (("high", high), ("low", low)) if point.value not in ends
    ]


def _quotes(marks: Sequence[Mark], lang: Lang) -> str:
    if not marks:
        return text(lang, "chart.alt_unquoted")
    counts = Counter(VerdictKind(mark.verdict) for mark in marks)
    agree = sum(number for kind, number in counts.items() if kind.agrees)
    tally = text(lang, "topic.comma").join(
        f"{text(lang, f'verdict.{kind}')}\u00a0{counts[kind]}"
        for kind in VerdictKind
        if counts[kind]
    )
    differ = len(marks) - agree - counts[VerdictKind.NO_REFERENCE]
    return text(
        lang, "chart.alt_quotes", quotes=len(marks), tally=tally, agree=agree, differ=differ
    )

"""Charts are held to what they may say: gaps, scopes, breaks, quotes, and text one can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go
import pytest

from indicators import library, theme
from indicators.catalogue import Bilingual, Break, Indicator
from indicators.figures import choice, labels, layout
from indicators.figures.breaks import breaks_within
from indicators.figures.gap import difference
from indicators.figures.lines import Key, Line, gaps, segments, split
from indicators.figures.marks import Mark
from indicators.figures.names import line_names
from indicators.figures.series import MOST_LINES, Chart
from indicators.figures.story import Pair, story_figure
from indicators.figures.transforms import changed
from indicators.library import Library
from indicators.series import Observation, Status
from indicators.strings import LANGS, Lang
from indicators.theme import Mode, contrast

MODES: tuple[Mode, ...] = ("light", "dark")
HALF_YEARS = ("2014-12", "2015-06", "2015-12")

# Months of a series, and the places before which a survey is missing. The second half-yearly
# example is CNNIC's: no survey of 2019-12, the one of 2020-03 came late.
GAPS = [
    ((), ()),
    (("2017-12",), ()),
    (("2015-12", "2016-06", "2016-12", "2017-06"), ()),
    (("2018-12", "2019-06", "2020-03", "2020-06", "2020-12"), ()),
    (("2015-06", "2015-12", "2016-12", "2017-06", "2017-12"), (2,)),
    (("2015-06", "2015-12", "2016-06", "2018-06", "2018-12", "2019-06"), (3,)),
    (("2010-12", "2011-12", "2012-12", "2013-12"), ()),
    (("2010-12", "2011-12", "2012-12", "2013-06", "2013-12", "2014-06"), ()),
    (("2003-12", "2005-12", "2007-12", "2009-12"), ()),
    (("2003-12", "2024-12"), (1,)),
    (("2000-06", "2007-06", "2010-06", "2010-12", "2019-12"), (1, 2, 4)),
]


def seen(
    month: str,
    value: float,
    area: str = "total",
    scope: str = "",
    status: Status = "seen",
    indicator: str = "internet_penetration",
) -> Observation:
    """A made-up official figure."""
    return Observation(
        indicator, month, "CN", area, "", scope, value, f"{value:g}%", "cnnic-41", status, ""
    )


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


def chart(
    indicator: Indicator,
    observations: Sequence[Observation],
    marks: Sequence[Mark] = (),
    lang: Lang = "zh",
    mode: Mode = "light",
    **more: Any,
) -> Chart:
    lines = split(observations)
    names = line_names([line.key for line in lines], indicator, {}, lang)
    return Chart(indicator, lines, names, marks, lang, mode, **more)


def quote(verdict: str = "match", claim: str = "0123abcd", **more: Any) -> Mark:
    line = Key("internet_penetration", "CN", "total", "", "")
    return Mark(claim, "2017-12", 55.8, verdict, "一致", line, **more)


def traces(figure: go.Figure, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name and trace.name.startswith(name)]


@pytest.mark.parametrize(("months", "missing"), GAPS)
def test_a_gap_is_a_step_longer_than_is_usual_there(
    months: tuple[str, ...], missing: tuple[int, ...]
) -> None:
    """A yearly series is not a half-yearly one with gaps; a lost survey is a gap in both."""
    assert gaps(months) == missing


def test_a_line_is_broken_where_a_survey_is_missing(shelf: Library) -> None:
    """No stroke crosses the gap, and a figure alone between gaps is a point."""
    months = ("2012-12", "2013-06", "2013-12", "2015-12", "2017-12", "2018-06", "2018-12")
    figures = [seen(month, 50 + place) for place, month in enumerate(months)]
    drawn = traces(choice.draw(chart(shelf.indicators["internet_penetration"], figures)), "ref")
    days = [[day and day[:7] for day in trace.x] for trace in drawn]
    assert days == [[*months[:3], None, *months[4:]], [months[3]]]
    assert [trace.mode for trace in drawn] == ["lines", "markers"]


def test_every_figure_is_drawn_once(shelf: Library) -> None:
    """Over all data: the strokes and bounds of a line hold each of its figures exactly once."""
    for observations in shelf.observations.values():
        for line in split(observations):
            stretches = [point for stretch in segments(line) for point in stretch]
            bounds = [point for point in line.points if point.status == "approximate"]
            assert sorted(p.as_of for p in [*stretches, *bounds]) == [p.as_of for p in line.points]


def test_scopes_areas_and_levels_are_never_joined(shelf: Library) -> None:
    """Over all data: what stands on one line agrees in everything but the month."""
    for observations in shelf.observations.values():
        for line in split(observations):
            kinds = {(o.indicator, o.geo, o.area, o.level, o.scope) for o in line.points}
            assert len(kinds) == 1


def test_a_bound_is_not_joined_to_the_line(shelf: Library) -> None:
    """A figure such as 超过… is a short dash of its own."""
    figures = [seen("2016-12", 50), seen("2017-06", 52, status="approximate"), seen("2017-12", 55)]
    figure = choice.draw(chart(shelf.indicators["internet_penetration"], figures))
    (bound,) = traces(figure, "bound")
    assert list(bound.x) == ["2017-06-30"]
    assert all("2017-06-30" not in trace.x for trace in traces(figure, "reference"))


def test_references_give_way_to_the_quotes_over_them(shelf: Library) -> None:
    """Lines cannot be pointed at, so a click on a quote is a click on the quote."""
    figures = [seen("2016-12", 53.2), seen("2017-12", 55.8)]
    figure = choice.draw(chart(shelf.indicators["internet_penetration"], figures, [quote()]))
    assert {trace.hoverinfo for trace in traces(figure, "reference")} == {"skip"}
    (official,) = traces(figure, "official")
    assert list(official.x) == ["2016-12-31"]
    assert figure.data[-1].name == "quotes:match"


@pytest.mark.parametrize("verdict", theme.VERDICT_LOOKS)
def test_a_quote_is_a_hollow_marker_shaped_by_its_verdict(shelf: Library, verdict: str) -> None:
    """The marker carries the claim id, and nothing fades it."""
    indicator = shelf.indicators["internet_penetration"]
    figure = choice.draw(chart(indicator, [seen("2017-12", 55.8)], [quote(verdict)]))
    (drawn,) = traces(figure, "quotes:")
    assert drawn.marker.symbol == theme.verdict_look(verdict).marker
    assert "open" in drawn.marker.symbol
    assert list(drawn.customdata[0]) == ["0123abcd"]
    assert drawn.marker.opacity == drawn.unselected.marker.opacity == 1


def test_the_selected_quote_is_ringed(shelf: Library) -> None:
    """Exactly one ring, where the selected quote stands; none for an unknown claim."""
    indicator, marks = shelf.indicators["internet_penetration"], [quote()]
    one = choice.draw(chart(indicator, [seen("2017-12", 55.8)], marks, selected="0123abcd"))
    none = choice.draw(chart(indicator, [seen("2017-12", 55.8)], marks, selected="deadbeef"))
    assert [list(ring.y) for ring in traces(one, "selected")] == [[55.8]]
    assert traces(none, "selected") == []


def test_a_mislabelled_quote_is_led_to_what_it_is(shelf: Library) -> None:
    """A thin line runs from the marker to the figure it really is."""
    truth = seen("2017-12", 35.4, "rural")
    mark = quote("mislabelled", belongs=truth)
    indicator = shelf.indicators["internet_penetration"]
    (line,) = traces(choice.draw(chart(indicator, [truth], [mark])), "belongs:")
    assert list(line.y) == [55.8, 35.4]
    assert line.line.width == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_break_is_a_rule_with_its_words(shelf: Library, lang: Lang) -> None:
    """The rule stands at its month, its words above the plot, and only inside the time shown."""
    indicator = shelf.indicators["internet_penetration"]
    assert indicator.breaks
    figures = [seen(month, 40) for month in ("2006-12", "2021-12")]
    figure = choice.draw(chart(indicator, figures, lang=lang))
    within = breaks_within(indicator.breaks, ["2006-12", "2021-12"])
    assert {shape.x0 for shape in figure.layout.shapes} == {layout.day(b.as_of) for b in within}
    words = [note.text for note in figure.layout.annotations]
    assert all(labels.clause(change.note[lang])[:6] in " ".join(words) for change in within)


def test_breaks_outside_the_time_shown_are_left_out() -> None:
    """A break before the first or after the last figure has nothing to divide."""
    note = Bilingual("口径改变", "Definition changed")
    breaks = [Break(month, note, None) for month in ("2005-12", "2010-12", "2020-12")]
    kept = breaks_within(breaks, ["2008-12", "2015-12"])
    assert [change.as_of for change in kept] == ["2010-12"]


def test_town_and_country_come_with_their_gap(shelf: Library) -> None:
    """Two rates on one scale; below them the difference in points, in months that have both."""
    figures = [
        seen("2016-12", 69.1, "urban"), seen("2016-12", 33.1, "rural"),
        seen("2017-12", 71.0, "urban"), seen("2017-12", 35.4, "rural"),
        seen("2018-06", 36.5, "rural"),
    ]  # fmt: skip
    gap = difference(split(figures))
    assert gap is not None
    assert [(point.as_of, point.value) for point in gap.points] == [
        ("2016-12", 36.0),
        ("2017-12", 35.6),
    ]
    figure = choice.draw(chart(shelf.indicators["internet_penetration"], figures))
    assert figure.layout.xaxis2.matches or figure.layout.xaxis.matches
    assert any("百分点" in note.text for note in figure.layout.annotations)


def test_many_lines_become_small_multiples_on_one_scale(shelf: Library) -> None:
    """Each line has a panel of its own, all panels the same two axes, and no legend."""
    indicator = shelf.indicators["gov_weibo_accounts"]
    scopes = list(indicator.scopes)[: MOST_LINES + 1]
    figures = [
        seen(month, 1000.0 * (place + 1), scope=scope, indicator=indicator.id)
        for place, scope in enumerate(scopes)
        for month in HALF_YEARS
    ]
    figure = choice.draw(chart(indicator, figures))
    assert len(traces(figure, "reference")) == len(scopes)
    assert len({tuple(axis.range) for axis in figure.select_yaxes()}) == 1
    assert figure.layout.showlegend is False


@pytest.mark.parametrize(
    ("transform", "months", "values"),
    [("diff", ["2017-12"], [2.6]), ("pct", ["2017-12"], [pytest.approx(100 * 2.6 / 53.2)])],
)
def test_change_is_taken_over_twelve_months(
    transform: Any, months: list[str], values: list[float]
) -> None:
    """A month without a figure a year before has no change; nothing is interpolated."""
    (line,) = split([seen("2016-12", 53.2), seen("2017-06", 54.3), seen("2017-12", 55.8)])
    told = changed(line, transform)
    assert [point.as_of for point in told.points] == months
    assert [pytest.approx(point.value) for point in told.points] == values


def all_charts(shelf: Library, mode: Mode, lang: Lang) -> Iterator[tuple[str, go.Figure]]:
    """A chart of every indicator's Chinese lines, with a quote on it."""
    for indicator in shelf.indicators.values():
        figures = [seen for seen in shelf.observations[indicator.id] if seen.geo == "CN"]
        if figures:
            yield indicator.id, choice.draw(chart(indicator, figures, [quote()], lang, mode))
    points = tuple(seen(month, 72.0, "urban") for month in HALF_YEARS)
    line = Line(Key("netizen_share", "CN", "urban", "", ""), points)
    pair = Pair("0123abcd", "urban", 72.4, 72.0, line, line, points)
    yield "story", story_figure([pair], lang, mode)


def text_colours(node: Any, around: str) -> Iterator[str]:
    """Yield the colour of every font in a figure's dict; ``around`` is the inherited one."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name.endswith("font") and isinstance(value, dict):
                yield value.get("color", around)
            yield from text_colours(value, around)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from text_colours(value, around)


@pytest.mark.parametrize("mode", MODES)
def test_all_text_on_charts_can_be_read(shelf: Library, mode: Mode) -> None:
    """Ticks, labels and hover boxes of every chart reach 4.5:1 on the chart's ground."""
    ground = theme.palette(mode).background
    for name, figure in all_charts(shelf, mode, "zh"):
        drawn = figure.to_dict()["layout"]
        assert drawn["paper_bgcolor"] == drawn["plot_bgcolor"] == ground
        for colour in text_colours(drawn, drawn["font"]["color"]):
            assert contrast(colour, ground) >= 4.5, (name, colour)


@pytest.mark.parametrize("lang", LANGS)
def test_value_axes_start_at_zero_and_time_is_true(shelf: Library, lang: Lang) -> None:
    """Every chart has date axes and value axes that hold zero (or rank 1), never two scales."""
    for name, figure in all_charts(shelf, "light", lang):
        assert all(axis.type == "date" for axis in figure.select_xaxes()), name
        for axis in figure.select_yaxes():
            low, high = sorted(axis.range)
            assert low <= 1 < high or low <= 0 < high, name
            assert (axis.overlaying, axis.title.text) == (None, None), name


def test_labels_that_would_collide_move_apart() -> None:
    """Neighbours end at least so far apart, in the same order, around the same middle."""
    assert labels.spread([1.0, 1.0, 9.0], 2.0) == [0.0, 2.0, 9.0]


@pytest.mark.parametrize(
    ("note", "room", "words"),
    [
        ("口径改变：此前只计机构", 10, "口径改变"),
        ("第七次全国人口普查后城乡人口基数重新核定：", 10, "第七次全国人口普查…"),
        ("Survey postponed: the 45th report", 12, "Survey postponed"),
        ("Urban and rural populations re-based", 12, "Urban and rural…"),
    ],
)
def test_the_words_of_a_break_are_its_first_clause(note: str, room: float, words: str) -> None:
    """A clause too long for its place is cut, English between words."""
    assert labels.clause(note, room) == words


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("城镇", "城镇"),
        ("新浪与腾讯两家·机构与公务员", "新浪与腾讯两家·<br>机构与公务员"),
        ("A <b>", "A &lt;b&gt;"),
    ],
)
def test_labels_are_wrapped_and_escaped(words: str, lines: str) -> None:
    """A long label breaks into lines, and nothing in it is markup."""
    assert labels.wrapped(words) == lines

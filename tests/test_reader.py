"""The reader's model: paragraphs in step, marks where they belong, repairs counted, spam unseen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indicators import library, outline, sentences
from indicators.checks import Reason, Verdict, VerdictKind
from indicators.cleaning import CleanText, Repair
from indicators.outline import Heading
from indicators.quantities import Quantity
from indicators.quotes import Quote
from indicators.reading import Finding, Reading
from indicators.ui import load, reader, repairs
from indicators.ui.reader_data import reader_data
from indicators.ui.runs import Mark, Marks, Run, runs

SPAM = "免费观看\n在线下载\n"
RAW = SPAM + "一、規(guī)模\n網民達7.72億,?i普及率55.8%。\n"
TEXT = "一、规模\n网民达7.72亿,普及率55.8%。"
HEADINGS = (Heading(0, 4, 1, "一、规模"),)


def clean_text() -> CleanText:
    """A small damaged text and its repair, character by character."""
    pieces = [
        ("一", "一"), ("、", "、"), ("规", "規(guī)"), ("模", "模"), ("\n", "\n"),
        ("网", "網"), ("民", "民"), ("达", "達"), ("7", "7"), (".", "."), ("7", "7"), ("2", "2"),
        ("亿", "億"), (",", ",?i"), *((char, char) for char in "普及率55.8%。"),
    ]  # fmt: skip
    starts, ends, at = [], [], len(SPAM)
    for _, before in pieces:
        starts.append(at)
        at += len(before)
        ends.append(at)
    comma = RAW.index(",?i")
    found = (
        Repair("spam", 0, len(SPAM), SPAM, "", True, None),
        Repair("pinyin", starts[2], ends[2], "規(guī)", "規", True, None),
        Repair("traditional", starts[2], starts[2] + 1, "規", "规", True, None),
        Repair("traditional", starts[5], ends[5], "網", "网", True, None),
        Repair("traditional", starts[5], ends[5], "網", "网", True, None),
        Repair("shift", comma, comma + 3, ",?i", ",", False, 0.4),
    )
    text = "".join(after for after, _ in pieces)
    return CleanText(RAW, text, tuple(starts), tuple(ends), found, ((comma, comma + 3),))


def finding(clean: CleanText, surface: str, claim: str) -> Finding:
    """A finding on the first occurrence of ``surface`` in the clean text."""
    start = clean.text.index(surface)
    end = start + len(surface)
    quantity = Quantity(start, end, surface, 1, None, 1, "count", "", "exact")
    quote = Quote(
        quantity, (0, len(clean.text)), "网民", False, "internet_users", "level", "CN", "total",
        None, None, None, "none", None, True, None, None,
    )  # fmt: skip
    verdict = Verdict(VerdictKind.MATCH, Reason("equal", {}), None, None)
    left, right = clean.raw_span(start, end)
    return Finding(claim, left, right, RAW[left:right], "", quote, verdict, True, None)


def reading() -> Reading:
    clean = clean_text()
    assert clean.text == TEXT
    figures = (finding(clean, "7.72亿", "aaaa0001"), finding(clean, "55.8%", "bbbb0002"))
    return Reading(clean, (), None, figures)


def marked(runs: tuple[Run, ...]) -> dict[str, str]:
    return {claim: run.text for run in runs for claim in run.claims}


def test_repaired_and_raw_paragraphs_stand_side_by_side():
    """Each paragraph carries its own raw characters, whatever was taken out of it."""
    heading, body = reader.paragraphs(reading(), HEADINGS)
    assert (heading.words, heading.level) == ("一、规模", 1)
    assert (body.words, body.level) == ("网民达7.72亿,普及率55.8%。", 0)
    assert "".join(run.text for run in heading.raw) == "一、規(guī)模"
    assert "".join(run.text for run in body.raw) == "網民達7.72億,?i普及率55.8%。"


def test_a_figure_is_marked_in_the_repaired_and_in_the_raw_text():
    """The same claim marks 7.72亿 and 7.72億."""
    _, body = reader.paragraphs(reading(), HEADINGS)
    assert marked(body.clean) == {"aaaa0001": "7.72亿", "bbbb0002": "55.8%"}
    assert marked(body.raw) == {"aaaa0001": "7.72億", "bbbb0002": "55.8%"}


def test_a_doubtful_repair_is_marked_on_both_sides():
    """The visitor sees where a reading is a guess."""
    _, body = reader.paragraphs(reading(), HEADINGS)
    assert [run.text for run in body.clean if run.doubtful] == [","]
    assert [run.text for run in body.raw if run.doubtful] == [",?i"]


def test_lines_of_advertising_are_counted_and_never_carried_along():
    """Not one of their words reaches the page, in the text or in the list of repairs."""
    read = reading()
    shown = reader.paragraphs(read, HEADINGS)
    summary = repairs.summarise(read.clean)
    assert [run.hidden_lines for run in shown[0].raw if run.hidden_lines] == [2]
    assert summary.hidden == 2
    assert "免费" not in repr(shown) + repr(summary)


def test_equal_repairs_are_counted_together_and_doubtful_ones_stand_apart():
    """A list of thousands becomes a short table; what is uncertain is told one by one."""
    summary = repairs.summarise(clean_text())
    assert summary.total == 5
    assert [repair.before for repair in summary.doubtful] == [",?i"]
    by_kind = {group.kind: group for group in summary.groups}
    assert by_kind["traditional"].count == 3
    assert by_kind["traditional"].changes[0] == repairs.Change("網", "网", 2)
    assert "shift" not in by_kind


def test_a_heading_that_runs_on_leaves_its_line_body_text():
    """一、规模。网民… is listed in the outline and set as a paragraph."""
    text = "一、规模。网民规模达7.72亿。\n二、质量:好\n(一)速度。"
    at = tuple(range(len(text)))
    clean = CleanText(text, text, at, tuple(i + 1 for i in at), (), ())
    spans = [(0, 4, 1), (17, 23, 1), (24, 29, 2)]
    headings = [Heading(a, b, level, text[a:b]) for a, b, level in spans]
    shown = reader.paragraphs(Reading(clean, (), None, ()), headings)
    assert [(p.level, [run.text for run in p.clean if run.heading]) for p in shown] == [
        (0, ["一、规模"]),
        (1, ["二、质量:好"]),
        (2, ["(一)速度"]),
    ]


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.booleans()), max_size=8),
)
def test_cutting_into_runs_loses_no_character(words, spans):
    """Whatever overlaps, the runs put together are the text."""
    marks = [Mark(min(a, b), max(a, b), "c" if claim else "") for a, b, claim in spans]
    cut = runs(words, 0, len(words), Marks.of(marks))
    assert "".join(run.text for run in cut) == words


def test_every_run_knows_its_sentence():
    """A sentence that a link names is found again, whatever is marked in it."""
    read = reading()
    read = replace(read, sentences=sentences.split(TEXT))
    heading, body = reader.paragraphs(read, HEADINGS)
    assert [run.sentence for run in heading.clean] == [1]
    assert {run.sentence for run in body.clean} == {2}
    assert {run.sentence for run in body.raw} == {0}


def test_marks_of_a_line_are_found_without_the_others():
    """Those that reach in from outside are among them, those that only touch it are not."""
    marks = [Mark(0, 9, "long"), Mark(1, 2, "before"), Mark(5, 6, "in"), Mark(7, 8, "after")]
    assert [mark.claim for mark in Marks.of(marks).within(3, 7)] == ["long", "in"]


def test_an_excerpt_says_where_it_was_cut():
    """An ellipsis stands only where words are missing."""
    assert reader.excerpt("甲乙丙丁戊", 2, 3, room=1) == ("…乙", "丙", "丁…")
    assert reader.excerpt("甲乙丙", 1, 2) == ("甲", "乙", "丙")


def test_excerpts_are_the_headings_and_what_quotes_a_figure() -> None:
    """Nothing else of a text is sent to the browser, repaired or raw; every quote still is."""
    for document in library.default().documents.values():
        read = load.readings()[document.slug]
        every = reader.paragraphs(read, outline.find(read.clean.text).headings)
        kept = reader.excerpts(every)
        quoted = {claim for row in kept for run in row.clean for claim in run.claims}
        assert len(reader_data("zh", document.slug, read, [], whole=False)["rows"]) == len(kept)
        assert len(kept) < len(every)
        assert quoted == {finding.claim for finding in read.findings}
        assert all(row.level or any(run.claims for run in row.clean) for row in kept)

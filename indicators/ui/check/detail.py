"""One figure of a visitor's text in full: what it says, what is official, what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators import periods, suggestions, units
from indicators.catalogue import Indicator
from indicators.figures import choice, words
from indicators.figures.lines import Key, Line, key, lines_of
from indicators.figures.names import line_names
from indicators.figures.series import Chart
from indicators.figures.still import once
from indicators.reading import Finding, Reading
from indicators.report.rows import unit_of
from indicators.strings import Lang, text
from indicators.suggestions import Suggestion
from indicators.ui import evidence, load, plots, quote_card, saving, table
from indicators.ui.check import desk
from indicators.ui.components.document import mode
from indicators.ui.markup import escape, quoted
from indicators.ui.notes import Note, note
from indicators.ui.state import State

KEY = "check_chart"
HEIGHT = 230  # pixels; the list follows below it


def draw(here: State, finding: Finding, read: Reading, suggestion: Suggestion | None) -> None:
    """The facts, the suggestion to copy, and the series with the quoted point on it."""
    lang, library = here.lang, load.library()
    said = note(finding, library, lang)
    with st.container(horizontal=True, key="check_head"):
        st.html(_head(lang, said))
        st.button(text(lang, "check.close"), key="check_close", on_click=_close, type="tertiary")
    st.html(_facts(lang, finding, said) + _why(said))
    if suggestion:
        _suggest(lang, finding, read, suggestion)
    _chart(lang, finding, read)


def _close() -> None:
    desk.current().select(None)


def _head(lang: Lang, said: Note) -> str:
    return (
        f'<h2 class="figure" data-verdict="{said.verdict}"><span class="verdict">'
        f"{quote_card.icon(said.verdict)} {escape(said.word)}</span> "
        f"{escape(said.indicator.name[lang])}</h2>"
    )


def _facts(lang: Lang, finding: Finding, said: Note) -> str:
    """As quoted, as understood, what is official with its source, the difference."""
    quantity = finding.quote.quantity
    unit = unit_of(finding.quote, load.library())
    read_as = f"{units.text(quantity.value, unit, lang)} · {said.about}"
    pairs = [("quoted", quoted(quantity.surface)), ("read_as", escape(read_as))]
    official = finding.verdict.reference
    if official:
        source = load.library().sources[official.source]
        title = escape(table.source_title(source, lang))
        when = escape(periods.text(official.as_of, lang))
        address = escape(source.url or "")
        place = f'<a href="{address}" rel="noopener">{title}</a>' if address else title
        pairs.append(("official", f"{quoted(official.printed)} · {when} · {place}"))
    if finding.verdict.difference and unit not in ("index", "times") and not _holds(finding):
        size = units.difference(finding.verdict.difference, unit, lang)
        pairs.append(("difference", escape(size)))
    rows = "".join(
        f"<div><dt>{escape(text(lang, f'check.{name}'))}</dt><dd>{words}</dd></div>"
        for name, words in pairs
    )
    return f'<dl class="compared">{rows}</dl>'


def _holds(finding: Finding) -> bool:
    """Whether what is left of a difference lies below the printed precision."""
    return finding.verdict.kind.agrees


def _why(said: Note) -> str:
    words = [said.reason, said.inconsistent, said.uncertain]
    return "".join(f'<p class="why">{escape(one)}</p>' for one in words if one)


def _suggest(lang: Lang, finding: Finding, read: Reading, suggestion: Suggestion) -> None:
    source = load.library().sources.get(suggestion.source)
    title = table.source_title(source, lang) if source else ""
    label = text(lang, f"check.suggest_{suggestion.kind}", source=title)
    st.html(f'<p class="label">{escape(label)}</p>')
    sentence = suggestions.corrected(read.clean.text, finding.quote.sentence, suggestion)
    st.code(sentence, language=None, wrap_lines=True)


def _chart(lang: Lang, finding: Finding, read: Reading) -> None:
    spec = _specification(lang, finding, read)
    if spec is None:
        return
    figure = choice.draw(spec)
    figure.update_layout(height=HEIGHT)
    plots.show(once(figure), KEY, words.describe(spec), _clicked)
    points = [point for line in spec.lines for point in line.points]
    source = saving.sources(points, load.library(), lang)
    st.html(saving.buttons(KEY, spec.indicator.name[lang], lang, source))


def _clicked() -> None:
    """A click on a marker selects its figure in the text and the list too."""
    for claim in plots.clicked(KEY)[:1]:
        desk.current().select(claim)


def _specification(lang: Lang, finding: Finding, read: Reading) -> Chart | None:
    """The series the words claim, with all figures of the text that speak of it."""
    library = load.library()
    indicator = library.indicators[finding.quote.indicator]
    wanted = _wanted(finding, indicator)
    found = lines_of(library, indicator.id)
    lines = [line for line in found if line.key in wanted]
    if not lines:
        return None
    own = text(lang, "check.this_text")
    same = [one for one in read.findings if one.quote.indicator == indicator.id]
    marks = [
        mark
        for one in same
        if evidence.series_of(one, indicator) in wanted
        and (mark := evidence.mark(one, indicator, own, lang)) is not None
    ]
    names = _names(lines, indicator, lang)
    return Chart(indicator, lines, names, marks, lang, mode(), "level", finding.claim)


def _wanted(finding: Finding, indicator: Indicator) -> set[Key]:
    """The line of what is claimed, and the one the figure was held against or belongs to."""
    reference = finding.verdict.reference
    keys = {evidence.series_of(finding, indicator)}
    return keys | {key(reference)} if reference and reference.indicator == indicator.id else keys


def _names(lines: Sequence[Line], indicator: Indicator, lang: Lang) -> Mapping[Key, str]:
    keys = [line.key for line in lines]
    return line_names(keys, indicator, load.library().places, lang)

"""The story of a pair of rates that were shares: told in words and in one picture."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import periods
from indicators.checks.official import Key as SeriesKey
from indicators.figures import words
from indicators.figures.lines import Key, Line, lines_of
from indicators.figures.still import still
from indicators.figures.story import Pair, story_figure, within
from indicators.library import Library
from indicators.reading import Finding
from indicators.strings import Lang, text
from indicators.ui import evidence, load, plots, saving, state
from indicators.ui.components.document import mode
from indicators.ui.load import Citation
from indicators.ui.markup import escape, link
from indicators.ui.subject import Topic

RULE = "mislabelled_average"  # and mislabelled_average_of


def draw(topic: Topic, above: str) -> str:
    """Draw the story of each text whose urban and rural rates are means of shares; takes and gives
    back HTML as ``plots.show`` says."""
    told = [c for c in load.citations().values() if _is_mean_of_shares(c.finding)]
    for slug in dict.fromkeys(citation.slug for citation in told):
        found = [citation for citation in told if citation.slug == slug]
        pairs = [_pair(citation, topic.library) for citation in found]
        if {pair.area for pair in pairs} == {"urban", "rural"}:
            _tell(topic, found, sorted(pairs, key=lambda pair: pair.area, reverse=True), above)
            above = ""
    return above


def _is_mean_of_shares(finding: Finding) -> bool:
    return finding.verdict.reason.rule.startswith(RULE)


def _pair(citation: Citation, library: Library) -> Pair:
    finding = citation.finding
    facts, quote = finding.verdict.reason.facts, finding.quote
    true = SeriesKey.parse(str(facts["true_series"]))
    line = _line(library, true.indicator, true.area)
    surveys = surveys_of(
        line, str(facts["first_as_of"]), str(facts["last_as_of"]), facts["surveys"]
    )
    return Pair(
        claim=finding.claim,
        area=quote.area,
        quoted=quote.quantity.value,
        mean=float(facts["mean"]),
        claimed=_line(library, quote.indicator, quote.area),
        true=line,
        surveys=surveys.points,
    )


def surveys_of(line: Line, first: str, last: str, number: object) -> Line:
    """The surveys a mean is of: all from first to last, or only year ends and the last one."""
    within = [point for point in line.points if first <= point.as_of <= last]
    if len(within) != number:
        within = [p for p in within if p.as_of.endswith("-12") or p.as_of == last]
    return Line(line.key, tuple(within))


def _line(library: Library, indicator: str, area: str) -> Line:
    wanted = Key(indicator, "CN", area, "", library.indicators[indicator].default_scope)
    lines = {line.key: line for line in lines_of(library, indicator)}
    return lines.get(wanted, Line(wanted, ()))


def _tell(topic: Topic, found: Sequence[Citation], pairs: Sequence[Pair], above: str) -> None:
    lang = topic.here.lang
    heading = text(
        lang, "story.title", urban=_percent(pairs, "urban"), rural=_percent(pairs, "rural")
    )
    st.html(f'{above}<h2 id="story">{escape(heading)}</h2>')
    left, right = st.columns([3, 2], gap="large")
    with left:
        figure = still(story_figure, pairs, lang, mode())
        plots.show(figure, f"story_{found[0].slug}", described(pairs, lang))
        points = [point for pair in pairs for point in pair.true.points]
        source = saving.sources(points, topic.library, lang)
        st.html(saving.buttons(f"story_{found[0].slug}", heading, lang, source))
    with right:
        shares = state.href(topic.slug, lang, id=pairs[0].true.key.indicator)
        parts = [escape(said) for said in told(topic.library, found, pairs, lang)]
        parts.append(link(shares, text(lang, "story.shares")))
        st.html("".join(f"<p>{part}</p>" for part in parts))


def described(pairs: Sequence[Pair], lang: Lang) -> str:
    """The picture in words: both series of each area over the surveys, and what was quoted."""
    lines = []
    for pair in pairs:
        first, last = pair.surveys[0].as_of, pair.surveys[-1].as_of
        drawn = {
            "claimed": within(pair.claimed, first, last),
            "true": Line(pair.true.key, pair.surveys),
        }
        lines += [
            words.told(line, text(lang, f"story.{role}_{pair.area}"), "{:g}%".format, lang)
            for role, line in drawn.items()
            if line.points
        ]
    return text(
        lang,
        "story.alt",
        urban=_percent(pairs, "urban"),
        rural=_percent(pairs, "rural"),
        lines=text(lang, "chart.alt_next").join(lines),
    )


def told(
    library: Library, found: Sequence[Citation], pairs: Sequence[Pair], lang: Lang
) -> tuple[str, ...]:
    """The story in sentences; every number in it is read or computed, none is written here."""
    urban, rural = (next(p for p in pairs if p.area == area) for area in ("urban", "rural"))
    first, last = urban.surveys[0].as_of, urban.surveys[-1].as_of
    meanwhile = [p.value for p in urban.claimed.points if first <= p.as_of <= last]
    return (
        text(
            lang,
            "story.quoted",
            title=evidence.full_title(library, found[0].slug, lang),
            urban=_percent(pairs, "urban"),
            rural=_percent(pairs, "rural"),
            sum=f"{urban.quoted + rural.quoted:g}%",
        ),
        text(
            lang,
            "story.truth",
            number=len(urban.surveys),
            surveys=text(lang, "story.and").join(
                periods.text(point.as_of, lang) for point in urban.surveys
            ),
            urban=f"{urban.mean:.2f}%",
            rural=f"{rural.mean:.2f}%",
        ),
        *(
            [
                text(
                    lang,
                    "story.meanwhile",
                    lowest=f"{min(meanwhile):g}%",
                    highest=f"{max(meanwhile):g}%",
                )
            ]
            if meanwhile
            else []
        ),
    )


def _percent(pairs: Sequence[Pair], area: str) -> str:
    return f"{next(pair.quoted for pair in pairs if pair.area == area):g}%"

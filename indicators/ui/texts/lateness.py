"""Who cites what, how late: the lag of every quote behind its figure, as a chart and a table."""

from __future__ import annotations

from functools import cache, partial
from statistics import median_low

from indicators import periods
from indicators.figures.lateness import Dot, Row, draw_lateness
from indicators.lags import Lag, lag
from indicators.strings import Lang, text
from indicators.ui import load, state
from indicators.ui.load import Citation
from indicators.ui.markup import Cell, table
from indicators.ui.notes import note
from indicators.ui.texts import charts
from indicators.ui.texts.charts import Section


def draw(lang: Lang, above: str) -> str:
    """Draw the section of the page; nothing where no quote has a date."""
    section = _section(load.root(), lang)
    return (
        charts.draw(section, draw_lateness, lang, partial(_address, lang=lang), above)
        if section
        else above
    )


@cache
def _section(root: str, lang: Lang) -> Section | None:  # noqa: ARG001 - the cache's key
    citations = tuple(load.citations().values())
    lags = {claim: found for claim in load.citations() if (found := lag_of(claim)) is not None}
    if not lags:
        return None
    said = answer(lang, list(lags.values()))
    alt = text(lang, "lateness.alt", quotes=len(lags), answer=said)
    table = table_html(lang, citations, lags)
    return Section("lateness", said, _rows(lang, lags), alt, table, notes(lang, lags))


def lag_of(claim: str) -> Lag | None:
    """How late a quote of the library is; None where the text names no month for the figure.

    A month inferred from the text's own date would tell nothing of how late it is.
    """
    citation = load.citations()[claim]
    month = citation.finding.quote.as_of
    if month is None:
        return None
    published = load.library().documents[citation.slug].published
    return lag(month, published, _quoted(citation.slug))


def _quoted(slug: str) -> list[str]:
    findings = load.readings()[slug].findings
    return [month for one in findings if (month := one.quote.as_of)]


def answer(lang: Lang, lags: list[Lag]) -> str:
    """The middle lag of those that are known, and how many are not."""
    known = [one.least for one in lags if one.exact]
    open_ = sum(one.most is None for one in lags)
    parts = []
    if known:
        middle = span(lang, median_low(known))
        parts.append(text(lang, "lateness.lead", count=len(known), middle=middle))
    if open_:
        parts.append(text(lang, "lateness.open", count=open_))
    return "".join(parts) if lang == "zh" else " ".join(parts)


def notes(lang: Lang, lags: dict[str, Lag]) -> list[str]:
    """How the chart is to be read, and which quotes it leaves out."""
    left_out = len(load.citations()) - len(lags)
    said = [text(lang, "lateness.note")]
    return said + ([text(lang, "lateness.undated", count=left_out)] if left_out else [])


def _rows(lang: Lang, lags: dict[str, Lag]) -> list[Row]:
    found = []
    for slug in load.library().documents:
        own = [load.citations()[claim] for claim in lags if load.citations()[claim].slug == slug]
        dots = tuple(_dot(lang, one, lags[one.finding.claim]) for one in own)
        if dots:
            found.append(Row(f"{charts.who(slug, lang)} · {_dated(lang, slug)}", dots))
    return found


def _dated(lang: Lang, slug: str) -> str:
    published = load.library().documents[slug].published
    if published:
        return periods.text(published[:7], lang)
    last = periods.text(max(_quoted(slug)), lang)
    return text(lang, "lateness.not_before", when=last)


def _dot(lang: Lang, citation: Citation, late: Lag) -> Dot:
    said = note(citation.finding, load.library(), lang)
    words = " · ".join((said.word, said.surface, said.about, words_of(lang, late)))
    return Dot(said.claim, late, said.verdict, words)


def words_of(lang: Lang, late: Lag) -> str:
    """晚6年1个月, 至少晚…, 晚…至…."""
    least = span(lang, late.least)
    if late.most is None and late.least <= 0:
        return text(lang, "lateness.unknown")
    if late.most is None:
        return text(lang, "lateness.at_least", span=least)
    if late.exact:
        return text(lang, "lateness.exact", span=least)
    return text(lang, "lateness.between", least=least, most=span(lang, late.most))


def span(lang: Lang, months: int) -> str:
    """So many months in years and months."""
    years, rest = divmod(abs(months), 12)
    key = "both" if years and rest else "years" if years else "months"
    words = text(lang, f"lateness.{key}", years=years, months=rest)
    return text(lang, "lateness.before", span=words) if months < 0 else words


def table_html(lang: Lang, citations: tuple[Citation, ...], lags: dict[str, Lag]) -> str:
    """Every quote with its month, its text and its lag; the figure opens its place."""
    columns = [
        text(lang, f"lateness.{key}") for key in ("figure", "about", "verdict", "text", "lag")
    ]
    rows = [_row(lang, one, lags.get(one.finding.claim)) for one in citations]
    return table(text(lang, "lateness.title"), columns, rows)


def _row(lang: Lang, citation: Citation, late: Lag | None) -> list[Cell]:
    said = note(citation.finding, load.library(), lang)
    return [
        Cell(said.surface, href=_address(said.claim, "", lang)),
        Cell(said.about),
        Cell(said.word),
        Cell(charts.who(citation.slug, lang)),
        Cell(words_of(lang, late) if late else "—"),
    ]


def _address(claim: str, _: str, lang: Lang) -> str:
    slug = load.citations()[claim].slug
    return state.href("texts", lang, doc=slug, c=claim)

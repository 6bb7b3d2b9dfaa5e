"""How often indicators are quoted, how the quotes were judged, and how late they come."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.corpus.asking import Corpus, Filter
from indicators.lags import Lag, lag

_QUOTED = """
    SELECT indicator, as_of, verdict, count(*) FROM quotes
    GROUP BY ALL ORDER BY ALL
"""
_NUMBER = "SELECT count(*) FROM quotes WHERE {condition}"
# Which text a quote stands in is told by its place: the quotes come in the order of their texts,
# and each text says how many are its own. To match a million ids takes three times as long.
_DELAYS = """
    WITH dates AS (SELECT published, unnest(range(quotes)) FROM texts)
    SELECT as_of, published, verdict, count(*)
    FROM quotes POSITIONAL JOIN dates
    WHERE as_of IS NOT NULL AND published IS NOT NULL AND {condition}
    GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Count:
    """So many quotes of an indicator as of a month (YYYY-MM, None where no month is known) that
    got one verdict."""

    indicator: str
    as_of: str | None
    verdict: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Delay:
    """So many quotes of one verdict in texts that came out so long after the figure's month."""

    lag: Lag
    verdict: str
    quotes: int


def quoted(corpus: Corpus) -> tuple[Count, ...]:
    """All quotes, counted; every share and every total is a sum of these."""
    return tuple(Count(*row) for row in corpus.ask(_QUOTED, {}))


def number(corpus: Corpus, narrowed: Filter) -> int:
    """How many quotes pass a filter."""
    condition, facts = narrowed.clause()
    ((found,),) = corpus.ask(_NUMBER.format(condition=condition), facts)
    return int(found)


def delays(corpus: Corpus, narrowed: Filter) -> tuple[Delay, ...]:
    """The quotes of a month in texts of a month, counted by how late they are."""
    condition, facts = narrowed.clause()
    found = corpus.ask(_DELAYS.format(condition=condition), facts)
    return tuple(
        Delay(lag(as_of, published, ()), verdict, quotes)
        for as_of, published, verdict, quotes in found
    )

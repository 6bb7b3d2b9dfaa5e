"""The figures that do not hold and are quoted most often."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.checks import VerdictKind
from indicators.corpus.asking import Corpus, Filter

# The verdicts of a figure that is not what the text says it is; an outdated one was true.
ERRORS = (
    VerdictKind.WRONG_DATE,
    VerdictKind.MISLABELLED,
    VerdictKind.UNIT_ERROR,
    VerdictKind.WRONG,
)
_KEY = "indicator, kind, geo, area, as_of, value, unit, verdict"
_QUESTION = f"""
    SELECT {_KEY}, min(reference.value), count(*) AS quotes
    FROM quotes
    WHERE list_contains($errors, verdict) AND {{condition}}
    GROUP BY ALL ORDER BY quotes DESC, {_KEY} LIMIT $most
"""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A figure that is quoted ``quotes`` times and does not hold.

    ``value`` and ``official`` are in base units; ``official`` is None where no figure was found
    to compare, ``as_of`` where no month is known.
    """

    indicator: str
    kind: str
    geo: str
    area: str
    as_of: str | None
    value: float
    unit: str
    verdict: str
    official: float | None
    quotes: int


def repeated(corpus: Corpus, narrowed: Filter, most: int) -> tuple[Repeated, ...]:
    """At most so many of them, the most frequent first."""
    condition, facts = narrowed.clause()
    facts |= {"errors": [str(kind) for kind in ERRORS], "most": most}
    return tuple(Repeated(*row) for row in corpus.ask(_QUESTION.format(condition=condition), facts))

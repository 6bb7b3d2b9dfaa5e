"""How the results of a bulk check are asked: one question, one cursor, one sentence if it fails."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from indicators.errors import InputError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Corpus:
    """The results of a bulk check, open for questions from any thread.

    ``lang`` is that of the reasons in it, ``data`` the version of the figures it was checked
    against, ``texts`` the number of its texts. Views: ``quotes`` and ``texts``, each with the
    ``filename`` a row stands in.
    """

    connection: duckdb.DuckDBPyConnection
    lang: str
    data: str
    texts: int = 0

    def ask(self, question: str, facts: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """The rows that answer; ``$name`` in the question stands for a fact.

        Raises InputError where a file cannot be read or the answer outgrows the memory.
        """
        return ask(self.connection, question, facts)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which quotes are asked for; None asks for all. ``first`` to ``last`` are months (YYYY-MM)
    the figures are of, ``value`` is in base units."""

    indicator: str | None = None
    first: str | None = None
    last: str | None = None
    verdict: str | None = None
    value: float | None = None

    def clause(self) -> tuple[str, dict[str, object]]:
        """The condition in SQL, and the facts it names."""
        conditions = {
            "indicator": "indicator = $indicator",
            "first": "as_of >= $first",
            "last": "as_of <= $last",
            "verdict": "verdict = $verdict",
            "value": "value = $value",
        }
        facts = {name: value for name in conditions if (value := getattr(self, name)) is not None}
        return " AND ".join(conditions[name] for name in facts) or "true", facts


def ask(
    connection: duckdb.DuckDBPyConnection, question: str, facts: Mapping[str, object]
) -> list[tuple[Any, ...]]:
    """The same of a connection; a cursor of its own lets threads ask at the same time."""
    cursor = connection.cursor()
    try:
        return cursor.execute(question, dict(facts)).fetchall()
    except duckdb.OutOfMemoryException:
        raise InputError("corpus_memory") from None
    except (duckdb.Error, OSError, UnicodeDecodeError) as error:
        # The reason names paths of this machine: it is for the operator alone.
        _LOG.warning("corpus: %s", error)
        raise InputError("corpus_damaged") from None
    finally:
        cursor.close()

"""``search``: the sentences of the library, or of an index in a folder, that a query finds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from indicators import library, report, search
from indicators.cli import inputs
from indicators.columns import aligned
from indicators.errors import InputError
from indicators.library import Library
from indicators.search import Answer, Hit
from indicators.strings import text

KEYS = ("doc", "s", "text", "marks", "score", "indicators", "years", "themes")
_ROOM = 24  # characters shown before the first word found, and thrice as many after it


def run(options: argparse.Namespace) -> int:
    """Print the sentences found, the best first; 2 where the query or a name cannot be used."""
    data = library.default()
    if fault := _fault(options, data):
        inputs.complain(options.lang, *fault)
        return inputs.FAILED
    try:
        query = search.parse(options.query, search.Synonyms(data.indicators.values()))
        index = search.opened(options.index) if options.index else search.of_library(data)
    except InputError as error:
        why = text(options.lang, f"input.{error.code}", **error.facts)
        inputs.complain(options.lang, options.query[:40] or "QUERY", why)
        return inputs.FAILED
    filters = search.Filters(
        options.doc, options.theme, options.indicator, search.years(options.years)
    )
    answer = search.find(index, query, filters, options.limit)
    sys.stdout.write(_FORMATS[options.format](answer))
    if not answer.total:
        inputs.complain(options.lang, options.query[:40], _nothing(answer, options))
    return 0


def _fault(options: argparse.Namespace, data: Library) -> tuple[str, str] | None:
    """What the options name in vain, and what they may name."""
    # An index made elsewhere has names of its own.
    named = (
        ()
        if options.index
        else (
            (options.doc, data.documents, "cli.unknown_text"),
            (options.indicator, data.indicators, "cli.unknown_indicator"),
            (options.theme, data.themes, "cli.unknown_theme"),
        )
    )
    for value, known, key in named:
        if value and value not in known:
            return value, text(options.lang, key, known=" ".join(known))
    if options.years and not search.years(options.years):
        return options.years, text(options.lang, "cli.not_years")
    return None


def _nothing(answer: Answer, options: argparse.Namespace) -> str:
    """Which parts of the query no sentence has."""
    if not answer.missing:
        return text(options.lang, "search.apart")
    words = text(options.lang, "search.joint").join(answer.missing)
    return text(options.lang, "search.missing", words=words)


def _records(answer: Answer) -> Iterator[dict[str, object]]:
    for hit in answer.hits:
        passage = hit.passage
        yield {
            "doc": passage.doc,
            "s": passage.s,
            "text": passage.text,
            "marks": [list(span) for span in hit.spans],
            "score": round(hit.score, 3),
            "indicators": list(passage.indicators),
            "years": list(passage.years),
            "themes": list(passage.themes),
        }


def _jsonl(answer: Answer) -> str:
    return report.jsonl_text(_records(answer))


def _csv(answer: Answer) -> str:
    rows = list(_records(answer))
    for row, hit in zip(rows, answer.hits, strict=True):
        row["marks"] = [f"{start}-{end}" for start, end in hit.spans]
    return report.csv_text(rows, KEYS)


def _table(answer: Answer) -> str:
    return aligned([[hit.passage.doc, str(hit.passage.s), excerpt(hit)] for hit in answer.hits])


def excerpt(hit: Hit) -> str:
    """The sentence on one line, cut around the first word found, the words found in 【】."""
    words, spans = hit.passage.text, hit.spans or ((0, 0),)
    start = max(0, spans[0][0] - _ROOM)
    end = min(len(words), spans[0][1] + 3 * _ROOM)
    out, position = "…" if start else "", start
    for first, last in spans:
        if last > first and last <= end:
            out += f"{words[position:first]}【{words[first:last]}】"
            position = last
    return (out + words[position:end] + ("…" if end < len(words) else "")).replace("\n", " ")


_FORMATS = {"jsonl": _jsonl, "csv": _csv, "table": _table}

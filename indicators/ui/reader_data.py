"""The reader's model as plain data for the browser: short lists, each sentence written once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from indicators.reading import Reading
from indicators.strings import Lang, has, text
from indicators.theme import verdict_look
from indicators.ui import state
from indicators.ui.notes import Note
from indicators.ui.reader import (
    Paragraph,
    Run,
    clean_span,
    excerpt,
    paragraph_at,
    paragraphs,
)
from indicators.ui.repairs import Group, RepairList, summarise

Data = Mapping[str, Any]


def reader_data(
    lang: Lang, slug: str, reading: Reading, notes: Sequence[Note], elsewhere: bool = True
) -> Data:
    """Everything the browser needs to draw a text; what a visitor chose is added by the caller.

    A figure leads to its indicator's page and is listed beside the text; not ``elsewhere``, it is
    a button that selects it, and the list is the caller's.
    """
    rows = paragraphs(reading)
    repairs = summarise(reading.clean)
    return {
        "drawn": f"{slug}-{lang}",
        "lang": text(lang, "app.tag"),
        "rows": [_row(row) for row in rows],
        "order": [note.claim for note in notes] if elsewhere else [],
        "quotes": {note.claim: _quote(lang, note, elsewhere) for note in notes},
        "outline": [[at, row.depth, row.title] for at, row in enumerate(rows) if row.depth],
        "repairs": {
            "doubtful": _doubtful(reading, repairs, rows),
            "groups": [_group(lang, group) for group in repairs.groups],
        },
        "words": _words(lang, rows, repairs, len(notes)),
    }


def _row(row: Paragraph) -> Data:
    told = groupby(row.clean, key=lambda run: run.sentence)
    clean = [[sentence, [*map(_run, runs)]] for sentence, runs in told]
    return {"level": row.level, "clean": clean, "raw": [*map(_run, row.raw)]}


def _run(run: Run) -> str | list[Any]:
    if not (run.claims or run.doubtful or run.hidden_lines):
        return run.text
    return [run.text, run.claims, run.doubtful, run.hidden_lines]


def _quote(lang: Lang, note: Note, elsewhere: bool) -> Data:
    page = note.page if elsewhere else None
    target = {"id": note.indicator.id, "c": note.claim}
    return {
        "verdict": note.verdict,
        "icon": verdict_look(note.verdict).path,
        "word": note.word,
        "surface": note.surface,
        "name": note.indicator.name[lang],
        "about": note.about,
        "reason": note.reason,
        "reference": note.reference,
        "inconsistent": note.inconsistent,
        "uncertain": note.uncertain,
        "pick": not elsewhere,
        "href": state.href(page.slug, lang, **target) if page else None,
        "link": text(lang, "reader.open", name=note.indicator.short[lang]),
    }


def _doubtful(reading: Reading, repairs: RepairList, rows: Sequence[Paragraph]) -> list[Any]:
    """Before, after, the words around, and the paragraph they stand in."""
    found = []
    for repair in repairs.doubtful:
        start, end = clean_span(reading.clean, repair.start, repair.end)
        around = excerpt(reading.clean.text, start, end, room=12)
        found.append([repair.before, repair.after, *around, paragraph_at(rows, start)])
    return found


def _group(lang: Lang, group: Group) -> list[Any]:
    heading = text(
        lang,
        "repair.group",
        kind=kind_name(lang, group.kind),
        count=f"{group.count:,}",
        different=len(group.changes),
    )
    return [heading, [[change.before, change.after, change.count] for change in group.changes]]


def kind_name(lang: Lang, kind: str) -> str:
    """What a kind of damage is called; one that has no name yet is another kind."""
    key = f"repair.kind.{kind}"
    return text(lang, key if has(lang, key) else "repair.kind.other")


def _words(lang: Lang, rows: Sequence[Paragraph], repairs: RepairList, quotes: int) -> Data:
    return {
        "clean": text(lang, "reader.clean"),
        "raw": text(lang, "reader.raw"),
        "views": text(lang, "reader.views"),
        "aside": text(lang, "reader.aside"),
        "outline": text(lang, "reader.outline"),
        "quotes": text(lang, "reader.quotes", count=quotes),
        "doubtful": text(lang, "reader.doubtful"),
        "hidden": {
            str(n): text(lang, "reader.hidden", count=n)
            for row in rows
            for run in row.raw
            if (n := run.hidden_lines)
        },
        "repairs": text(lang, "repair.title"),
        "repaired": repaired(lang, repairs),
        "unsure": text(lang, "repair.doubtful", count=len(repairs.doubtful)),
        "unsure_note": text(lang, "repair.doubtful_note"),
        "nothing": text(lang, "repair.nothing"),
    }


def repaired(lang: Lang, repairs: RepairList) -> str:
    """The sentence that sums up what was done to a text."""
    if not repairs.total and not repairs.hidden:
        return text(lang, "repair.none")
    counts = {"repairs": repairs.total, "unsure": len(repairs.doubtful), "hidden": repairs.hidden}
    parts = (text(lang, f"repair.{k}", count=f"{n:,}") for k, n in counts.items() if n)
    return text(lang, "repair.joint").join(parts) + text(lang, "repair.stop")

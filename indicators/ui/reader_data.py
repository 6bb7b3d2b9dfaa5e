"""The reader's model as plain data for the browser: short lists, each sentence written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from indicators import outline
from indicators.checks import VerdictKind
from indicators.outline import Heading, Outline
from indicators.reading import Reading
from indicators.strings import Lang, has, text
from indicators.theme import verdict_look
from indicators.ui import state
from indicators.ui.notes import Note
from indicators.ui.reader import (
    Paragraph,
    clean_span,
    excerpt,
    excerpts,
    paragraph_at,
    paragraphs,
)
from indicators.ui.repairs import Group, RepairList, summarise
from indicators.ui.runs import Run

Data = Mapping[str, Any]


def reader_data(
    lang: Lang,
    slug: str,
    reading: Reading,
    notes: Sequence[Note],
    elsewhere: bool = True,
    whole: bool = True,
) -> Data:
    """Everything the browser needs to draw a text; what a visitor chose is added by the caller.

    A figure leads to its indicator's page and is listed beside the text; not ``elsewhere``, it is
    a button that selects it, and the list is the caller's. Not ``whole``, only what quotes figures
    is shown.
    """
    found = outline.find(reading.clean.text)
    every = paragraphs(reading, found.headings)
    rows = every if whole else excerpts(every)
    repairs = summarise(reading.clean)
    return {
        "drawn": f"{slug}-{lang}",
        "lang": text(lang, "app.tag"),
        "rows": [_row(row) for row in rows],
        "order": [note.claim for note in notes] if elsewhere else [],
        "filters": _filters(lang, slug, notes) if elsewhere else [],
        "quotes": {note.claim: _quote(lang, note, elsewhere) for note in notes},
        "outline": [
            _heading(lang, slug, reading, heading, elsewhere) for heading in found.headings
        ],
        "repairs": {
            "doubtful": _doubtful(reading, repairs, rows),
            "groups": [_group(lang, group) for group in repairs.groups],
        },
        "words": {
            **_words(lang, rows, repairs, len(notes)),
            "outline_note": outline_note(lang, found),
        },
    }


def _heading(lang: Lang, slug: str, reading: Reading, heading: Heading, elsewhere: bool) -> Any:
    """Level, words, and the address of the sentence it stands in, where it has one."""
    sentence = reading.sentence_at(heading.start)
    address = state.href("texts", lang, doc=slug, s=str(sentence)) if elsewhere else None
    return [heading.level, heading.title, address]


def _filters(lang: Lang, slug: str, notes: Sequence[Note]) -> list[Any]:
    """The verdicts of a text's quotes, each with its words and its address; all of them first."""
    counts = Counter(note.verdict for note in notes)
    if len(counts) < 2:
        return []
    words = {"": text(lang, "reader.all", count=len(notes))} | {
        kind: f"{text(lang, f'verdict.{kind}')} {counts[kind]}"
        for kind in VerdictKind
        if counts[kind]
    }
    return [
        [kind, said, state.href("texts", lang, doc=slug, verdict=kind or None)]
        for kind, said in words.items()
    ]


def outline_note(lang: Lang, found: Outline) -> str:
    """What is to be said of an outline: that there is none, or which numbers were lost."""
    if not found.headings:
        return text(lang, "reader.outline_none")
    lost = text(lang, "reader.listing").join(found.lost)
    return text(lang, "reader.outline_lost", numbers=lost) if lost else ""


def _row(row: Paragraph) -> Data:
    told = groupby(row.clean, key=lambda run: run.sentence)
    clean = [[sentence, _parts(runs)] for sentence, runs in told]
    return {"level": row.level, "clean": clean, "raw": [*map(_run, row.raw)]}


def _parts(runs: Iterable[Run]) -> list[Any]:
    """A sentence in its parts: the number of the heading they belong to, or 0, and their runs."""
    by_heading = groupby(runs, key=lambda run: run.heading)
    return [[heading, [*map(_run, inside)]] for heading, inside in by_heading]


def _run(run: Run) -> str | list[Any]:
    if not (run.claims or run.doubtful or run.hidden_lines):
        return run.text
    return [run.text, run.claims, run.doubtful, run.hidden_lines]


def _quote(lang: Lang, note: Note, elsewhere: bool) -> Data:
    shown = {
        "verdict": note.verdict,
        "icon": verdict_look(note.verdict).path,
        "word": note.word,
        "name": note.indicator.name[lang],
        "pick": not elsewhere,
    }
    return {**shown, **_told(lang, note)} if elsewhere else shown


def _told(lang: Lang, note: Note) -> Data:
    """What the list beside the text says of a figure, and where it leads."""
    page = note.page
    target = {"id": note.indicator.id, "c": note.claim}
    return {
        "surface": note.surface,
        "about": note.about,
        "reason": note.reason,
        "reference": note.reference,
        "inconsistent": note.inconsistent,
        "uncertain": note.uncertain,
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

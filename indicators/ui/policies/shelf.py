"""What the policies page draws from: where the texts name policies, places and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from indicators import citing, localities
from indicators.library import Library
from indicators.mentions import Mention, joined
from indicators.reading import Reading
from indicators.ui import load

MOST = 32  # views of a part of the page that are kept, of some 20 kB
Found = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text that names ``key``: clean offsets and the sentence, counted from 1."""

    key: str
    slug: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sentences that name each thing, in the order of texts; all in one made once a process.

    ``cited`` is by policy, ``unlisted`` by the name of a document that is not in our list,
    ``places`` by the code of a province or country, ``bodies`` by the body's Chinese name.
    ``names`` holds the names, of cities too, that a place was called by.
    """

    cited: Found
    unlisted: Found
    places: Found
    bodies: Found
    names: Mapping[str, tuple[str, ...]]


def shelf() -> Shelf:
    """What the library's texts name, found once per process."""
    return _shelf(load.root())


@st.cache_resource(show_spinner=False)
def _shelf(root: str) -> Shelf:  # noqa: ARG001 - the cache's key
    return of(load.library(), load.readings())


def of(library: Library, readings: Mapping[str, Reading]) -> Shelf:
    """What these readings name."""
    found = {
        slug: localities.find(read.clean.text, read.sentences, library.gazetteer)
        for slug, read in readings.items()
    }
    named = [(slug, one) for slug, several in found.items() for one in several]
    places = [(slug, one) for slug, one in named if one.entry.place]
    names: dict[str, dict[str, None]] = {}
    for _, one in places:
        names.setdefault(one.entry.place, {})[one.entry.called.zh] = None
    cited, unlisted = _documents(library, readings)
    return Shelf(
        cited=gathered(cited, readings),
        unlisted=gathered(unlisted, readings),
        places=gathered((_hit(one.entry.place, slug, one) for slug, one in places), readings),
        bodies=gathered(
            (_hit(one.entry.called.zh, slug, one) for slug, one in named if not one.entry.place),
            readings,
        ),
        names={place: tuple(called) for place, called in names.items()},
    )


def _documents(
    library: Library, readings: Mapping[str, Reading]
) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    cited: list[Hit] = []
    unlisted: list[Hit] = []
    for slug, read in readings.items():
        text, spans = read.clean.text, read.sentences
        found = citing.find(text, spans, library.policies, read.published)
        cited += [Hit(c.policy, slug, c.sentence, c.start, c.end) for c in found]
        named = citing.unlisted(text, spans, found)
        # 政府的工作报告 and 政府工作报告 are one; the shorter writing stands for both.
        unlisted += [Hit(citing.silenced(n.words), slug, n.sentence, n.start, n.end) for n in named]
    return tuple(cited), tuple(unlisted)


def _hit(key: str, slug: str, one: localities.Mention) -> Hit:
    return Hit(key, slug, one.sentence, one.start, one.end)


def gathered(hits: Iterable[Hit], readings: Mapping[str, Reading]) -> Found:
    """Hits as sentences under their keys: several in one sentence are its several marks."""
    sorted_out: dict[str, dict[tuple[str, int], list[Hit]]] = {}
    for hit in hits:
        at = sorted_out.setdefault(hit.key, {})
        at.setdefault((hit.slug, hit.number), []).append(hit)
    return {key: tuple(_sentences(at, readings)) for key, at in sorted_out.items()}


def _sentences(
    at: Mapping[tuple[str, int], list[Hit]], readings: Mapping[str, Reading]
) -> Iterator[Mention]:
    for (slug, number), hits in at.items():
        read = readings[slug]
        start, end = read.sentences[number - 1]
        marks = joined(tuple((hit.start - start, hit.end - start) for hit in hits))
        yield Mention(slug, number, read.clean.text[start:end], marks)

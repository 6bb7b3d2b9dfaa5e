"""What all pages share: the library and the readings of its texts, made once per process."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from typing import ParamSpec, TypeVar

from indicators import egdi, reading
from indicators import library as data
from indicators.library import Library
from indicators.reading import Finding, Reading

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote in its text: the join of a figure and a sentence."""

    slug: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Known:
    """The names an address may use."""

    ids: frozenset[str]
    geos: frozenset[str]
    docs: frozenset[str]
    claims: frozenset[str]
    sentences: Mapping[str, int]  # how many each text has
    themes: frozenset[str] = frozenset()
    policies: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    peers: frozenset[str] = frozenset()  # countries that China may be compared with


def root() -> str:
    """The folder the data come from: the shipped one, or that of INDICATORS_DATA."""
    return str(os.environ.get("INDICATORS_DATA") or data.DATA)


def library() -> Library:
    """The library, loaded once per process."""
    return data.default()


def kept(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a function of hashable arguments that draws on the library and on nothing else that
    changes: its last ``most`` results are kept, and shared by all visitors. Nothing of a visitor's
    own text may go into it."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=most)
        def once(_shelf: Library, *args: Hashable, **named: Hashable) -> R:
            return function(*args, **named)  # type: ignore[arg-type]

        @wraps(function)
        def keeping(*args: P.args, **named: P.kwargs) -> R:
            return once(library(), *args, **named)  # type: ignore[arg-type]

        return keeping

    return decorate


def readings() -> Mapping[str, Reading]:
    """Every text of the library by its slug, read by the engine once per process."""
    return _readings(root())


def citations() -> Mapping[str, Citation]:
    """Every quote of the library's texts by claim id, in the order of texts and places."""
    return _citations(root())


def known() -> Known:
    """The names an address may use with these data."""
    return _known(root())


@cache
def _readings(root: str) -> Mapping[str, Reading]:  # noqa: ARG001 - the cache's key
    shelf = library()
    return {
        slug: reading.read(document.raw, shelf, document.month)
        for slug, document in shelf.documents.items()
    }


@cache
def _citations(root: str) -> Mapping[str, Citation]:  # noqa: ARG001 - the cache's key
    return {
        finding.claim: Citation(slug, finding)
        for slug, read in readings().items()
        for finding in read.findings
    }


@cache
def _known(root: str) -> Known:  # noqa: ARG001 - the cache's key
    shelf = library()
    return Known(
        ids=frozenset(shelf.indicators),
        geos=frozenset(shelf.places),
        docs=frozenset(shelf.documents),
        claims=frozenset(citations()),
        sentences={slug: len(read.sentences) for slug, read in readings().items()},
        themes=frozenset(shelf.themes),
        policies=frozenset(shelf.policies),
        moves=frozenset(shelf.moves),
        peers=frozenset(o.geo for o in shelf.observations.get(egdi.INDEX, ())) - {"CN"},
    )

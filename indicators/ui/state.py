"""The state of a view, which is its address: read from the query string, written nowhere else.

The query string is the only truth. Widgets show what it says (``show``) and change it when the
visitor changes them (``follow``), so a copied address, a reload and the back button all restore
the same view. Links carry the language, so it is kept across pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from functools import wraps
from types import MappingProxyType
from typing import Any, Concatenate, Literal, ParamSpec, TypeAlias, TypeVar, cast
from urllib.parse import quote_plus

import streamlit as st

from indicators import policies, settings
from indicators.checks import VerdictKind
from indicators.figures.transforms import TRANSFORMS, Transform
from indicators.strings import Lang
from indicators.ui import load, registry

P = ParamSpec("P")
R = TypeVar("R")
View = Literal["chart", "table", "clean", "raw"]  # of a series, of a text
VIEWS: tuple[View, ...] = ("chart", "table", "clean", "raw")
AREAS: tuple[str, ...] = ("total", "urban", "rural")
PARTS: tuple[str, ...] = (
    "dictionary", "sources", "corrections", "rules", "gaps", "use", "about",
)  # fmt: skip
_FORMS = MappingProxyType(
    {
        "t": re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?(\.\.\d{4}(-(0[1-9]|1[0-2]))?)?", re.ASCII),
        "v": re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII),
        "p": re.compile(r"[1-9]\d{0,3}", re.ASCII),
    }
)


@dataclass(frozen=True, slots=True)
class State:
    """What the address says. A parameter that is not given, or not known, has its default."""

    lang: Lang = settings.current().languages[0]
    id: str | None = None  # indicator
    area: str | None = None
    geo: str | None = None
    peers: str | None = None  # countries beside China, their codes joined by commas
    t: str | None = None  # period YYYY[-MM] or range with ".." between
    view: View = "chart"
    tr: Transform = "level"
    c: str | None = None  # claim
    doc: str | None = None
    s: str | None = None  # sentence of doc, from 1
    against: str | None = None  # a second text, compared with doc
    theme: str | None = None
    move: str | None = None  # of the argument of doc
    part: str = PARTS[0]  # of the page of data and method
    policy: str | None = None
    issuer: str | None = None  # of policies, like the two that follow
    kind: str | None = None
    topic: str | None = None
    q: str | None = None
    verdict: str | None = None
    v: str | None = None  # a quoted value, in base units
    p: str | None = None  # page of a list, from 1
    unknown: tuple[tuple[str, str], ...] = ()  # what the address names and we do not have


_DEFAULTS: Mapping[str, object] = {
    field.name: getattr(State(), field.name) for field in fields(State) if field.name != "unknown"
}


Drawing: TypeAlias = Callable[Concatenate[State, P], R]


def parse(params: Mapping[str, str], known: load.Known) -> State:
    """Read query parameters. Names nobody knows are listed in ``unknown``, the rest restored."""
    allowed: Mapping[str, Collection[str]] = {
        "lang": settings.current().languages,
        "id": known.ids,
        "area": AREAS,
        "geo": known.geos,
        "view": VIEWS,
        "tr": TRANSFORMS,
        "c": known.claims,
        "doc": known.docs,
        "s": _numbers(known.sentences.get(params.get("doc", ""), 0)),
        "against": known.docs,
        "theme": known.themes,
        "part": PARTS,
        "policy": known.policies,
        "issuer": policies.ISSUERS,
        "kind": policies.KINDS,
        "topic": policies.THEMES,
        "move": known.moves,
        "verdict": tuple(VerdictKind),
    }
    found: dict[str, Any] = {}
    unknown: list[tuple[str, str]] = []
    for name in query_names():
        value = params.get(name)
        if not value:
            continue
        if name == "peers":
            value = _countries(value, known.peers, unknown)
            found |= {name: value} if value else {}
            continue
        form = _FORMS.get(name)
        fits = form.fullmatch(value) if form else value in allowed.get(name, (value,))
        if fits:
            found[name] = value
        else:
            unknown.append((name, value))
    return State(**found, unknown=tuple(unknown))


def _numbers(last: int) -> Collection[str]:
    return {str(number) for number in range(1, last + 1)}


def _countries(value: str, known: Collection[str], unknown: list[tuple[str, str]]) -> str:
    """Those codes of a list that we have, each once; the others are added to ``unknown``."""
    codes = dict.fromkeys(filter(None, value.split(",")))
    unknown += [("peers", code) for code in codes if code not in known]
    return ",".join(code for code in codes if code in known)


def query(state: State) -> dict[str, str]:
    """The query parameters of a state, defaults left out, always in the same order."""
    return _told({name: getattr(state, name) for name in _DEFAULTS})


def _told(given: Mapping[str, str | None]) -> dict[str, str]:
    told = {name: value for name, value in given.items() if value != _DEFAULTS[name]}
    return {name: cast(str, told[name]) for name in _DEFAULTS if name in told}


def query_names() -> tuple[str, ...]:
    """The names of the query parameters."""
    return tuple(_DEFAULTS)


def current() -> State:
    """The state of this run."""
    return parse(st.query_params.to_dict(), load.known())


def kept(most: int) -> Callable[[Drawing[P, R]], Drawing[P, R]]:
    """Decorate a function of a state that draws on the library: its last ``most`` results are kept
    for all visitors, but not those for a word that one of them has typed."""

    def decorate(function: Drawing[P, R]) -> Drawing[P, R]:
        keeping = load.kept(most)(function)

        @wraps(function)
        def drawing(here: State, /, *args: P.args, **named: P.kwargs) -> R:
            if here.q:
                return function(here, *args, **named)
            return keeping(replace(here, unknown=()), *args, **named)

        return drawing

    return decorate


def go(**changes: str | None) -> None:
    """Change the address of this page, as a callback does: one step for the back button.

    None or an empty text puts a parameter back to its default.
    """
    new = {name: value or _DEFAULTS[name] for name, value in changes.items()}
    st.query_params.from_dict(query(replace(current(), **cast(dict[str, Any], new))))


def show(param: str, value: object, scope: str = "") -> str:
    """The key for a widget that shows ``param``; call it right before drawing the widget."""
    key = f"url_{param}_{scope}"
    st.session_state[key] = value
    return key


def follow(param: str, scope: str = "", clear: tuple[str, ...] = ()) -> None:
    """The callback of such a widget: put its value into the address and ``clear`` others."""
    value = st.session_state[f"url_{param}_{scope}"]
    go(**{param: value}, **dict.fromkeys(clear))


def href(slug: str, lang: Lang, **changes: str | None) -> str:
    """The address of a page, relative to any of our pages, so it works under a base path."""
    path = "" if slug == registry.PAGES[0].slug else slug
    told = _told({"lang": lang, **changes})
    params = "&".join(f"{name}={quote_plus(value)}" for name, value in told.items())
    return f"./{path}" + (f"?{params}" if params else "")

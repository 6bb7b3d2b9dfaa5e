"""Which documents the page shows: filters by issuer, kind, theme and year, kept in the address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

import streamlit as st

from indicators.policies import ISSUERS, KINDS, THEMES, Policy
from indicators.strings import text
from indicators.ui import load, state
from indicators.ui.state import State

SCOPE = "policies"
FILTERS = (("issuer", "issuer"), ("kind", "kind"), ("topic", "theme"))  # parameter, field
VOCABULARIES = MappingProxyType({"issuer": ISSUERS, "kind": KINDS, "theme": THEMES})
WIDTH = 230  # pixels of a filter


def years(known: Iterable[Policy]) -> tuple[int, int]:
    """The first and the last year of the list."""
    every = [policy.year for policy in known] or [0]
    return min(every), max(every)


def asked(here: State, known: Sequence[Policy]) -> tuple[int, int]:
    """The years the address asks for, within those of the list."""
    first, last = years(known)
    if not here.t:
        return first, last
    start, _, end = here.t.partition("..")
    low, high = sorted((int(start[:4]), int((end or start)[:4])))
    return max(first, min(low, last)), min(last, max(high, first))


def shown(here: State, known: Sequence[Policy]) -> tuple[Policy, ...]:
    """The documents that pass every filter, in the order of time."""
    first, last = asked(here, known)
    return tuple(
        policy
        for policy in known
        if first <= policy.year <= last
        and all(getattr(here, param) in (None, getattr(policy, field)) for param, field in FILTERS)
    )


def is_filtered(here: State) -> bool:
    """Whether the address asks for less than all documents."""
    return bool(here.t or here.issuer or here.kind or here.topic)


def address(here: State, **changes: str | None) -> str:
    """The address of this view with some parameters changed; None takes one out."""
    asked: dict[str, str | None] = {**state.query(here), **changes}
    asked.pop("lang", None)
    return state.href("policies", here.lang, **asked)


def draw(here: State, known: Sequence[Policy]) -> None:
    """Draw the filters."""
    with st.container(horizontal=True, key="controls"):
        for param, field in FILTERS:
            _filter(here, param, field, known)
        _years(here, known)


def _filter(here: State, param: str, field: str, known: Sequence[Policy]) -> None:
    lang = here.lang
    present = {getattr(policy, field) for policy in known}
    options = ["", *(value for value in VOCABULARIES[field] if value in present)]
    st.selectbox(
        text(lang, f"policies.{field}"),
        options,
        format_func=lambda v: text(lang, f"policy.{field}.{v}" if v else "policies.all"),
        key=state.show(param, getattr(here, param) or "", SCOPE),
        on_change=state.follow,
        args=(param, SCOPE),
        width=WIDTH,
    )


def _years(here: State, known: Sequence[Policy]) -> None:
    first, last = years(known)
    if first == last:
        return
    st.slider(
        text(here.lang, "policies.years"),
        first,
        last,
        key=state.show("t", asked(here, known), SCOPE),
        on_change=_follow_years,
        width=WIDTH,
    )


def _follow_years() -> None:
    low, high = st.session_state[f"url_t_{SCOPE}"]
    every = years(load.library().policies.values())
    state.go(t=None if (low, high) == every else str(low) if low == high else f"{low}..{high}")

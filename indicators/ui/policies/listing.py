"""The documents as a real table and a file, and the documents beyond the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from indicators.policies import COLUMNS, Policy
from indicators.spreadsheets import csv_bytes
from indicators.strings import LANGS, Lang, text
from indicators.ui import load, state
from indicators.ui.markup import Cell, escape, quoted, table
from indicators.ui.policies import choice
from indicators.ui.policies.sentences import item_html, places_html
from indicators.ui.policies.shelf import MOST, Shelf, shelf
from indicators.ui.state import State


def draw(here: State, shown: Sequence[Policy]) -> None:
    """Draw the table with its download, then what the texts name beyond it."""
    lang = here.lang
    if shown:
        st.html(_table(here))
        st.download_button(
            text(lang, "policies.csv", rows=len(shown)),
            data=partial(file, shown, shelf()),
            file_name="policies.csv",
            mime="text/csv",
            on_click="ignore",
            key="csv_policies",
        )
    if shelf().unlisted:
        st.html(_unlisted(lang))


@state.kept(MOST)
def _table(here: State) -> str:
    lang, shown = here.lang, choice.shown(here, tuple(load.library().policies.values()))
    return (
        f"<h2>{escape(text(lang, 'policies.list'))}</h2>"
        f'<p class="quiet">{escape(text(lang, "policies.list_note"))}</p>'
        f'<div class="policies">{table_html(here, shown, shelf())}</div>'
    )


def table_html(here: State, shown: Sequence[Policy], kept: Shelf) -> str:
    """The documents, the oldest first; a title opens its document."""
    lang = here.lang
    columns = [
        text(lang, f"policies.{name}")
        for name in ("issued", "title", "number", "issuer", "theme", "named", "unconfirmed")
    ]
    rows = [_row(here, policy, kept) for policy in shown]
    return table(text(lang, "policies.caption", count=len(shown)), columns, rows)


def _row(here: State, policy: Policy, kept: Shelf) -> list[Cell]:
    lang = here.lang
    doubts = [text(lang, f"policy.unconfirmed.{fact}") for fact in policy.unconfirmed]
    found = kept.cited.get(policy.id, ())
    return [
        Cell(policy.issued),
        Cell(policy.title[lang], href=choice.address(here, policy=policy.id), wide=True),
        Cell(policy.number or "—", lang="zh-CN" if lang == "en" and policy.number else ""),
        Cell(text(lang, f"policy.issuer.{policy.issuer}")),
        Cell(text(lang, f"policy.theme.{policy.theme}")),
        Cell(str(len(found)) if found else "—", number=True),
        Cell(text(lang, "policies.joint").join(doubts) or "—"),
    ]


def file(shown: Sequence[Policy], kept: Shelf) -> bytes:
    """The documents with the sentences that name them (text:sentence), for spreadsheets."""
    return csv_bytes((*COLUMNS, "named_in"), (_record(policy, kept) for policy in shown))


def _record(policy: Policy, kept: Shelf) -> tuple[str, ...]:
    named = "|".join(f"{m.slug}:{m.number}" for m in kept.cited.get(policy.id, ()))
    return (
        policy.id, policy.title.zh, policy.title.en, policy.short.zh, policy.short.en,
        policy.issuer, policy.number, policy.issued, policy.published, policy.kind, policy.theme,
        policy.summary.zh, policy.summary.en, "|".join(policy.unconfirmed), "|".join(policy.also),
        policy.url, policy.note.zh, policy.note.en, named,
    )  # fmt: skip


@load.kept(len(LANGS))
def _unlisted(lang: Lang) -> str:
    return unlisted_html(lang, shelf())


def unlisted_html(lang: Lang, kept: Shelf) -> str:
    """What the texts name and the list has not: how the text writes it, and where."""
    items = []
    for found in kept.unlisted.values():
        first = found[0]
        words = first.sentence[slice(*first.marks[0])]
        where = places_html(lang, found)
        items.append(f"<li>{item_html(lang, quoted(words))}{where}</li>")
    heading, note = text(lang, "policies.unlisted"), text(lang, "policies.unlisted_note")
    return f'<h2>{escape(heading)}</h2><p class="quiet">{escape(note)}</p><ul>{"".join(items)}</ul>'

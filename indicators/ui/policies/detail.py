"""One document: its facts, which of them are not confirmed, and the sentences that name it."""

from __future__ import annotations

import streamlit as st

from indicators import periods
from indicators.policies import Policy
from indicators.strings import Lang, text
from indicators.ui import load, state
from indicators.ui.markup import escape, link, quoted
from indicators.ui.policies import choice
from indicators.ui.policies.sentences import by_text_html
from indicators.ui.policies.shelf import MOST, Shelf, shelf
from indicators.ui.state import State


def draw(here: State) -> None:
    """Draw the selected document, or those the texts name and how to select another."""
    st.html(_html(here))


@state.kept(MOST)
def _html(here: State) -> str:
    lang, policy, kept = here.lang, load.library().policies.get(here.policy or ""), shelf()
    if policy is None:
        return _every_named(here, kept)
    close = link(choice.address(here, policy=None), text(lang, "policies.close"))
    return (
        f'<section id="policy" data-opened="{policy.id}">{_head(lang, policy)}'
        f"{_facts(lang, policy)}{_words(lang, policy)}{_named(lang, policy, kept)}"
        f"<p>{close}</p></section>"
    )


def _every_named(here: State, kept: Shelf) -> str:
    """The documents that the texts name, editions of one together, each opening itself."""
    known = load.library().policies
    pick = f'<p class="quiet">{escape(text(here.lang, "policies.pick"))}</p>'
    editions: dict[tuple[str, ...], list[str]] = {}
    for id, policy in known.items():
        if id in kept.cited:
            editions.setdefault(policy.also or (id,), []).append(_entry(here, policy))
    items = "".join(f"<li>{' / '.join(one)}</li>" for one in editions.values())
    if not items:
        return pick
    return f"<h2>{escape(text(here.lang, 'policies.every_named'))}</h2><ul>{items}</ul>{pick}"


def _entry(here: State, policy: Policy) -> str:
    """A document's short name, which opens it, and its date."""
    name = link(choice.address(here, policy=policy.id), policy.short[here.lang])
    return f"{name} <small>{escape(periods.text(policy.issued, here.lang))}</small>"


def _head(lang: Lang, policy: Policy) -> str:
    original = f'<p class="quiet">{quoted(policy.title.zh)}</p>' if lang == "en" else ""
    return f"<h2>{escape(policy.title[lang])}</h2>{original}"


def _facts(lang: Lang, policy: Policy) -> str:
    """The facts as a list of terms; what was not seen in print is marked."""
    facts = [
        ("issuer", text(lang, f"policy.issuer.{policy.issuer}")),
        ("number", policy.number),
        ("issued", periods.text(policy.issued, lang)),
        ("published", periods.text(policy.published, lang) if policy.published else ""),
        ("kind", text(lang, f"policy.kind.{policy.kind}")),
        ("theme", text(lang, f"policy.theme.{policy.theme}")),
    ]
    terms = "".join(
        f"<div><dt>{escape(text(lang, f'policies.{name}'))}</dt>"
        f"<dd>{_fact(lang, policy, name, words)}</dd></div>"
        for name, words in facts
        if words
    )
    return f'<dl class="facts">{terms}</dl>'


def _fact(lang: Lang, policy: Policy, name: str, words: str) -> str:
    shown = quoted(words) if name == "number" and lang == "en" else escape(words)
    doubt = next((d for d in policy.unconfirmed if d == name or (name, d) == ("issued", "day")), "")
    if not doubt:
        return shown
    return f'{shown} <span class="doubt">{escape(text(lang, f"policies.doubt_{doubt}"))}</span>'


def _words(lang: Lang, policy: Policy) -> str:
    words = [policy.summary[lang], policy.note[lang]]
    parts = "".join(f"<p>{escape(part)}</p>" for part in words if part)
    if policy.url:
        label = escape(text(lang, "policies.original"))
        parts += f'<p><a href="{escape(policy.url)}" rel="noopener">{label}</a></p>'
    return parts


def _named(lang: Lang, policy: Policy, kept: Shelf) -> str:
    found = kept.cited.get(policy.id, ())
    if not found:
        return f"<p>{escape(text(lang, 'policies.not_named'))}</p>"
    heading = escape(text(lang, "policies.named_in", count=len(found)))
    return f"<h3>{heading}</h3>{_editions(lang, policy, kept)}{by_text_html(lang, found)}"


def _editions(lang: Lang, policy: Policy, kept: Shelf) -> str:
    """Where a sentence may mean another edition of the document as well, it is said."""
    known = load.library().policies
    here = {(mention.slug, mention.number) for mention in kept.cited[policy.id]}
    for id, found in kept.cited.items():
        same = known[id].also == policy.also and id != policy.id
        if same and here & {(mention.slug, mention.number) for mention in found}:
            other = link(state.href("policies", lang, policy=id), known[id].short[lang])
            before, after = escape(text(lang, "policies.edition", other="\0")).split("\0")
            return f'<p class="quiet">{before}{other}{after}</p>'
    return ""

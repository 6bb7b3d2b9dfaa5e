"""The list of citing sentences in the browser: buttons that tell Python which one was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_evidence = st.components.v2.component(
    "zhibiao.evidence",
    html='<div class="evidence"></div>',
    css=(_HERE / "evidence.css").read_text("utf-8"),
    js=(_HERE / "evidence.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence: the figure between what stands before and after it, and what was found.

    ``shape`` is the verdict's SVG path, ``word`` its name; ``reason`` may be empty. ``open`` and
    ``href`` lead to the place in the text, both empty where there is no page for it.
    """

    claim: str
    before: str
    figure: str
    after: str
    lang: str
    verdict: str
    word: str
    shape: str
    from_: str
    reason: str
    open: str
    href: str


def show_evidence(
    items: Sequence[Item],
    selected: str | None,
    label: str,
    key: str,
    on_select: Callable[[str], None],
    still: bool = False,
) -> None:
    """Draw the list; ``label`` names it for screen readers.

    What is selected is scrolled into sight; ``still``, within the list's own box alone.

    ``on_select`` is called with the claim a visitor chose, before the next run.
    """
    data = {
        "items": [_told(item) for item in items],
        "selected": selected,
        "label": label,
        "still": still,
    }

    def chosen() -> None:
        on_select(st.session_state[key].selected)

    _evidence(data=[data], key=key, on_selected_change=chosen)


# Not dataclasses.asdict, which copies each of the texts.
_FIELDS = tuple((field.name, field.name.rstrip("_")) for field in fields(Item))


def _told(item: Item) -> dict[str, str]:
    return {name: getattr(item, field) for field, name in _FIELDS}

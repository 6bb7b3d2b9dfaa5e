"""The reader in the browser: sends it plain data and tells which quote or view was picked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
_reader = st.components.v2.component(
    "zhibiao.reader",
    html='<div class="reader">\n</div>',
    css=(HERE / "reader.css").read_text("utf-8"),
    js=(HERE / "reader.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the visitor just did: picked a quote (its claim) or switched the view."""

    selected: str | None
    viewed: str | None


def draw_reader(data: Mapping[str, Any], key: str, on_change: Callable[[Chosen], None]) -> None:
    """Draw the reader. ``on_change`` is called before the next run, with what was chosen."""

    def changed() -> None:
        result = st.session_state[key]
        on_change(Chosen(result.get("selected"), result.get("viewed")))

    _reader(data=[dict(data)], key=key, on_selected_change=changed, on_viewed_change=changed)

"""The reader in the browser: sends it plain data and tells which link or button was chosen."""

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
    """What the visitor did in this run: followed a figure, picked a quote, switched the view."""

    opened: str | None
    selected: str | None
    viewed: str | None


def draw_reader(data: Mapping[str, Any], key: str, on_change: Callable[[Chosen], None]) -> Chosen:
    """Draw the reader. ``on_change`` is called before the next run, with what was chosen."""

    def changed() -> None:
        on_change(_chosen(st.session_state[key]))

    shown = _reader(
        data=dict(data),
        key=key,
        on_opened_change=changed,
        on_selected_change=changed,
        on_viewed_change=changed,
    )
    return _chosen(shown)


def _chosen(result: Any) -> Chosen:
    return Chosen(result.get("opened"), result.get("selected"), result.get("viewed"))

"""How to take the data away: one zip, stable addresses, a line of Python and R; citing; adding."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from indicators.exports import tree
from indicators.library import Library
from indicators.strings import Lang, text
from indicators.ui import addresses, cite, load, state
from indicators.ui.data import listing
from indicators.ui.markup import Cell, escape, link
from indicators.ui.state import State

# The addresses that are told here; the first column of the table.
ADDRESSES = (
    "indicators.json", "indicators/<id>.csv", "indicators/<id>.json", "sources.csv",
    "corrections.csv", "quotes.csv", "places.csv", "datapackage.json", "references.bib", "data.zip",
)  # fmt: skip
SHOWN = "internet_users"  # the indicator of the examples
KINDS = ("indicator", "text", "source", "correction", "page")


def draw(here: State, library: Library) -> None:
    """Draw all of it."""
    lang = here.lang
    _archive(lang, library)
    _addresses(lang)
    _programs(lang)
    st.html(cite.dataset(lang, state.href("data", lang)))
    items = "".join(f"<li>{escape(text(lang, f'data.add_{kind}'))}</li>" for kind in KINDS)
    st.html(
        f"<h2>{escape(text(lang, 'data.add'))}</h2><ul>{items}</ul>"
        f"<p>{escape(text(lang, 'data.add_more'))}</p>"
    )


def _archive(lang: Lang, library: Library) -> None:
    root = Path(load.root())
    size = len(tree.archive(library, root)) / 1000
    label = text(lang, "data.zip", size=f"{size:,.0f}")
    words = text(lang, "data.zip_holds", files=len(tree.files(library, root)))
    st.html(
        f"<h2>{escape(text(lang, 'data.everything'))}</h2>"
        f"<p>{link(addresses.of('data.zip'), label)}</p><p>{escape(words)}</p>"
    )


def _addresses(lang: Lang) -> None:
    rows = [
        [Cell(f"/api/{address}", href=_link(address)), Cell(text(lang, f"address.{_key(address)}"))]
        for address in ADDRESSES
    ]
    columns = [text(lang, "data.address"), text(lang, "data.holds")]
    st.html(
        f"<h2>{escape(text(lang, 'data.addresses'))}</h2>"
        f"<p>{escape(text(lang, 'data.addresses_lead'))}</p>"
    )
    listing.draw_table(text(lang, "data.addresses"), columns, rows)
    st.html(f"<p>{escape(text(lang, 'data.filters'))}</p>")


def _programs(lang: Lang) -> None:
    """A line to copy for each language, with this server's own address."""
    address = addresses.of(f"indicators/{SHOWN}.csv")
    st.html(f"<h2>{escape(text(lang, 'data.programs'))}</h2>")
    python = f'import pandas as pd\nusers = pd.read_csv("{address}")'
    r = f'users <- read.csv("{address}", fileEncoding = "UTF-8-BOM")'
    for name, code in (("python", python), ("r", r)):
        st.code(code, language=name, wrap_lines=True)


def _link(address: str) -> str:
    return addresses.of(address.replace("<id>", SHOWN))


def _key(address: str) -> str:
    """The sentence of an address: indicators/<id>.csv -> indicators_id_csv."""
    return address.replace("/<", "_").replace(">", "").replace(".", "_")

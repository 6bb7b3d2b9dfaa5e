"""HTML that the pages draw: everything from data or visitors is escaped here."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

NUMBER = ' class="number"'


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``number`` sets it flush right, ``lang`` tags its language.

    ``href`` makes a link of it; a ``wide`` cell holds sentences and is not squeezed.
    """

    text: str
    number: bool = False
    lang: str = ""
    href: str = ""
    wide: bool = False


def escape(words: str) -> str:
    """Make text safe inside HTML and its attributes."""
    return html.escape(words, quote=True)


def link(address: str, label: str, kind: str = "", current: str = "") -> str:
    """A link to an address of ours; ``current`` is what aria-current takes, "" for elsewhere."""
    marks = (f' class="{kind}"' if kind else "") + (f' aria-current="{current}"' if current else "")
    return f'<a href="{escape(address)}"{marks}>{escape(label)}</a>'


def quoted(words: str) -> str:
    """Chinese words inside an English page, tagged so that they get Chinese glyphs."""
    return f'<span lang="zh-CN">{escape(words)}</span>'


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A table with a caption, column headers, and a row header in the first cell of each row."""
    numbers = [cell.number for cell in rows[0]] if rows else [False] * len(columns)
    head = "".join(
        f'<th scope="col"{NUMBER if number else ""}>{escape(column)}</th>'
        for column, number in zip(columns, numbers, strict=False)
    )
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def folded(title: str, inside: str) -> str:
    """HTML under a title that opens it: one element, where a container of Streamlit's makes two."""
    summary = f"<summary>{escape(title)}</summary>"
    return f'<details class="folded">{summary}<div>{inside}</div></details>'


def _row(row: Sequence[Cell]) -> str:
    first, *rest = row
    return f'<th scope="row">{_words(first)}</th>' + "".join(map(_cell, rest))


def _cell(cell: Cell) -> str:
    kind = NUMBER if cell.number else ' class="wide"' if cell.wide else ""
    lang = f' lang="{escape(cell.lang)}"' if cell.lang else ""
    return f"<td{kind}{lang}>{_words(cell)}</td>"


def _words(cell: Cell) -> str:
    return link(cell.href, cell.text) if cell.href else escape(cell.text)

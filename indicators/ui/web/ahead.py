"""What a browser may begin before Streamlit's own script asks for it: the visit, the scripts.

Left alone, Streamlit first looks for its server (below a page's own address, where it is not, then
above it), and fetches the script of each kind of element when the first of that kind arrives.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from indicators.ui.registry import Page

FOLDER = Path(st.__file__).parent / "static"
_ELEMENT = "../lib/src/components/{}.tsx"
EVERYWHERE = ("elements/Html/Html", "widgets/BidiComponent/BidiComponent")
CHARTED = ("elements/PlotlyChart/PlotlyChart", "widgets/ButtonGroup/ButtonGroup")


def shell() -> str:
    """Streamlit's own page, with the script that opens the visit in it."""
    page = (FOLDER / "index.html").read_text("utf-8")
    return page.replace("</head>", f"{connection()}</head>")


def connection() -> str:
    """The script that names the server, beside every page, so that the visit opens at once.

    Streamlit still asks its server what else it must know, while the page is being drawn.
    """
    host = {
        "allowedOrigins": st.get_option("client.allowedOrigins"),
        "useExternalAuthToken": False,
    }
    return (
        '<script>{const site = new URL(".", location.href).href\n'
        "window.__streamlit = {BACKEND_BASE_URL: site, MAIN_PAGE_BASE_URL: site, "
        f"HOST_CONFIG: {json.dumps(host)}}}}}</script>"
    )


def scripts(page: Page) -> str:
    """Links that fetch the scripts of a page's elements together with Streamlit's first ones."""
    kinds = (*EVERYWHERE, *CHARTED) if page.family else EVERYWHERE
    manifest = _manifest()
    first = _needed(manifest, ["index.html"])
    later = _needed(manifest, [_ELEMENT.format(kind) for kind in kinds])
    files = [manifest[key]["file"] for key in later if key not in first]
    return "".join(f'<link rel="modulepreload" crossorigin href="./{file}">' for file in files)


@cache
def _manifest() -> dict[str, dict[str, Any]]:
    """Streamlit's own list of its scripts: for each its file and the keys of what it imports."""
    found: dict[str, dict[str, Any]] = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    return found


def _needed(manifest: dict[str, dict[str, Any]], keys: Iterable[str]) -> dict[str, None]:
    """These keys and all they import, each once, in the order in which they are met."""
    found: dict[str, None] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop(0)
        if key not in found:
            found[key] = None
            waiting += manifest[key].get("imports", [])
    return found
